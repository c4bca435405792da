/// Thumbnails of pictures: the header is read here, the pixels in a process of its own (docs/adr/0031). [Png] writes
/// pixels of our own as a file.
@NullMarked
package io.landline.picture;

import org.jspecify.annotations.NullMarked;
