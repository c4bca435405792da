package io.landline.doctor;

import io.landline.peer.WireWord;

/// How something that was looked for stands.
public enum FindingState {
    /// Looked at, and in order.
    OK,
    /// True and worth knowing, but it keeps nobody out.
    NOTE,
    /// It keeps somebody out.
    BAD,
    /// There is no evidence either way.
    UNKNOWN;

    /// As programs read it: `ok`.
    public String word() {
        return WireWord.of(this);
    }
}
