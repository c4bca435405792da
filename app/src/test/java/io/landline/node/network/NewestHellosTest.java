package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What hellos said, until sessions open.
class NewestHellosTest {
    private static final RoomListing LOBBY = new RoomListing(new RoomName("lobby"), true);

    private final NewestHellos hellos = new NewestHellos();
    private final Fingerprint max = Identity.generate().fingerprint();

    @Test
    void theNewestHelloHolds() {
        hellos.add(max, at("10.0.0.1"), List.of());
        hellos.add(max, at("10.0.0.2"), List.of(LOBBY));
        assertEquals(Map.of(max, at("10.0.0.2")), hellos.endpoints());
        assertEquals(List.of(LOBBY), hellos.take(max));
    }

    @Test
    void whatWasTakenIsForgotten() {
        hellos.add(max, at("10.0.0.1"), List.of(LOBBY));
        hellos.take(max);
        assertEquals(Map.of(), hellos.endpoints());
        assertEquals(List.of(), hellos.take(max));
    }

    @Test
    void aPeerThatAcceptsNothingHasNoEndpoint() {
        hellos.add(max, null, List.of(LOBBY));
        assertEquals(Map.of(), hellos.endpoints());
    }

    @Test
    void ofTooManyHellosTheOldestAreForgotten() {
        var peers = new ArrayList<Fingerprint>();
        for (int i = 0; i <= NewestHellos.HELLOS_MAX; i++) {
            peers.add(Identity.generate().fingerprint());
            hellos.add(peers.getLast(), at("10.0.0.1"), List.of());
        }
        assertEquals(peers.subList(1, peers.size()), List.copyOf(hellos.endpoints().keySet()));
    }

    private static Endpoint at(String address) {
        return new Endpoint(InetAddress.ofLiteral(address), 5_263);
    }
}
