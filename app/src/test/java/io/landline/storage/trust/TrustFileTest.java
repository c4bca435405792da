package io.landline.storage.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.PinnedPeer;
import io.landline.handshake.PinnedPeer.Verdict;
import io.landline.handshake.TrustStore;
import io.landline.json.StrictJson;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.StretchedKey;
import io.landline.storage.trust.TrustState.Pin;
import io.landline.storage.trust.TrustState.Place;
import io.landline.storage.trust.TrustState.RoomRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `trust.json` as a file.
class TrustFileTest {
    private static final Set<Verdict> VERDICTS = Set.of(Verdict.VERIFIED, Verdict.BLOCKED);

    @TempDir
    private Path folder;

    private static byte[] random(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Pin pin(Random random, int places, int proofs) {
        List<Place> where = Collections.nCopies(places, new Place(random(random, 16), "wlan0", 65_535));
        return new Pin(random(random, 32), "\u00e9".repeat(64), 1, 2, VERDICTS, where,
                Collections.nCopies(proofs, random(random, 16)));
    }

    private static RoomRow keyed(Random random, boolean made) {
        byte[] stretched = random(random, 32);
        return new RoomRow(StretchedKey.of(stretched).roomId().bytes(), "class", "amber fox", stretched, 3, 4L, made);
    }

    private static String json(TrustState state) {
        return TrustJson.of(state).toString();
    }

    @Test
    void m4_whatIsWrittenIsReadAgain() throws Exception {
        var random = new Random(1);
        var state = new TrustState(7, 8,
                List.of(keyed(random, true),
                        new RoomRow(Room.open(new RoomName("lobby")).id().bytes(), "lobby", null, null, 5, null,
                                false)),
                List.of(pin(random, 2, 1), pin(random, 0, 0)));
        var file = new TrustFile(folder.resolve("trust.json"));
        assertNull(file.read());
        file.write(state);
        TrustState read = file.read();
        assertEquals(json(state), json(read));
        assertArrayEquals(state.rooms().getFirst().stretched(), read.rooms().getFirst().stretched());
        assertEquals(VERDICTS, read.pins().getFirst().verdicts());
        assertEquals(state.pins().getFirst().places().getFirst().port(),
                read.pins().getFirst().places().getFirst().port());
    }

    @Test
    void m4_asManyPeopleAsAreRememberedFitAndMoreAreLeftOut() throws Exception {
        var random = new Random(2);
        var pins = new ArrayList<Pin>();
        for (int i = 0; i <= TrustStore.PINNED_MAX; i++) {
            pins.add(pin(random, PinnedPeer.MAX_ENDPOINTS, TrustJson.PROOFS_MAX));
        }
        var file = new TrustFile(folder.resolve("trust.json"));
        file.write(new TrustState(1, 1, List.of(), pins));
        assertTrue(Files.size(folder.resolve("trust.json")) < TrustFile.BYTES_MAX,
                Files.size(folder.resolve("trust.json")) + " bytes");
        TrustState read = file.read();
        assertEquals(TrustStore.PINNED_MAX, read.pins().size());
        assertArrayEquals(pins.getFirst().publicKey(), read.pins().getFirst().publicKey());
    }

    @Test
    void m4_everyCutAndEveryWrongValueIsRefusedAsAWhole() throws Exception {
        var random = new Random(3);
        String whole = json(new TrustState(7, 8,
                List.of(keyed(random, false)),
                List.of(pin(random, 1, 1))));
        Path path = folder.resolve("trust.json");
        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(path, whole.substring(0, length));
            assertNull(new TrustFile(path).read(), "cut after " + length);
        }
        for (String wrong : List.of(whole.replace("\"format\":1", "\"format\":2"),
                whole.replace("\"port\":65535", "\"port\":65536"), whole.replace("\"change\":7", "\"change\":-1"),
                whole.replace("\"name\":\"class\"", "\"name\":\"\""),
                whole.replaceFirst("\"key\":\"..", "\"key\":\"zz"),
                whole.replace("\"stretched\":\"", "\"stretched\":\"00"),
                whole.replaceFirst("\"id\":\"..", "\"id\":\"" + (whole.contains("\"id\":\"00") ? "11" : "00")))) {
            Files.writeString(path, wrong);
            assertNull(new TrustFile(path).read(), wrong);
        }
        assertEquals(whole, json(TrustJson.read(StrictJson.object(whole))));
    }

    @Test
    void m4_ofTwoReadableOnesTheNewerHolds() throws Exception {
        var file = new TrustFile(folder.resolve("trust.json"));
        Path good = folder.resolve("trust.json.good");
        for (int change : List.of(4, 6)) {
            file.write(new TrustState(5, 1, List.of(), List.of()));
            Files.writeString(good, json(new TrustState(change, 1, List.of(), List.of())));
            assertEquals(Math.max(5, change), file.read().change());
        }
        Files.writeString(folder.resolve("trust.json"), json(new TrustState(6, 2, List.of(), List.of())));
        assertEquals(2, file.read().at(), "two copies of a profile that lived on: the later one");
    }
}
