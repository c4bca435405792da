package io.landline.filetransfer.core;

import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Not a test: how long offers of many files take between two nodes in this process, over real sessions on the loopback
/// interface. Prints seconds, and how many bytes the sender read of its files; nothing depends on the clock.
///
///     java -cp … io.landline.filetransfer.core.ManyFilesSpeed FOLDER [ROUNDS]
final class ManyFilesSpeed {
    private static final int KIB = 1024;
    private static final ConversationId CONVERSATION = new ConversationId(0, 0);

    private ManyFilesSpeed() {}

    public static void main(String... args) throws Exception {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        for (int round = 0; round < rounds; round++) {
            run(Path.of(args[0]), 20, 20_000 * KIB);
            run(Path.of(args[0]), 2_000, 4 * KIB);
        }
    }

    private static void run(Path parent, int count, int bytes) throws Exception {
        Path folder = Files.createTempDirectory(parent, "landline-many").toRealPath();
        Path sources = Files.createDirectory(folder.resolve("sources"));
        Path downloads = folder.resolve("downloads");
        List<Path> files = write(sources, count, bytes);
        double seconds;
        try (var anna = new TransferSpeed.SpeedNode(folder.resolve("unused"));
                var ben = new TransferSpeed.SpeedNode(downloads)) {
            anna.sessions.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ben.port), true);
            while (anna.sessions.open().isEmpty() || ben.sessions.open().isEmpty()) Thread.onSpinWait();
            long start = System.nanoTime();
            EntryId offer = anna.transfers.offer(CONVERSATION, files);
            ben.transfers.offerArrived(offer, CONVERSATION, anna.identity.fingerprint(), anna.body, Instant.now(),
                    true);
            anna.recorder.await(Told.Transferred.class, told -> told.view().offer().equals(offer));
            seconds = (System.nanoTime() - start) / 1e9;
        }
        double offered = (double) count * bytes;
        System.out.printf("%d files of %d KiB: %.2f s, %.1f MB/s%n", count, bytes / KIB, seconds,
                offered / 1e6 / seconds);
        remove(folder);
    }

    private static List<Path> write(Path folder, int count, int bytes) throws Exception {
        var files = new ArrayList<Path>();
        byte[] content = new byte[bytes];
        for (int n = 0; n < count; n++) {
            new Random(n).nextBytes(content);
            files.add(Files.write(folder.resolve("file" + n), content));
        }
        return files;
    }

    private static void remove(Path folder) throws Exception {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
