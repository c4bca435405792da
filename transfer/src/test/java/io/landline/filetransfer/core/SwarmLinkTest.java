package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.swarm.LinkKind;
import io.landline.swarm.SwarmFrame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// The rules of one radio cell (docs/protocol/swarm.md) need to know who is wireless.
class SwarmLinkTest extends SwarmFixture {
    /// By what those who take part say that they are in the network.
    private static final class ToldLinks extends Helping {
        final Set<LinkKind> told = ConcurrentHashMap.newKeySet();

        @Override
        public Frame control(Frame frame) {
            if (frame.type() == FrameType.SWARM_MEMBER) note(frame);
            return frame;
        }

        private void note(Frame frame) {
            try {
                if (SwarmFrame.decode(frame) instanceof SwarmFrame.Member member && member.here()) {
                    told.add(member.link());
                }
            } catch (MalformedFrameException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void whoTakesPartSaysWhetherTheyAreWireless() throws IOException {
        var toAnna = new ToldLinks();
        var toOthers = new ToldLinks();
        anna.link = LinkKind.WIRED;
        for (int n = 0; n < 3; n++) receiver(toAnna, toOthers).link = LinkKind.WIRELESS;
        Path file = file("film", 6 * MIB);
        offer(file);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
        assertEquals(EnumSet.of(LinkKind.WIRED, LinkKind.WIRELESS), toAnna.told);
        assertEquals(EnumSet.of(LinkKind.WIRELESS), toOthers.told);
    }
}
