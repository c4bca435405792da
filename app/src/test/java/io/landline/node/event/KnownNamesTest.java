package io.landline.node.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.NameCard;
import io.landline.chat.NameCardStore;
import io.landline.chat.NameCardStore.Kept;
import io.landline.chat.sync.InMemoryStores;
import io.landline.handshake.PinnedPeer;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What was met directly wins over what others hand on.
class KnownNamesTest {
    private static final Instant MET = Instant.ofEpochMilli(1_000);
    private static final Instant NOW = Instant.ofEpochMilli(2_000);

    private final Identity me = Identity.generate();
    private final Identity ada = Identity.generate();
    private final NameCardStore cards = InMemoryStores.create().cards();
    private final KnownNames names = new KnownNames(me.fingerprint(), cards, () -> NOW);

    private void card(Identity of, long millis) {
        cards.put(new Kept(NameCard.signed(of, new PeerName("by card"), millis), true));
    }

    private PinnedPeer met(@Nullable String name) {
        return new PinnedPeer(ada.publicKey(), name == null ? null : new PeerName(name), List.of(), MET, MET, Set.of());
    }

    private String name(@Nullable PinnedPeer met) {
        PeerName name = names.of(ada.fingerprint(), met);
        Map<Fingerprint, PeerName> all = names.all(met == null ? List.of() : List.of(met));
        assertEquals(name, all.get(ada.fingerprint()));
        return String.valueOf(name);
    }

    @Test
    void aCardNamesWhoWasNeverMetOrSaidNoName() {
        assertEquals("null", name(null));
        assertEquals("met", name(met("met")));
        card(ada, 3_000);
        assertEquals("by card", name(null));
        assertEquals("by card", name(met(null)));
    }

    @Test
    void aCardOfBeforeTheLastMeetingOrOfALaterDayDoesNotNameWhoWasMet() {
        card(ada, MET.toEpochMilli());
        assertEquals("met", name(met("met")));
        card(ada, NOW.toEpochMilli() + 1);
        assertEquals("met", name(met("met")));
        card(ada, MET.toEpochMilli() + 1);
        assertEquals("by card", name(met("met")));
    }

    @Test
    void theOwnCardNamesNobodyHere() {
        card(me, 1_500);
        assertNull(names.of(me.fingerprint(), null));
        assertEquals(Map.of(), names.all(List.of()));
    }
}
