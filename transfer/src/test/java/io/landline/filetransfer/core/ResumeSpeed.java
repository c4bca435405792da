package io.landline.filetransfer.core;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Not a test: how long the second half of a large file takes after its receiver was killed in the middle. Both nodes
/// in this process, without network or cipher, so that what is measured is reading, hashing and writing. Prints
/// seconds; nothing depends on the clock.
///
///     java -cp … io.landline.filetransfer.core.ResumeSpeed FOLDER [MIB] [ROUNDS] [MBIT]
///
/// MBIT slows the wire down to that; without it there is no limit.
final class ResumeSpeed {
    private static final int MIB = 1024 * 1024;

    private ResumeSpeed() {}

    /// Lets chunks pass at a pace, and notices when half are through.
    private static final class Pace implements FakeSession.Wire {
        final CountDownLatch reached = new CountDownLatch(1);
        final AtomicInteger chunks = new AtomicInteger();
        private final int at;
        private final double chunksASecond;
        private final long start = System.nanoTime();
        volatile long lastNanos;

        Pace(int at, int mbit) {
            this.at = at;
            chunksASecond = mbit * 1e6 / 8 / MIB;
        }

        @Override
        public Frame bulk(Frame frame) {
            if (frame.type() != FrameType.DATA) return frame;
            int n = chunks.incrementAndGet();
            if (n == at) reached.countDown();
            if (chunksASecond > 0) {
                long until = start + (long) (n / chunksASecond * 1e9);
                for (long left; (left = until - System.nanoTime()) > 0;) {
                    java.util.concurrent.locks.LockSupport.parkNanos(left);
                }
            }
            lastNanos = System.nanoTime();
            return frame;
        }
    }

    public static void main(String... args) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(args[0]), "landline-resume");
        int mib = args.length > 1 ? Integer.parseInt(args[1]) : 1024;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        int mbit = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        Path source = folder.resolve("source");
        byte[] block = new byte[MIB];
        try (var out = Files.newOutputStream(source)) {
            for (int n = 0; n < mib; n++) {
                new Random(n).nextBytes(block);
                out.write(block);
            }
        }
        for (int round = 0; round < rounds; round++) round(folder, source, mib, mbit);
        Files.delete(source);
        for (String left : List.of("anna", "ben")) Files.delete(folder.resolve(left));
        Files.delete(folder);
    }

    private static void round(Path folder, Path source, int mib, int mbit) throws Exception {
        try (var anna = new TransferNode(folder.resolve("anna"), AcceptRule.NONE);
                var ben = new TransferNode(folder.resolve("ben"), AcceptRule.ALL)) {
            anna.talkTo(ben);
            var half = new Pace(mib / 2, 0);
            FakeSession session = anna.connect(ben, half);
            EntryId offer = anna.send(ben, source);
            half.reached.await();
            session.cut();
            session.awaitEnd();
            ben.transfers.close();
            ben.killAndStart();
            long kept = ben.transfers.open().getFirst().amount().bytes();
            var rest = new Pace(0, mbit);
            long start = System.nanoTime();
            anna.connect(ben, rest);
            anna.tell(ben, offer);
            ben.recorder.await(Told.Transferred.class);
            System.out.printf("kept about %d MiB, %d chunks in %.2f s, whole after %.2f s%n", kept / MIB,
                    rest.chunks.get(), (rest.lastNanos - start) / 1e9, (System.nanoTime() - start) / 1e9);
            Files.delete(ben.downloads.resolve("source"));
        }
    }
}
