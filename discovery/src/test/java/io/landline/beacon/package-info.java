/// Tests of this package.
@NullMarked
package io.landline.beacon;

import org.jspecify.annotations.NullMarked;
