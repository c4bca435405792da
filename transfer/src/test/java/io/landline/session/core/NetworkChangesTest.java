package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.session.CallBackResult;
import io.landline.session.Candidate;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Interfaces, addresses, sightings and people change under a session.
class NetworkChangesTest {
    private TestNode a;
    private TestNode b;
    private Fingerprint there;

    @BeforeEach
    void meet() throws Exception {
        a = TestNode.of(Identity.generate(), 1, TestNode.OPEN);
        b = TestNode.of(Identity.generate(), 2, TestNode.OPEN);
        there = b.identity.fingerprint();
        a.sessions.sighted(b.candidate());
        a.session();
        b.session();
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    private static void knock(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    private void assertSessionLives(String text) throws Exception {
        a.session().send(Lane.CHAT, TestNode.chat("there " + text));
        b.recorder.await("frame there " + text);
        b.session().send(Lane.CHAT, TestNode.chat("back " + text));
        a.recorder.await("frame back " + text);
        assertEquals(List.of(), a.recorder.all("closed"));
    }

    @Test
    void anInterfaceThatIsNotUsedAnyMoreTakesItsSessionsAndItsPortWithIt() throws Exception {
        a.sessions.useInterfaces(Set.of("no-such-card"));
        a.recorder.await("closed " + there.brief() + " address-gone");
        b.recorder.await("closed");
        assertThrows(ConnectException.class, () -> knock(a.port));
        a.sessions.useInterfaces(Set.of("lo"));
        knock(a.port);
        a.sessions.sighted(b.candidate());
        a.recorder.awaitCount("joined", 2);
        b.recorder.awaitCount("joined", 2);
    }

    @Test
    void aSessionWhoseAddressIsStillThereOutlivesAChangeOfAddresses() throws Exception {
        a.sessions.addressesChanged(Set.of());
        assertSessionLives("on one interface");
        a.sessions.useInterfaces(Set.of());
        a.sessions.addressesChanged(Set.of());
        assertSessionLives("on all interfaces");
    }

    @Test
    void aSightingThatMayMeanARestartLeavesALivingSessionAlone() throws Exception {
        a.sessions.sighted(new Candidate(there, b.run + 1, List.of(b.endpoint()), List.of(TestNode.OPEN.listing()),
                false));
        assertSessionLives("of another run");
        a.sessions.sighted(
                new Candidate(there, b.run, List.of(b.endpoint()), List.of(TestNode.OPEN.listing()), true));
        assertSessionLives("at another address");
        a.sessions.heard(there);
        a.sessions.gone(there);
        assertSessionLives("of somebody who is gone");
    }

    @Test
    void aPersonWhoIsBlockedIsCutOffAndComesBackAfterwards() throws Exception {
        assertTrue(a.blocked.set(there, true));
        a.sessions.blockedChanged(there, true);
        a.recorder.await("closed " + there.brief() + " blocked");
        b.recorder.await("closed");
        a.sessions.sighted(b.candidate());
        assertEquals(List.of(), a.sessions.open());
        assertTrue(a.blocked.set(there, false));
        a.sessions.blockedChanged(there, false);
        a.recorder.awaitCount("joined", 2);
    }

    @Test
    void nobodyCallsBackWithoutASession() throws Exception {
        a.session().close(EndReason.CLOSED);
        a.recorder.await("closed");
        assertEquals(CallBackResult.NO_ANSWER, a.sessions.callBack(there, 9, "00".repeat(16)).get());
    }
}
