/// Tests of this package.
@NullMarked
package io.landline.identity;

import org.jspecify.annotations.NullMarked;
