/// Our own offers and the transfers from us. All of it runs on the files' queue. The door is
/// [io.landline.filetransfer.outgoing.OutgoingTransfers].
@NullMarked
package io.landline.filetransfer.outgoing;

import org.jspecify.annotations.NullMarked;
