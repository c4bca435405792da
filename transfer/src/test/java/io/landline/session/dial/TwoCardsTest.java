package io.landline.session.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.session.Candidate;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// One link-local address behind two cards of ours leads to two places.
class TwoCardsTest {
    private static final Duration START = Duration.ZERO;
    private static final int PORT = 5263;

    private final DialledAddresses typed = new DialledAddresses(new Random(7));
    private final KnownAddresses knownAddresses = new KnownAddresses();

    @Test
    void bothPlacesOfATypedAddressAreDialled() {
        typed.add(new InetSocketAddress(behind(1), PORT), false, START);
        typed.add(new InetSocketAddress(behind(2), PORT), false, START);
        assertEquals(List.of(1, 2), due());
    }

    @Test
    void takingBackOneTypedAddressLeavesTheOther() {
        typed.add(new InetSocketAddress(behind(1), PORT), false, START);
        typed.add(new InetSocketAddress(behind(2), PORT), false, START);
        typed.resolved(behind(1));
        typed.resolved(behind(2));
        typed.remove(new InetSocketAddress(behind(1), PORT));
        assertEquals(List.of(2), due());
        assertFalse(typed.isTyped(behind(1)));
        assertTrue(typed.isTyped(behind(2)));
    }

    @Test
    void anAddressTypedWithoutACardMayComeByEach() {
        typed.resolved(behind(0));
        assertTrue(typed.isTyped(behind(1)));
        assertTrue(typed.isTyped(behind(2)));
    }

    @Test
    void aMemberMetBehindOneCardIsNotMetBehindTheOther() {
        knownAddresses.add(behind(1), Standing.MEMBER);
        knownAddresses.answered(behind(1));
        assertTrue(knownAddresses.isMembers(behind(1)));
        assertTrue(knownAddresses.isMet(behind(1)));
        assertFalse(knownAddresses.isMembers(behind(2)));
        assertFalse(knownAddresses.isMet(behind(2)));
        assertFalse(knownAddresses.isAnswering(behind(2)));
    }

    @Test
    void onePlaceIsDialledWhileTheOtherHasToWait() {
        var room = new RoomListing(new RoomName("class"), false);
        var plan = new DialPlan(fingerprint(100), Duration.ofSeconds(1), new Random(7), _ -> true,
                _ -> Standing.STRANGER, knownAddresses);
        plan.sighted(new Candidate(fingerprint(200), 1, List.of(new Endpoint(behind(1), PORT)), List.of(room), false),
                START);
        plan.sighted(new Candidate(fingerprint(201), 1, List.of(new Endpoint(behind(2), PORT)), List.of(room), false),
                START);
        assertEquals(List.of(fingerprint(200), fingerprint(201)),
                plan.due(START).stream().map(DialPlan.Target::peer).toList());
        assertTrue(plan.isWantedAt(behind(1)));
        assertFalse(plan.isWantedAt(behind(3)));
    }

    private List<Integer> due() {
        return typed.due(START, _ -> false)
                .stream()
                .map(each -> ((Inet6Address) each.address().getAddress()).getScopeId())
                .toList();
    }

    private static Fingerprint fingerprint(int first) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        Arrays.fill(bytes, (byte) first);
        return Fingerprint.of(bytes);
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
