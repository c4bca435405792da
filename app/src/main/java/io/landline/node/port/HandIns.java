package io.landline.node.port;

import io.landline.chat.act.HandInBox;
import io.landline.filetransfer.FilesToSend;
import io.landline.peer.Fingerprint;
import io.landline.peer.WireWord;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Hand-in boxes (docs/protocol/hand-in.md): members of a room hand in files, and only the collector sees who did. Any
/// thread, but not one that must not wait for the disk.
public interface HandIns extends HandInLists {
    /// A box in a room of ours.
    ///
    /// @param conversation the room, as events name it
    /// @param name the collector's: somebody's text; empty for ourselves
    record Box(EntryId id, String conversation, Fingerprint author, String name, HandInBox what, boolean closed,
            boolean own) {
        public boolean isOpen() {
            return what.open() && !closed;
        }
    }

    /// How it stands with one member.
    enum State {
        MISSING, UNDER_WAY, HANDED_IN;

        /// As events and tables spell it: `handed-in`.
        public String word() {
            return WireWord.of(this);
        }
    }

    /// What was handed in and is with the collector.
    ///
    /// @param at when it was all there, by the collector's clock
    /// @param root of the offer in hex, where all of it was taken
    record Receipt(String offer, Instant at, boolean late, long bytes, @Nullable String root) {}

    /// One member of the room.
    ///
    /// @param name somebody's text
    /// @param here whether they are on the network now
    /// @param receipts the newest last
    record Person(Fingerprint peer, String name, boolean here, State state, List<Receipt> receipts) {
        public Person {
            receipts = List.copyOf(receipts);
        }
    }

    /// Makes a box in a room with a key.
    Chats.StoredText make(String to, HandInBox box) throws CommandException;

    /// Hands in files: an offer to the collector alone. It goes when both are here.
    Chats.Sent handIn(EntryId box, FilesToSend what) throws CommandException;

    /// Writes to each member who has not handed in anything, and to nobody else; how many these are.
    ///
    /// @param text null for a sentence that names the box and its end
    int remind(EntryId box, @Nullable String text) throws CommandException;
}
