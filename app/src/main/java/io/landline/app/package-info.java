/// Where the program begins.
@NullMarked
package io.landline.app;

import org.jspecify.annotations.NullMarked;
