/// Tests of this package.
@NullMarked
package io.landline.peer;

import org.jspecify.annotations.NullMarked;
