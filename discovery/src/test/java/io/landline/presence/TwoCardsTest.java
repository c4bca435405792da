package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.presence.ReplyQueue.Purpose;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// One link-local address behind two cards of ours leads to two places. Virtual networks (VLAN) of one card have it so:
/// all of them bear the card's own link-local address.
class TwoCardsTest {
    private static final Duration START = Duration.ZERO;

    @Test
    void bothPlacesOfATypedAddressAreAsked() {
        var typed = new TypedAddresses(List.of(behind(1), behind(2)));
        typed.askSoon(START);
        assertEquals(List.of(1, 2), scopes(typed.claim(START, _ -> false)));
    }

    @Test
    void aTypedAddressIsTypedBehindItsOwnCardAlone() {
        var typed = new TypedAddresses(List.of(behind(1)));
        assertTrue(typed.contains(behind(1)));
        assertFalse(typed.contains(behind(2)));
    }

    @Test
    void anAddressTypedWithoutACardIsTypedBehindEach() {
        var typed = new TypedAddresses(List.of(behind(0)));
        assertTrue(typed.contains(behind(1)));
        assertTrue(typed.contains(behind(2)));
    }

    @Test
    void bothPlacesOfARememberedPeerAreKept() {
        var met = new RememberedPeer(Identity.generate().fingerprint(), List.of(behind(1), behind(2), behind(1)));
        assertEquals(List.of(1, 2), scopes(met.addresses()));
    }

    @Test
    void onePeerIsAnsweredBehindEachCardWithoutAWait() {
        var queue = new ReplyQueue();
        var peer = Identity.generate().fingerprint();
        List<Integer> answered = new ArrayList<>();
        assertTrue(queue.offer(Purpose.ANSWER, peer, behind(1), START, START, () -> answered.add(1)));
        assertTrue(queue.offer(Purpose.ANSWER, peer, behind(2), START, START, () -> answered.add(2)));
        assertFalse(queue.offer(Purpose.ANSWER, peer, behind(1), START, START, () -> answered.add(3)));
        queue.run(START);
        assertEquals(List.of(1, 2), answered);
    }

    private static List<Integer> scopes(List<InetAddress> addresses) {
        return addresses.stream().map(each -> ((Inet6Address) each).getScopeId()).toList();
    }

    private static InetAddress behind(int card) {
        byte[] address = {(byte) 0xfe, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7};
        try {
            return Inet6Address.getByAddress(null, address, card);
        } catch (UnknownHostException e) {
            throw new AssertionError("sixteen bytes", e);
        }
    }
}
