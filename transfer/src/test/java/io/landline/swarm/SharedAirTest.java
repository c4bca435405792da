package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What the origin knows of receivers on Wi-Fi.
class SharedAirTest {
    private static final EntryId OFFER = new EntryId(7, 9);

    private final SwarmOrigin origin = new SwarmOrigin(OFFER, LinkKind.WIRED, new EqualChunks(10, 100),
            _ -> Standing.MEMBER);

    private static Fingerprint peer(int number) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        return Fingerprint.of(bytes);
    }

    private void comes(int peer, LinkKind link) throws MalformedFrameException {
        origin.received(peer(peer), new SwarmFrame.Member(OFFER, true, true, link), Duration.ZERO);
    }

    @Test
    void theAirIsSharedWhereEachOfSeveralReceiversIsWireless() throws MalformedFrameException {
        assertEquals(0, origin.onSharedAir());
        comes(1, LinkKind.WIRELESS);
        assertEquals(0, origin.onSharedAir(), "one alone shares it with nobody");
        comes(2, LinkKind.WIRELESS);
        assertEquals(2, origin.onSharedAir());
        comes(3, LinkKind.UNKNOWN);
        assertEquals(0, origin.onSharedAir());
        origin.gone(peer(3), Duration.ZERO);
        assertEquals(2, origin.onSharedAir());
    }
}
