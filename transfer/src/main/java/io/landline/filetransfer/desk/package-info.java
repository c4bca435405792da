/// The state of all transfers, on one queue, and what the two sides of a transfer say to each other. The door is
/// [io.landline.filetransfer.desk.Transfers].
@NullMarked
package io.landline.filetransfer.desk;

import org.jspecify.annotations.NullMarked;
