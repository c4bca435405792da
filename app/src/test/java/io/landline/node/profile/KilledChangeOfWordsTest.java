package io.landline.node.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.Continuation;
import io.landline.identity.Identity;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledChangeOfWordsTest {
    @TempDir
    Path temporary;

    /// The entry with which the new room begins is stored before the change is.
    @Test
    void ofAChangeThatAKillLeftHalfDoneTheNextStartLeavesNothing() throws Exception {
        var options = new NodeOptions(temporary.toRealPath().resolve("profile"), new PeerName("Ada"), List.of(),
                Network.NOT_ASKED, temporary.resolve("files"), null, false);
        RoomId old = RoomId.of(new byte[RoomId.BYTES]);
        ConversationId next = ConversationId.of(RoomId.of(Author.bytes("the next room...")));
        try (var opened = OpenProfile.open(options)) {
            Identity me = opened.identity();
            byte[] body = Continuation.of(new byte[Continuation.SALT_BYTES], old, next.asRoom(), 0, Set.of()).toBody();
            Entry entry = new Author(me, next, 1).write(1, EntryKind.CONTINUES, body);
            opened.chatStores().entries().append(next, me.fingerprint(), null, _ -> List.of(entry));
            assertEquals(1, opened.chatStores().entries().logs(next).size());
        }
        try (var again = OpenProfile.open(options)) {
            assertEquals(List.of(), again.chatStores().entries().logs(next));
            assertNull(again.chatStores().entries().ownLog(next));
        }
    }
}
