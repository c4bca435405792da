package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.landline.frame.FrameType;
import io.landline.handshake.LogListener;
import io.landline.identity.Identity;
import io.landline.session.EndReason;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

/// Bugs of ours on a connection: each is called one, and no peer is blamed for it.
class OwnFaultsTest {
    @Test
    void aFaultOfOursCostsOneConnectionAndBlamesNobody() throws Exception {
        try (var log = new LogListener();
                TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer friend = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            a.trust.failWith(new IllegalStateException("the disk is gone"));
            try (ScriptedPeer other = ScriptedPeer.joined(a, Identity.generate(), 1)) {
                assertEquals(EndReason.CLOSED, SessionFrames.closingReason(other.await(FrameType.CLOSING)));
                other.awaitEnd();
            }
            assertEquals(List.of("the disk is gone"),
                    log.from(Level.INFO).stream().map(each -> each.getThrown().getMessage()).toList());
            a.trust.failWith(null);
            friend.send(SessionFrames.PING);
            friend.await(FrameType.PONG);
            assertEquals(List.of(), a.recorder.all("refused"));
        }
    }

    @Test
    void aFaultOfOursWhileDiallingIsNotToldAsAnothersFailure() throws Exception {
        var fault = new IllegalStateException("a bug");
        try (var log = new LogListener(); TestNode a = TestNode.in(TestNode.OPEN)) {
            a.recorder.fault = fault;
            a.sessions.connect(a.address(), true); // it is ourselves that answer
            a.recorder.await("warning InternalError");
            assertEquals(List.of(), a.recorder.all("connect-failed"));
            assertSame(fault, log.from(Level.SEVERE).getFirst().getThrown());
        }
    }

    @Test
    void aFaultOfOursWhileReadingEndsThatConnectionAndSaysSo() throws Exception {
        var fault = new IllegalStateException("a bug");
        try (var log = new LogListener();
                TestNode a = TestNode.in(TestNode.OPEN);
                ScriptedPeer peer = ScriptedPeer.joined(a, Identity.generate(), 1)) {
            a.session();
            a.recorder.fault = fault;
            peer.hello(1); // a new name, which is told
            a.recorder.await("closed " + peer.identity.fingerprint().brief() + " internal-error");
            assertSame(fault, log.from(Level.SEVERE).getFirst().getThrown());
        }
    }
}
