package io.landline.node.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.Author;
import io.landline.chat.EntryStore;
import io.landline.identity.Identity;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Direct conversations of which a damaged database lost the row that names the other side.
class LostDirectPeersTest {
    @TempDir
    Path temporary;

    private OpenProfile open() throws Exception {
        return OpenProfile.open(new NodeOptions(temporary.toRealPath().resolve("profile"), new PeerName("Ada"),
                List.of(), Network.NOT_ASKED, temporary.resolve("files"), null, false));
    }

    /// As a salvage leaves it, from the entries alone.
    private static void store(OpenProfile profile, Author author) {
        profile.chatStores().entries().add(List.of(author.text("hello")), 1, EntryStore.Durability.FULL);
    }

    /// They were listed nowhere until somebody wrote there.
    @Test
    void theOtherSideOfADirectConversationIsKnownAgainAtTheNextStart() throws Exception {
        Identity max = Identity.generate();
        Identity eve = Identity.generate();
        ConversationId room = ConversationId.of(new byte[ConversationId.BYTES]);
        ConversationId withMax;
        ConversationId withEve;
        try (OpenProfile profile = open()) {
            Identity self = profile.identity();
            withMax = ConversationId.direct(self.fingerprint(), max.fingerprint());
            withEve = ConversationId.direct(self.fingerprint(), eve.fingerprint());
            store(profile, new Author(max, withMax, 1)); // who wrote is known by that
            store(profile, new Author(self, withEve, 1));
            profile.trust().pin(eve.publicKey(), Instant.EPOCH);
            store(profile, new Author(max, room, 1));
        }
        try (OpenProfile profile = open()) {
            EntryStore entries = profile.chatStores().entries();
            assertEquals(max.fingerprint(), entries.directPeer(withMax));
            assertEquals(eve.fingerprint(), entries.directPeer(withEve));
            assertNull(entries.directPeer(room), "one that was left");
        }
    }
}
