/// Members of a room tell each other of further members.
@NullMarked
package io.landline.session.members;

import org.jspecify.annotations.NullMarked;
