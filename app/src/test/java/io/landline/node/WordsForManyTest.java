package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.Continuation;
import io.landline.chat.sync.InMemoryStores;
import io.landline.cost.Standing;
import io.landline.handshake.MemoryTrust;
import io.landline.identity.Identity;
import io.landline.node.event.KnownNames;
import io.landline.node.event.PeerNames;
import io.landline.node.port.Rooms.Receivers;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// One member proves the key of a room under very many identities. The others still get new words without them.
class WordsForManyTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T01:00:00Z");
    private static final Room ROOM = Room.keyed(new RoomName("class"), RoomKey.of("amber fox"));

    private final MemoryTrust trust = new MemoryTrust();
    private final Map<Fingerprint, Standing> standings = new HashMap<>();
    private final Fingerprint self = Identity.generate().fingerprint();
    private final MemberRecords members = new MemberRecords(InMemoryStores.create().admissions(), _ -> Set.of(), trust,
            peer -> standings.getOrDefault(peer, Standing.MEMBER),
            new PeerNames(List::of, trust, new KnownNames(self, InMemoryStores.create().cards(), Clock.systemUTC()),
                    () -> new PeerName("Ada")),
            self);

    private Fingerprint proves(int number, int second) {
        byte[] key = ByteBuffer.allocate(32).putInt(number).array();
        trust.proven(ROOM.id(), key, BEGAN.plusSeconds(second));
        return Fingerprint.ofPublicKey(key);
    }

    @Test
    void h38_thoseKnownBestAndThoseWhoWereMetFirstGetThem() {
        var honest = new HashSet<Fingerprint>();
        for (int i = 0; i < 30; i++) honest.add(proves(i, i));
        for (int i = 100; i < 100 + Continuation.CHOSEN_MAX; i++) proves(i, i);
        Fingerprint late = proves(99, 9_999);
        standings.put(late, Standing.TRUSTED);
        honest.add(late);
        Receivers receivers = members.wordsGoTo(ROOM, Set.of());
        assertTrue(receivers.chosen().containsAll(honest));
        assertEquals(Continuation.CHOSEN_MAX, receivers.chosen().size());
        assertEquals(31, receivers.leftOut());
    }

    @Test
    void whoStaysBehindTakesNobodysPlace() {
        Set<Fingerprint> first = Set.of(proves(0, 0));
        for (int i = 1; i <= Continuation.CHOSEN_MAX; i++) proves(i, i);
        Receivers receivers = members.wordsGoTo(ROOM, first);
        assertEquals(Continuation.CHOSEN_MAX, receivers.chosen().size());
        assertEquals(0, receivers.leftOut());
    }
}
