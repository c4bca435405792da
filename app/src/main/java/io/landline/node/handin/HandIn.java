package io.landline.node.handin;

import io.landline.chat.Entry;
import io.landline.filetransfer.TransferId;
import io.landline.node.handin.HandInBook.Box;
import io.landline.peer.Fingerprint;

/// An offer into a box of ours, or a received one.
///
/// @param entry the offer
/// @param member who hands in
record HandIn(Entry entry, Fingerprint member, Box box, TransferId transfer) {
    HandInCounts.Into into() {
        return new HandInCounts.Into(member, box.id());
    }
}
