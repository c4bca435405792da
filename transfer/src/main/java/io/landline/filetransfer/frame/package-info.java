/// The control frames in which the two sides of a transfer speak: their meaning, the peers they go to, and how many are
/// taken from one peer. Knows no transfer's state and no file.
@NullMarked
package io.landline.filetransfer.frame;

import org.jspecify.annotations.NullMarked;
