package io.landline.chat;

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
    /// A room got a new key: old id, new id.
    public static final EntryKind CONTINUES = new EntryKind(5);

    public EntryKind {
        if (number < 0 || number > NUMBER_MAX) throw new IllegalArgumentException("entry kind " + number);
    }
}
