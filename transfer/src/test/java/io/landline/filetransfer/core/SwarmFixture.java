package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.EntryId;
import io.landline.session.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A room: Anna offers, the others accept everything and help each other.
abstract class SwarmFixture {
    static final int MIB = TransferFixture.MIB;

    @TempDir
    Path dir;
    TransferNode anna;
    final List<TransferNode> receivers = new ArrayList<>();
    final List<FakeSession> ofAnna = new ArrayList<>();
    final List<FakeSession> between = new ArrayList<>();
    /// In its first 100 ms each asks the author from a place on that its key decides, and a small offer has come by
    /// then. With one in some twenty that is a place from which nothing is left for the others.
    static final int LATECOMERS = 5;

    final Counted counted = new Counted();

    /// Both sides can help each other.
    static class Helping implements FakeSession.Wire {
        @Override
        public Set<String> capabilities() {
            return Set.of(Session.SWARM_CAPABILITY);
        }
    }

    /// What leaves Anna.
    static class Counted extends Helping {
        final AtomicInteger sent = new AtomicInteger();
        final Set<Integer> chunks = ConcurrentHashMap.newKeySet();

        @Override
        public @Nullable Frame bulk(Frame frame) {
            if (frame.type() == FrameType.DATA) {
                sent.incrementAndGet();
                chunks.add(chunk(frame));
            }
            return frame;
        }
    }

    static int chunk(Frame frame) {
        return data(frame).chunk();
    }

    /// Whose transfer the chunk is of.
    static TransferId receiver(Frame frame) {
        return data(frame).transfer();
    }

    private static DataFrame data(Frame frame) {
        try {
            return DataFrame.received(ByteBuffer.wrap(frame.body()));
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void start() {
        anna = new TransferNode(dir.resolve("anna"), AcceptRule.NONE);
    }

    @AfterEach
    void stop() {
        anna.close();
        receivers.forEach(TransferNode::close);
    }

    TransferNode receiver(FakeSession.Wire toAnna, FakeSession.Wire toOthers) {
        return receiver(AcceptRule.ALL, toAnna, toOthers);
    }

    TransferNode receiver(AcceptRule rule, FakeSession.Wire toAnna, FakeSession.Wire toOthers) {
        var node = new TransferNode(dir.resolve("r" + receivers.size()), rule);
        ofAnna.add(anna.connect(node, toAnna));
        for (TransferNode other : receivers) between.add(other.connect(node, toOthers));
        receivers.add(node);
        return node;
    }

    void receivers(int count) {
        for (int n = 0; n < count; n++) receiver(counted, new Helping());
    }

    Path file(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(dir.resolve(name), content);
    }

    EntryId offer(Path... files) throws IOException {
        EntryId id = anna.transfers.offer(TransferNode.CONVERSATION, List.of(files));
        for (TransferNode receiver : receivers) anna.tell(receiver, id);
        return id;
    }

    static void assertGot(TransferNode node, Path... files) throws IOException {
        Told end = node.recorder.awaitEnd();
        assertTrue(end instanceof Told.Transferred, end.toString());
        for (Path file : files) {
            assertEquals(-1, Files.mismatch(file, node.downloads.resolve(file.getFileName())), file.toString());
        }
    }
}
