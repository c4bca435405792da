package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.session.BulkConnection;
import io.landline.session.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Bulk connections as a peer that dialled us wants them, or leaves them undone.
class BulkRequestsTest {
    private TestNode node;
    private ScriptedPeer peer;
    private Session session;

    @BeforeEach
    void meet() throws Exception {
        node = TestNode.in(TestNode.OPEN);
        peer = ScriptedPeer.joined(node, Identity.generate(), 1);
        session = node.session();
    }

    @AfterEach
    void close() {
        peer.close();
        node.close();
    }

    private CompletableFuture<BulkConnection> wanted() {
        var opened = new CompletableFuture<BulkConnection>();
        Thread.ofVirtual().start(() -> {
            try {
                opened.complete(session.openBulk());
            } catch (IOException | InterruptedException e) {
                opened.completeExceptionally(e);
            }
        });
        return opened;
    }

    @Test
    void theSideThatDialledMayNotAskToBeDialled() throws Exception {
        peer.send(SessionFrames.bulkWanted());
        node.recorder.await("closed " + peer.identity.fingerprint().brief() + " protocol");
        peer.awaitEnd();
    }

    @Test
    void aTokenThatNobodyAskedForChangesNothing() throws Exception {
        peer.send(SessionFrames.token(7, new byte[BulkTokens.TOKEN_BYTES]));
        peer.send(SessionFrames.PING);
        peer.await(FrameType.PONG);
        assertTrue(session.isOpen());
    }

    private byte[] token(int request) throws Exception {
        peer.send(SessionFrames.tokenRequest(request));
        Frame answer = peer.await(FrameType.BULK_TOKEN);
        assertEquals(request, SessionFrames.request(answer));
        return SessionFrames.token(answer);
    }

    private ScriptedPeer bulk(byte[] token) throws Exception {
        ScriptedPeer bulk = ScriptedPeer.dial(node, peer.identity);
        assertEquals(FrameType.HELLO, bulk.receive().type());
        bulk.send(SessionFrames.bulk(token));
        return bulk;
    }

    @Test
    void aTokenIsGoodOnce() throws Exception {
        byte[] token = token(SessionFrames.REQUEST_MAX);
        try (ScriptedPeer _ = bulk(token)) {
            node.recorder.awaitCount("bulk-opened", 1);
            try (ScriptedPeer again = bulk(token)) {
                again.awaitEnd();
            }
        }
        assertEquals(1, node.recorder.all("bulk-opened").size());
    }

    @Test
    void aFourthTokenTakesThePlaceOfTheOldest() throws Exception {
        var tokens = new ArrayList<byte[]>();
        for (int i = 0; i <= BulkTokens.WAITING_A_SESSION_MAX; i++) tokens.add(token(i));
        try (ScriptedPeer refused = bulk(tokens.getFirst()); ScriptedPeer _ = bulk(tokens.getLast())) {
            refused.awaitEnd();
            node.recorder.awaitCount("bulk-opened", 1);
        }
    }

    @Test
    void aTokenEndsWithItsSession() throws Exception {
        byte[] token = token(1);
        peer.close();
        node.recorder.await("closed");
        try (ScriptedPeer late = bulk(token)) {
            late.awaitEnd();
        }
        assertEquals(List.of(), node.recorder.all("bulk-opened"));
    }

    @Test
    void aTokenOpensNothingForSomebodyElse() throws Exception {
        byte[] token = token(1);
        try (ScriptedPeer other = ScriptedPeer.dial(node, Identity.generate())) {
            assertEquals(FrameType.HELLO, other.receive().type());
            other.send(SessionFrames.bulk(token));
            other.awaitEnd();
        }
        assertEquals(List.of(), node.recorder.all("bulk-opened"));
    }

    @Test
    void aPeerThatLeavesInsteadOfOpeningOneEndsTheWaiting() throws Exception {
        CompletableFuture<BulkConnection> opened = wanted();
        peer.await(FrameType.BULK_WANTED);
        peer.close();
        var failed = assertThrows(ExecutionException.class, opened::get);
        assertEquals("the session has ended", failed.getCause().getMessage());
        node.recorder.await("closed");
        var late = assertThrows(IOException.class, session::openBulk);
        assertEquals("the session has ended", late.getMessage());
    }

    @Test
    void moreThanThereArePlacesForAreNotAskedFor() throws Exception {
        var all = new ArrayList<CompletableFuture<BulkConnection>>();
        for (int i = 0; i < BulkConnection.PER_PEER_MAX; i++) all.add(wanted());
        for (int i = 0; i < BulkConnection.PER_PEER_MAX; i++) peer.await(FrameType.BULK_WANTED);
        var refused = assertThrows(IOException.class, session::openBulk);
        assertTrue(refused.getMessage().endsWith("are open already"), refused.getMessage());
        peer.close();
        for (CompletableFuture<BulkConnection> each : all) assertThrows(ExecutionException.class, each::get);
    }
}
