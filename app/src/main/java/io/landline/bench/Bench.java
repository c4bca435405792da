package io.landline.bench;

import com.google.gson.JsonObject;
import io.landline.peer.Sha256;
import io.landline.process.NodeProcess;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Measures two real nodes, as two processes on the loopback interface, beside a plain TCP connection on the same
/// machine in the same rounds. Absolute figures tell of the machine; the ratios tell of Landline. One thread; [#close]
/// from any.
public final class Bench implements Closeable {
    private static final Duration STEP_WITHIN = BenchNodes.STEP_WITHIN;
    private static final Duration IDLE_BEFORE_MEMORY = Duration.ofSeconds(8);
    private static final int MESSAGES = 200;
    private static final int HASHED_BYTES = 1024 * 1024;
    /// The unit of `/proc`.
    private static final int KIBI = 1024;
    private static final int HASHED_BLOCKS = 64;
    private static final int HASH_ROUNDS = 5;
    private static final int MESSAGES_WARM_UP = 50;
    private static final int MEETINGS = 5;

    /// How much is measured.
    ///
    /// @param fileBytes of the file that is moved
    /// @param rounds of it, after one that does not count
    /// @param messages there and back
    /// @param messagesWarmUp before those, which do not count
    /// @param meetings of either kind; 0: they are left out
    /// @param idleBeforeMemory how long a node rests before its memory is looked at
    public record Size(long fileBytes, int rounds, int messages, int messagesWarmUp, int meetings,
            Duration idleBeforeMemory) {
        /// The usual one, but for the file.
        public static Size ofFile(long fileBytes, int rounds) {
            return new Size(fileBytes, rounds, MESSAGES, MESSAGES_WARM_UP, MEETINGS, IDLE_BEFORE_MEMORY);
        }
    }

    private final Size size;
    private final Consumer<Measurement> out;
    private final BenchNodes nodes;

    /// @param in where the temporary files go; a folder in memory measures the network alone
    /// @param out takes each figure as it is there
    public Bench(Size size, Path in, Consumer<Measurement> out) throws IOException {
        this.size = size;
        this.out = out;
        nodes = new BenchNodes(in);
    }

    public void run() throws IOException, InterruptedException {
        NodeProcess ada = nodes.start("Ada");
        String adaIs = BenchNodes.ready(ada);
        memory("idle node's resident memory", ada);
        if (size.meetings() > 0) meetings(ada);
        NodeProcess bob = nodes.start("Bob");
        String bobIs = BenchNodes.ready(bob);
        BenchNodes.joined(ada, bobIs);
        chat(ada, adaIs, bob, bobIs);
        out.accept(hash());
        files(ada, bob, bobIs);
        memory("resident memory after the transfers (sender)", ada);
        memory("resident memory after the transfers (receiver)", bob);
        nodes.quit();
    }

    /// From a node's `ready` to `joined`: discovery, TLS, and the room key's proof the first time, the stored proof
    /// later.
    private void meetings(NodeProcess ada) throws IOException, InterruptedException {
        double[] first = new double[size.meetings()];
        double[] later = new double[size.meetings()];
        for (int i = 0; i < size.meetings(); i++) {
            first[i] = meet(ada, "Guest" + i);
            later[i] = meet(ada, "Guest" + i);
        }
        out.accept(Measurement.of("ready to joined, first meeting", "ms", first));
        out.accept(Measurement.of("ready to joined, later meeting", "ms", later));
    }

    private double meet(NodeProcess ada, String name) throws IOException, InterruptedException {
        NodeProcess guest = nodes.start(name);
        try {
            String guestIs = BenchNodes.ready(guest);
            long begin = guest.nanosOf("ready");
            guest.await("joined", _ -> true, STEP_WITHIN);
            double millis = (guest.nanosOf("joined") - begin) / 1e6;
            BenchNodes.joined(ada, guestIs);
            return millis;
        } finally {
            guest.quit();
            ada.forgetEvents();
        }
    }

    /// There and back: Ada's command, Bob's event, Bob's command, Ada's event. Each way the text is on the author's
    /// disk before it leaves and on the reader's before it is told.
    private void chat(NodeProcess ada, String adaIs, NodeProcess bob, String bobIs)
            throws IOException, InterruptedException {
        double[] millis = new double[size.messages()];
        for (int i = -size.messagesWarmUp(); i < size.messages(); i++) {
            long begin = System.nanoTime();
            say(ada, bobIs, bob, "there " + i);
            say(bob, adaIs, ada, "back " + i);
            if (i >= 0) millis[i] = (System.nanoTime() - begin) / 1e6;
            ada.forgetEvents();
            bob.forgetEvents();
        }
        out.accept(Measurement.of("message there and back (four times to disk)", "ms", millis));
    }

    private static void say(NodeProcess from, String to, NodeProcess reader, String text)
            throws IOException, InterruptedException {
        var say = new JsonObject();
        say.addProperty("do", "say");
        say.addProperty("to", to);
        say.addProperty("text", text);
        JsonObject ok = from.command(say, STEP_WITHIN);
        if (!ok.has("seq")) throw new IOException("A message was refused: " + ok);
        if (reader.await("message", e -> e.get("text").getAsString().equals(text), STEP_WITHIN) == null) {
            throw new IOException("No message came.");
        }
    }

    /// What one core hashes: each byte of a file is hashed once by its sender and once by its receiver.
    static Measurement hash() {
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[HASHED_BYTES];
        double[] rates = new double[HASH_ROUNDS];
        for (int i = -1; i < HASH_ROUNDS; i++) {
            long begin = System.nanoTime();
            for (int blocks = 0; blocks < HASHED_BLOCKS; blocks++) digest.update(block);
            if (i >= 0) rates[i] = (double) HASHED_BLOCKS * HASHED_BYTES / (System.nanoTime() - begin) * 1e3;
        }
        return Measurement.of("SHA-256 alone, one core", "MB/s", rates);
    }

    private void files(NodeProcess ada, NodeProcess bob, String bobIs) throws IOException, InterruptedException {
        Path file = nodes.folder().resolve("file.bin");
        writeRandom(file);
        double[] ours = new double[size.rounds()];
        double[] raw = new double[size.rounds()];
        for (int i = -1; i < size.rounds(); i++) { // the first pair warms both up
            double rawRate = rate(RawTcp.copy(file, nodes.folder().resolve("raw.bin")));
            double ourRate = rate(send(ada, bob, bobIs, file));
            if (i < 0) continue;
            raw[i] = rawRate;
            ours[i] = ourRate;
        }
        out.accept(Measurement.of("file by raw TCP", "MB/s", raw));
        out.accept(Measurement.of("file by Landline", "MB/s", ours, "raw TCP", raw));
    }

    private double rate(double seconds) {
        return size.fileBytes() / seconds / Measurement.BYTES_A_MB;
    }

    /// Seconds from the offer to the finished file, as a user waits for them.
    private static double send(NodeProcess ada, NodeProcess bob, String bobIs, Path file)
            throws IOException, InterruptedException {
        bob.forgetEvents();
        ada.forgetEvents();
        long begin = System.nanoTime();
        ada.send(bobIs, List.of(file), STEP_WITHIN);
        JsonObject done = bob.await("transferred", _ -> true, STEP_WITHIN);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (done == null) throw new IOException("The file did not arrive.");
        Files.delete(Path.of(done.getAsJsonArray("paths").get(0).getAsString()));
        ada.await("transferred", _ -> true, STEP_WITHIN);
        return seconds;
    }

    private void memory(String name, NodeProcess node) throws IOException, InterruptedException {
        long end = System.nanoTime() + size.idleBeforeMemory().toNanos();
        while (System.nanoTime() < end) {
            node.await("nothing", _ -> false, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        Double megabytes = residentMegabytes(node.pid());
        if (megabytes != null) out.accept(Measurement.of(name, "MB", new double[]{megabytes}));
    }

    /// Null where the system has no `/proc`.
    static @Nullable Double residentMegabytes(long pid) throws IOException {
        Path status = Path.of("/proc", String.valueOf(pid), "status");
        if (!Files.exists(status)) return null;
        for (String line : Files.readAllLines(status)) {
            if (!line.startsWith("VmRSS:")) continue;
            return Long.parseLong(line.replaceAll("\\D", "")) * KIBI / Measurement.BYTES_A_MB;
        }
        return null;
    }

    private void writeRandom(Path file) throws IOException {
        var random = new Random();
        byte[] block = new byte[1024 * 1024];
        try (OutputStream to = Files.newOutputStream(file)) {
            for (long written = 0; written < size.fileBytes(); written += block.length) {
                random.nextBytes(block);
                to.write(block, 0, (int) Math.min(block.length, size.fileBytes() - written));
            }
        }
    }

    /// Ends the nodes, if they still run, and takes the temporary folder away.
    @Override
    public void close() throws IOException {
        nodes.close();
    }
}
