/// How files fall into chunks, the frames that ask for them and carry them, and which of them are verified. No disk.
@NullMarked
package io.landline.filetransfer.chunk;

import org.jspecify.annotations.NullMarked;
