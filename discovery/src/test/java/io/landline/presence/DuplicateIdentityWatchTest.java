package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.identity.Identity;
import io.landline.presence.packet.OwnPackets;
import io.landline.presence.packet.Packet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How many addresses are asked whether our identity runs there too. `PresenceCoreTest` has what is told.
class DuplicateIdentityWatchTest {
    private static final Duration START = Duration.ofSeconds(100);

    private final Identity self = Identity.generate();
    private final List<InetSocketAddress> asked = new ArrayList<>();
    private final DuplicateIdentityWatch watch = new DuplicateIdentityWatch(
            new OwnPackets(self, 7, VirtualNet.Node.own("Max"), Packet.NEXT_MIN), new SignatureChecks(_ -> true),
            new RecordingListener(), asked::add);

    /// An unsigned word of our own identity from this address, as anybody may send it.
    private void still(int address, Duration uptime) throws UnknownHostException {
        var from = new InetSocketAddress(InetAddress.getByAddress(new byte[]{10, 0, 0, (byte) address}), 5263);
        watch.hear(new Packet.Still(self.fingerprint(), 6, 1, Packet.NEXT_MIN), from, uptime);
    }

    @Test
    void noMoreAddressesAreAskedAtOnceThanMayBe() throws Exception {
        for (int i = 0; i <= DuplicateIdentityWatch.REMEMBERED_MAX; i++) still(i, START);
        assertEquals(DuplicateIdentityWatch.REMEMBERED_MAX, asked.size());
    }

    @Test
    void anAddressIsAskedAgainOnceItHadItsTimeToAnswer() throws Exception {
        still(1, START);
        still(1, START.plus(DuplicateIdentityWatch.ANSWER_WITHIN).minusNanos(1));
        assertEquals(1, asked.size());
        still(1, START.plus(DuplicateIdentityWatch.ANSWER_WITHIN));
        assertEquals(2, asked.size());
    }
}
