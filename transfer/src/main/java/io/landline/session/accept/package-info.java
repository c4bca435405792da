/// Takes connections from strangers, within limits.
@NullMarked
package io.landline.session.accept;

import org.jspecify.annotations.NullMarked;
