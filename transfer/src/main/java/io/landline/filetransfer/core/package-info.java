/// The door of file transfer, [io.landline.filetransfer.core.Transfers], and what stands between it, the sessions,
/// and the two directions: [io.landline.filetransfer.incoming] and [io.landline.filetransfer.outgoing].
@NullMarked
package io.landline.filetransfer.core;

import org.jspecify.annotations.NullMarked;
