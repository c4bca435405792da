/// Frames: length, type, body; reading and writing them over any stream.
@NullMarked
package io.landline.frame;

import org.jspecify.annotations.NullMarked;
