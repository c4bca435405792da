package io.landline.chat;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.HexFormat;

/// Which log: an author's, in a conversation, by its random 64-bit id. An author has several where a profile was
/// restored.
public record LogKey(ConversationId conversation, Fingerprint author, long log) {
    /// The id as events and people see it: 16 hex digits.
    public String logHex() {
        return HexFormat.of().toHexDigits(log);
    }
}
