/// Files on this computer, as the window shows them: their names on cards, what opens them, and pictures of them. Knows
/// no offer and no transfer.
@NullMarked
package io.landline.ui.transfers.file;

import org.jspecify.annotations.NullMarked;
