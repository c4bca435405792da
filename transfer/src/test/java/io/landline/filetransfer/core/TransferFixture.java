package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes: Anna offers, Ben accepts everything.
public abstract class TransferFixture {
    static final int MIB = 1024 * 1024;

    @TempDir
    Path dir;
    TransferNode anna;
    TransferNode ben;

    @BeforeEach
    void start() {
        anna = new TransferNode(dir.resolve("anna"), AcceptRule.NONE);
        ben = new TransferNode(dir.resolve("ben"), AcceptRule.ALL);
        anna.talkTo(ben);
    }

    @AfterEach
    void stop() {
        anna.close();
        ben.close();
    }

    Path file(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(dir.resolve(name), content);
    }

    static long seed(Class<?> test) {
        long seed = Long.getLong("landline.seed", new Random().nextLong());
        System.out.println(test.getSimpleName() + ": -Dlandline.seed=" + seed);
        return seed;
    }

    /// Does something when the nth chunk passes.
    static FakeSession.Wire atChunk(int n, Runnable what) {
        var chunks = new AtomicInteger();
        return new FakeSession.Wire() {
            @Override
            public Frame bulk(Frame frame) {
                if (frame.type() == FrameType.DATA && chunks.incrementAndGet() == n) what.run();
                return frame;
            }
        };
    }

    /// Lets so many chunks pass and loses all later ones: what a test does after [#reached] falls in the middle of the
    /// transfer, however late it comes to it.
    static class Gate implements FakeSession.Wire {
        final CountDownLatch reached = new CountDownLatch(1);
        /// All that were sent, those that were lost included.
        final AtomicInteger chunks = new AtomicInteger();
        private final int passing;
        private volatile boolean open;

        Gate(int passing) { this.passing = passing; }

        /// Waits until so many were sent.
        synchronized void awaitSent(int number) throws InterruptedException {
            while (chunks.get() < number) wait();
        }

        /// From now on all chunks pass.
        void open() {
            open = true;
        }

        @Override
        public @Nullable Frame bulk(Frame frame) {
            if (frame.type() != FrameType.DATA) return frame;
            int number = chunks.incrementAndGet();
            if (number == passing) reached.countDown();
            synchronized (this) {
                notifyAll();
            }
            return open || number <= passing ? frame : null;
        }
    }

    /// A transfer of Anna's to Ben that stands in the middle until its wire opens.
    record Standing(Gate wire, FakeSession session, TransferId id) {
        void end() throws InterruptedException {
            session.cut();
            session.awaitEnd();
        }
    }

    Standing standing(Path source) throws IOException, InterruptedException {
        anna.recorder.clear();
        ben.recorder.clear();
        var wire = new Gate(8);
        FakeSession session = anna.connect(ben, wire);
        EntryId offer = anna.send(ben, source);
        wire.reached.await();
        return new Standing(wire, session, TransferId.of(offer, ben.fingerprint));
    }

    void assertBothFail(FailureReason reason) throws IOException {
        var there = ben.recorder.await(Told.Failed.class);
        var here = anna.recorder.await(Told.Failed.class);
        assertEquals(reason, there.reason());
        assertEquals(reason, here.reason());
        assertFalse(there.resumable() || here.resumable());
        ben.close(); // what was being written is done with
        assertEquals(List.of(), ben.downloaded());
    }

    static void cut(Path file, long bytes) {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
