package io.landline.chat;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.chat.EntryHeader.Place;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.testing.WeakKeys;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WeakAuthorTest {
    @Test
    void l2_nobodyWritesOrAdmitsUnderAKeyOfSmallOrder() {
        var room = RoomId.of(new byte[RoomId.BYTES]);
        for (byte[] key : WeakKeys.all()) {
            for (int text = 0; text < 64; text++) {
                byte[] body = {(byte) text};
                var header = new EntryHeader(ConversationId.of(room), key, new Place(1, 1, new byte[Sha256.BYTES]), 1,
                        1, EntryKind.TEXT, 1, Sha256.of(body));
                assertFalse(new Entry(header, WeakKeys.constantSignature(), body).signatureHolds(),
                        HexFormat.of().formatHex(key));
                var admission = new Admission(room, new byte[32], text, key, WeakKeys.constantSignature(), 2);
                assertFalse(admission.signatureHolds(), HexFormat.of().formatHex(key));
            }
        }
    }
}
