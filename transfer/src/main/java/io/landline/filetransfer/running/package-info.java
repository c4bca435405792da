/// What is the same for a transfer of either direction while it runs: its rate, its pauses, its slot, the end
/// of its days, and what the listener is told.
@NullMarked
package io.landline.filetransfer.running;

import org.jspecify.annotations.NullMarked;
