package io.landline.session;

import io.landline.peer.WireWord;
import org.jspecify.annotations.Nullable;

/// What a peer tells of its attempt to connect to us.
public enum CallBackResult {
    /// Somebody took the connection.
    CONNECTED,
    /// Refused: our computer was reached, and nothing listens there.
    REFUSED,
    /// No answer in time, or there is no route to us.
    SILENT,
    /// We accept no connections, so there was nothing to try.
    NO_PORT,
    /// It called us back less than a minute ago, or calls too many others now.
    LATER,
    /// It does not know how to, or did not answer: never sent, only concluded.
    NO_ANSWER;

    /// As it travels: `no-port`.
    public String word() {
        return WireWord.of(this);
    }

    /// Null for a word that nobody may send.
    static @Nullable public CallBackResult ofWord(String word) {
        for (CallBackResult each : values()) if (each != NO_ANSWER && each.word().equals(word)) return each;
        return null;
    }
}
