/// The downloads folder: partial files, how they come under their names, and the room on the disk.
@NullMarked
package io.landline.filetransfer.partial;

import org.jspecify.annotations.NullMarked;
