package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.ScopedAddress;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.Packet.Announcement;
import io.landline.presence.packet.Packet.Serial;
import io.landline.presence.packet.Proof;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeerRowTest {
    private static final int SHARED_PORT = 5_263;
    private static final int TCP_PORT = 6_000;
    private static final Duration NEXT = Duration.ofSeconds(5);
    private static final Duration START = Duration.ofMinutes(1);

    @Test
    void anAddressBehindAnotherInterfaceIsAnotherPlace() throws UnknownHostException {
        PeerRow row = row(linkLocal(2));
        assertFalse(row.knows(linkLocal(3)));
        assertTrue(row.addPlace(at(linkLocal(3)), START.plusSeconds(1)));
        assertFalse(row.addPlace(at(linkLocal(3)), START.plusSeconds(2)));
        assertEquals(List.of(new Endpoint(linkLocal(3), TCP_PORT), new Endpoint(linkLocal(2), TCP_PORT)),
                row.sighting().endpoints());
    }

    @Test
    void theInterfaceByWhichThePeerIsHeardComesFirst() throws UnknownHostException {
        PeerRow row = row(linkLocal(3));
        row.addPlace(at(linkLocal(2)), START.plusSeconds(1));
        row.hear(at(linkLocal(3)), NEXT, START.plus(NEXT.multipliedBy(10)));
        assertTrue(ScopedAddress.areSame(linkLocal(3), row.askAt(1).getFirst().getAddress()));
        assertEquals(new Endpoint(linkLocal(3), TCP_PORT), row.sighting().endpoints().getFirst());
    }

    private static PeerRow row(InetAddress from) {
        byte[] key = new byte[Fingerprint.BYTES];
        var state = new AnnouncedState(new PeerName("n"), TCP_PORT, List.of(), Set.of());
        var said = new Announcement(false, Fingerprint.of(key), new Serial(1, 1), state, NEXT,
                new Proof(new byte[32], key));
        return new PeerRow(said, at(from), SHARED_PORT, true, START);
    }

    private static InetSocketAddress at(InetAddress address) {
        return new InetSocketAddress(address, 5_264);
    }

    private static InetAddress linkLocal(int scope) throws UnknownHostException {
        return Inet6Address.getByAddress(null, InetAddress.getByName("fe80::1").getAddress(), scope);
    }
}
