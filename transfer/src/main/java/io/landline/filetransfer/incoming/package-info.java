/// Transfers to us, from the offer that arrives to the files that have their names. All of it runs on the files' queue.
/// The door is [io.landline.filetransfer.incoming.IncomingTransfers].
@NullMarked
package io.landline.filetransfer.incoming;

import org.jspecify.annotations.NullMarked;
