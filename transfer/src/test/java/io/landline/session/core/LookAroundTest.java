package io.landline.session.core;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.session.ListenSettings;
import io.landline.session.LookAroundProgress;
import io.landline.testing.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A look at addresses near us by TCP, on addresses of the loopback interface that only this test uses.
class LookAroundTest {
    private static final int USUAL = ListenSettings.PORT_DEFAULT;
    private static final int NEXT = USUAL + 1;
    private static final int LOOK_MILLIS = 20;

    private final Random random = new Random();
    private TestNode node;

    @BeforeEach
    void start() throws IOException {
        node = TestNode.in(TestNode.OPEN);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private InetAddress near() throws IOException {
        byte[] address = {127, (byte) (100 + random.nextInt(100)), (byte) random.nextInt(256),
                (byte) (1 + random.nextInt(254))};
        return InetAddress.getByAddress(address);
    }

    private static ServerSocket at(InetAddress address, int port) throws IOException {
        return new ServerSocket(port, 10, address);
    }

    private LookAroundProgress awaitEnd() throws InterruptedException {
        LookAroundProgress now = node.sessions.lookAroundProgress();
        for (int n = 0; now.running() && n < Patience.MILLIS / LOOK_MILLIS; n++) {
            Thread.sleep(LOOK_MILLIS);
            now = node.sessions.lookAroundProgress();
        }
        return now;
    }

    /// Whoever looks dials, hears our hello, and says its own.
    private void assertMeets(ServerSocket listener) throws Exception {
        try (ScriptedPeer peer = ScriptedPeer.accept(listener, Identity.generate())) {
            peer.hello(7);
            assertEquals(FrameType.HELLO, peer.receive().type());
            peer.sayNothingIsProven();
            node.recorder.await("opened " + peer.identity.fingerprint().brief() + " run 7");
        }
    }

    @Test
    void whoListensAtTheUsualPortIsFoundAndStaysASession() throws Exception {
        InetAddress there = near();
        try (ServerSocket listener = at(there, USUAL)) {
            node.sessions.lookAround(List.of(there));
            assertMeets(listener);
            assertEquals(new LookAroundProgress(false, 1, 1, 1), awaitEnd());
        }
    }

    @Test
    void whereTheUsualPortIsRefusedTheNextIsTried() throws Exception {
        InetAddress there = near();
        try (ServerSocket listener = at(there, NEXT)) {
            node.sessions.lookAround(List.of(there));
            assertMeets(listener);
            assertEquals(new LookAroundProgress(false, 1, 1, 1), awaitEnd());
        }
    }

    @Test
    void whereAnotherProgramHasTheUsualPortTheNextIsTried() throws Exception {
        InetAddress there = near();
        try (ServerSocket other = at(there, USUAL); ServerSocket listener = at(there, NEXT)) {
            node.sessions.lookAround(List.of(there));
            try (var taken = other.accept()) {
                taken.getOutputStream().write("220 mail\r\n".getBytes(US_ASCII));
                taken.getOutputStream().flush();
                assertMeets(listener);
            }
            assertEquals(new LookAroundProgress(false, 1, 1, 1), awaitEnd());
        }
    }

    @Test
    void whereNobodyIsTheAddressCountsAsTriedAndTheOthersGoOn() throws Exception {
        InetAddress there = near();
        try (ServerSocket listener = at(there, USUAL)) {
            node.sessions.lookAround(List.of(near(), there, there));
            assertMeets(listener);
            assertEquals(new LookAroundProgress(false, 2, 2, 1), awaitEnd());
        }
    }

    /// A copy of our profile is told, and at its next port is nobody else.
    @Test
    void ourOwnIdentityIsNobodyThatIsFound() throws Exception {
        InetAddress there = near();
        try (ServerSocket listener = at(there, USUAL); ServerSocket next = at(there, NEXT)) {
            next.setSoTimeout(1);
            node.sessions.lookAround(List.of(there));
            try (ScriptedPeer twin = ScriptedPeer.accept(listener, node.identity)) {
                twin.hello(node.run + 1);
                twin.awaitEnd();
            }
            assertEquals(new LookAroundProgress(false, 1, 1, 0), awaitEnd());
            node.recorder.await("twice");
            assertFalse(isDialled(next));
        }
    }

    private static boolean isDialled(ServerSocket listener) throws IOException {
        try (var _ = listener.accept()) {
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    @Test
    void whatMayNotBeSpokenWithIsNotEvenCounted() throws Exception {
        InetAddress any = InetAddress.getByName("0.0.0.0");
        InetAddress group = InetAddress.getByName("224.0.0.1");
        node.sessions.lookAround(List.of(any, group));
        assertEquals(new LookAroundProgress(false, 0, 0, 0), node.sessions.lookAroundProgress());
    }

    @Test
    void aLookThatIsEndedTriesNothingFurther() throws Exception {
        InetAddress there = near();
        try (ServerSocket listener = at(there, USUAL)) {
            var many = new ArrayList<>(List.of(there));
            for (int n = 0; n < 400; n++) many.add(near()); // of forty seconds
            node.sessions.lookAround(many);
            ScriptedPeer.accept(listener, Identity.generate()).close();
            node.sessions.cancelLookAround();
            LookAroundProgress end = awaitEnd();
            assertTrue(end.addresses() < many.size() / 2 && end.tried() == end.addresses() && end.found() == 0,
                    end.toString());
        }
    }
}
