package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.filetransfer.AcceptRule;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.node.LoopbackNodes;
import io.landline.node.RunningForTest;
import io.landline.node.profile.NodeException;
import io.landline.peer.Fingerprint;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// For tests in which a member of bad will, Mallory, speaks to Ada's real node on the loopback interface.
abstract class HostileMember extends LoopbackNodes {
    final Identity mallory = Identity.generate();
    /// What Ada's node says to Mallory.
    final BlockingQueue<Frame> heard = new LinkedBlockingQueue<>();
    RunningForTest ada;
    Target target;
    HostileSession session;

    @BeforeEach
    final void startAda() throws NodeException {
        ada = start("Ada", AcceptRule.ASK);
    }

    @AfterEach
    final void closeAda() {
        if (session != null) session.close();
        ada.close();
    }

    RunningForTest start(String name, AcceptRule rule) throws NodeException {
        return RunningForTest.start(folder, name, udpPort, RunningForTest.room(), rule);
    }

    /// Mallory joins Ada's room.
    ///
    /// @param offer of Ada's that Mallory is to speak of; empty for none
    void join(String offer) throws Exception {
        target = Target.of("127.0.0.1", ada.node.status().tcpPort(), false, "127.0.0.2", 1, offer, 1);
        joinAgain();
    }

    void joinAgain() throws Exception {
        heard.clear();
        session = HostileSession.join(target, mallory, 0, heard::add);
    }

    Fingerprint mallorys() {
        return Fingerprint.ofPublicKey(mallory.publicKey());
    }

    /// The next frame of this kind about that offer.
    Frame hears(int type, byte[] offer) throws InterruptedException {
        String hex = HexFormat.of().formatHex(offer);
        while (true) {
            Frame frame = heard.poll(Patience.SECONDS, TimeUnit.SECONDS);
            assertNotNull(frame, "no frame " + type + " about " + hex);
            if (frame.type() == type && new String(frame.body(), UTF_8).contains(hex)) return frame;
        }
    }

    /// The only page of a list of files, with these entries.
    static byte[] page(String entries) {
        byte[] json = ("{\"entries\":[" + entries + "]}").getBytes(UTF_8);
        return Arrays.copyOf(json, json.length + 32);
    }

    void sendPage(byte[] offer, byte[] page) throws IOException {
        session.send(FrameType.MANIFEST_PAGE,
                ByteBuffer.allocate(offer.length + 4 + page.length).put(offer).putInt(0).put(page).array());
    }
}
