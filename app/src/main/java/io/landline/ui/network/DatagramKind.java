package io.landline.ui.network;

import java.util.Locale;

/// The kinds of presence datagram (docs/protocol/presence.md, "Who speaks when"), and `UNKNOWN` for any other.
enum DatagramKind {
    ANNOUNCE, STILL, ASK, REPLY, LEAVE, UNKNOWN;

    private static final DatagramKind[] ALL = values();

    /// The word for it in the protocol, the same in every language.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DatagramKind of(String word) {
        for (DatagramKind kind : ALL) if (kind.word().equals(word)) return kind;
        return UNKNOWN;
    }
}
