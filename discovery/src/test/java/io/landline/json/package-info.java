/// Tests of this package.
@NullMarked
package io.landline.json;

import org.jspecify.annotations.NullMarked;
