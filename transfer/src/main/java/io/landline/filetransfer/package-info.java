/// Files from the disk of one node to the disk of another, as others see them: offers, choices, states, failures, and
/// the ports of what stores and hears them. [io.landline.filetransfer.core] moves them.
@NullMarked
package io.landline.filetransfer;

import org.jspecify.annotations.NullMarked;
