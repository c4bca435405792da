package io.landline.chat.act;

/// What somebody did with an entry that is there. A record for each kind; the timeline decides which authors' acts
/// count.
public sealed interface Act permits Edit, Delete, React, Pin, Vote, Close {
    /// Of the body of any act, in bytes. A delete that names 64 edits needs half of it.
    int BODY_BYTES_MAX = 20 * 1024;

    /// What it is about.
    Reference target();

    /// As it travels.
    byte[] toBody();
}
