package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.presence.VirtualNet.Node;
import io.landline.presence.packet.OwnPackets;
import io.landline.testing.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A segment with more nodes than a table has rows: strangers keep coming by, and nobody may answer them for ever.
class BeyondTheTableTest {
    private static final Duration NEXT = Duration.ofSeconds(60);
    private static final int STRANGER = 3_000;

    private final VirtualNet net = new VirtualNet(Seed.random("BeyondTheTableTest"), 0);
    private final List<OwnPackets> listed = new ArrayList<>();
    private final OwnPackets stranger = peer();
    private long checked;
    private Node max;

    @BeforeEach
    void fillTheTable() {
        max = net.node("Max", Identity.generate(), 1, _ -> {
            checked++;
            return true;
        }).start();
        net.pass(3_000);
        for (int i = 0; i < PeerTable.ROWS_MAX; i++) {
            listed.add(peer());
            hear(listed.getLast().announce(NEXT), i);
            net.pass(6);
        }
        net.pass(5_000); // and checks them all
        assertEquals(PeerTable.ROWS_MAX, max.listener.here().size());
        assertEquals(PeerTable.ROWS_MAX, checked);
    }

    @Test
    void ofWhomNoRowMayYieldNobodyIsAskedAndNoSignatureChecked() {
        hear(stranger.announce(NEXT), STRANGER);
        net.pass(1_000);
        checked = 0;
        long asks = max.sent("ask");
        for (int i = 0; i < 50; i++) {
            hear(peer().still(NEXT), STRANGER + i);
            hear(stranger.announce(NEXT), STRANGER);
            net.pass(1_000);
        }
        assertEquals(asks, max.sent("ask"));
        assertEquals(0, checked);
        assertFalse(max.listener.here().containsKey(stranger.identity.fingerprint()));
    }

    @Test
    void aStrangerGetsTheRowOfOneWhoFellSilent() {
        hear(stranger.announce(NEXT), STRANGER);
        net.pass(60_000);
        for (int i = 1; i < PeerTable.ROWS_MAX; i++) hear(listed.get(i).still(NEXT), i);
        net.pass(80_000); // more than two of its intervals since the first was heard
        hear(stranger.still(NEXT), STRANGER);
        net.pass(200);
        assertTrue(max.sent.contains("ask " + VirtualNet.address(STRANGER).getHostAddress()),
                () -> max.sent.toString());
        hear(stranger.reply(), STRANGER);
        net.pass(1_000);
        assertTrue(max.listener.here().containsKey(stranger.identity.fingerprint()));
        assertFalse(max.listener.here().containsKey(listed.getFirst().identity.fingerprint()));
    }

    @Test
    void anAnswerToEverybodyIsAnsweredByNobody() {
        for (int i = 0; i < 100; i++) hear(peer().announce(NEXT), STRANGER + i);
        net.pass(20_000);
        assertTrue(max.sent.contains("reply all"), () -> max.sent.toString());
        List<String> before = sentButStills();
        for (int i = 0; i < 100; i++) hear(peer().reply(), STRANGER + i);
        net.pass(5_000);
        assertEquals(before, sentButStills());
    }

    private List<String> sentButStills() {
        return max.sent.stream().filter(each -> !each.startsWith("still")).toList();
    }

    private static OwnPackets peer() {
        return new OwnPackets(Identity.generate(), 1, Node.own("somebody"), NEXT);
    }

    private void hear(byte[] datagram, int from) {
        max.take(datagram, VirtualNet.address(from), 5_264);
    }
}
