/// One transfer to us while its bytes move: what it asks for, checks, and writes.
@NullMarked
package io.landline.filetransfer.download;

import org.jspecify.annotations.NullMarked;
