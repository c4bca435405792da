/// Our own files: what is offered of them, and the chunks that are read from them and sent.
@NullMarked
package io.landline.filetransfer.source;

import org.jspecify.annotations.NullMarked;
