/// Which operating system this is: asked here alone, so that each place means the same by "Linux".
@NullMarked
package io.landline.system;

import org.jspecify.annotations.NullMarked;
