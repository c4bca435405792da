/// Offers, manifests, chunks, transfers and safe names: files from the disk of one node to the disk of another. The
/// door is [io.landline.filetransfer.core.Transfers]; what it keeps goes through the port
/// [io.landline.filetransfer.TransferStore].
@NullMarked
package io.landline.filetransfer;

import org.jspecify.annotations.NullMarked;
