package io.landline.chat;

import org.jspecify.annotations.Nullable;

/// What an entry is, as a 16-bit number. Kinds that this version does not know keep their number: they are stored and
/// handed on as they came, so that a later version finds them.
public record EntryKind(int number) {
    public static final int NUMBER_MAX = 0xffff;

    /// What a person wrote: [EntryText].
    public static final EntryKind TEXT = new EntryKind(1);
    /// Files proposed; the body is the file part's.
    public static final EntryKind OFFER = new EntryKind(2);
    /// The hash over an offered file's chunk hashes.
    public static final EntryKind FILE_IDENTITY = new EntryKind(3);
    /// An offer that does not stand any more.
    public static final EntryKind WITHDRAWN = new EntryKind(4);
    /// This room continues another one, with new words: [io.landline.chat.act.Continuation].
    public static final EntryKind CONTINUES = new EntryKind(5);
    /// Another text in the place of one: [io.landline.chat.act.Edit].
    public static final EntryKind EDIT = new EntryKind(6);
    /// Takes a text or a poll away: [io.landline.chat.act.Delete].
    public static final EntryKind DELETE = new EntryKind(7);
    /// A reaction: [io.landline.chat.act.React].
    public static final EntryKind REACT = new EntryKind(8);
    /// Keeps a message in sight: [io.landline.chat.act.Pin].
    public static final EntryKind PIN = new EntryKind(9);
    /// A question to all: [io.landline.chat.act.Poll].
    public static final EntryKind POLL = new EntryKind(10);
    /// An answer to that: [io.landline.chat.act.Vote].
    public static final EntryKind VOTE = new EntryKind(11);
    /// The end of a poll or of a hand-in box: [io.landline.chat.act.Close].
    public static final EntryKind CLOSE = new EntryKind(12);

    /// A box into which members hand in files: [io.landline.chat.act.HandInBox].
    public static final EntryKind COLLECT = new EntryKind(13);
    /// What somebody handed in is with its collector: [io.landline.chat.act.HandInReceipt].
    public static final EntryKind HAND_IN_RECEIPT = new EntryKind(14);

    /// Kinds above this belong to a later version.
    public static final int KNOWN_MAX = HAND_IN_RECEIPT.number;

    public EntryKind {
        if (number < 0 || number > NUMBER_MAX) throw new IllegalArgumentException("entry kind " + number);
    }

    // Written out, as those that Java makes for a record are slow until the costly compiler has been there; every entry
    // is asked for its kind some twenty times.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EntryKind kind && kind.number == number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    /// Whether it changes what is seen of another entry ([io.landline.chat.act.Act]).
    public boolean isAct() {
        return number >= EDIT.number && number <= PIN.number || equals(VOTE) || equals(CLOSE);
    }

    /// Whether people see it in a conversation as something of its own; acts and kinds of later versions are not.
    public boolean isShown() {
        return equals(TEXT) || equals(OFFER) || equals(POLL) || equals(COLLECT);
    }

    /// Whether this version knows what it means. 0 means nothing in any version.
    public boolean isKnown() {
        return number >= TEXT.number && number <= KNOWN_MAX;
    }
}
