/// The state of all transfers, on one queue, and what becomes of them by commands and frames. The door is
/// [io.landline.filetransfer.core.Transfers].
@NullMarked
package io.landline.filetransfer.core;

import org.jspecify.annotations.NullMarked;
