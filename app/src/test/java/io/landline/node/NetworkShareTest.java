package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.OpenProfile;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomStore.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A profile on a network share, as far as a computer without one can tell.
class NetworkShareTest {
    @TempDir
    Path folder;

    @Test
    void m3_aProfileOnAShareIsOpenedWithoutAWriteAheadLog() throws Exception {
        var options = new NodeOptions(folder.resolve("profile"), null, List.of(), Network.NOT_ASKED, null, null, false);
        Path log = folder.resolve("profile", "history.db-wal");
        try (var profile = OpenProfile.open(options, _ -> false)) {
            profile.rooms().keep(Room.open(new RoomName("lobby")), Origin.JOINED_BY_WORDS, Instant.EPOCH);
            assertTrue(Files.exists(log));
        }
        try (var profile = OpenProfile.open(options, _ -> true)) {
            assertEquals(1, profile.rooms().rooms().size());
            profile.rooms().keep(Room.open(new RoomName("other")), Origin.JOINED_BY_WORDS, Instant.EPOCH);
            assertFalse(Files.exists(log));
        }
    }
}
