/// A program that starts the window beside a bare one of JavaFX, and compares what both take.
@NullMarked
package io.landline.bare;

import org.jspecify.annotations.NullMarked;
