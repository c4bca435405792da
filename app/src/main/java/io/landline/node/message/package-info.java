/// What this user does with messages, and what is told of those of others.
@NullMarked
package io.landline.node.message;

import org.jspecify.annotations.NullMarked;
