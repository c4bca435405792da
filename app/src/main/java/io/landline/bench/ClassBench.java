package io.landline.bench;

import com.google.gson.JsonObject;
import io.landline.process.NodeProcess;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Measures how long one offer takes to several receivers at once: real nodes in a room, which help each other. Beside
/// it stand the same file for one receiver alone, a plain TCP connection for each in turn, and syncthing. All have the
/// same rounds on the same machine. One thread; [#close] from any.
public final class ClassBench implements Closeable {
    /// One receiver is measured beside them anyway.
    public static final int RECEIVERS_MIN = 2;
    static final String ALONE = "Landline, one receiver alone";
    static final String SENT = "Landline, times the origin sent it";
    private static final String MILLIS = "ms";
    private static final double MILLIS_A_SECOND = 1e3;

    /// How much is measured.
    ///
    /// @param fileBytes of the file that is offered
    /// @param receivers of one offer
    /// @param rounds of each way, after one that does not count
    public record Size(long fileBytes, int receivers, int rounds) {}

    private record Receiver(NodeProcess node, String fingerprint, Path downloads) {}

    /// What one offer to all of them took.
    ///
    /// @param sent by the origin, times the size; null where it was over before the origin told it
    private record ClassRound(double lastSeconds, @Nullable Double sent) {}

    private final Size size;
    private final @Nullable Path program;
    private final Consumer<Measurement> out;
    private final Consumer<String> absent;
    private final BenchNodes nodes;
    private volatile @Nullable SyncthingGroup syncthing;

    /// @param in where the files go; a folder in memory leaves the disk out
    /// @param out takes each figure as it is there
    /// @param absent is told what else cannot be measured here, and why
    public ClassBench(Size size, Path in, Consumer<Measurement> out, Consumer<String> absent) throws IOException {
        this(size, in, Programs.find(SyncthingDevice.PROGRAM), out, absent);
    }

    /// @param program syncthing; null where it is not installed
    ClassBench(Size size, Path in, @Nullable Path program, Consumer<Measurement> out, Consumer<String> absent)
            throws IOException {
        this.size = size;
        this.program = program;
        this.out = out;
        this.absent = absent;
        nodes = new BenchNodes(in);
    }

    public void run() throws IOException, InterruptedException {
        SyncthingGroup beside = startSyncthing();
        NodeProcess origin = nodes.start("Origin");
        List<Receiver> receivers = meet(origin);
        double[] raw = new double[size.rounds()];
        double[] alone = new double[size.rounds()];
        double[] last = new double[size.rounds()];
        double[] others = new double[beside == null ? 0 : size.rounds()];
        var sent = new ArrayList<Double>();
        for (int i = -1; i < size.rounds(); i++) { // the first round warms all up
            Path file = RandomFiles.large(nodes.folder().resolve("film" + (i + 1) + ".bin"), size.fileBytes());
            double rawSeconds = rawTcp(file);
            double aloneSeconds = alone(origin, receivers.getFirst(), file);
            ClassRound together = together(origin, receivers, file);
            double otherSeconds = beside == null ? 0 : beside.share(file);
            Files.delete(file);
            if (i < 0) continue;
            raw[i] = rawSeconds * MILLIS_A_SECOND;
            alone[i] = aloneSeconds * MILLIS_A_SECOND;
            last[i] = together.lastSeconds * MILLIS_A_SECOND;
            if (together.sent != null) sent.add(together.sent);
            if (beside != null) others[i] = otherSeconds * MILLIS_A_SECOND;
        }
        tell(raw, alone, last, sent);
        if (beside != null) tellSyncthing(last, others);
        nodes.quit();
    }

    /// Starts it, and shares a small file to see that this version works with our configuration.
    ///
    /// @return null where it is not installed or does not work; a sentence says so
    @Nullable
    SyncthingGroup startSyncthing() throws IOException, InterruptedException {
        if (program == null) {
            absent.accept("syncthing is not installed.");
            return null;
        }
        Path folder = Files.createDirectory(nodes.folder().resolve("syncthing"));
        var started = new SyncthingGroup(program, folder, size.receivers());
        syncthing = started;
        try {
            started.start();
            started.share(Files.writeString(folder.resolve("first.txt"), "first"));
            return started;
        } catch (IOException e) {
            started.close();
            absent.accept("Without syncthing: " + e.getMessage());
            return null;
        }
    }

    /// One after the other: all at once, their handshakes outlast their deadlines on a small computer.
    private List<Receiver> meet(NodeProcess origin) throws IOException, InterruptedException {
        String originIs = BenchNodes.ready(origin);
        var receivers = new ArrayList<Receiver>();
        for (int n = 1; n <= size.receivers(); n++) {
            String name = "Receiver" + n;
            NodeProcess node = nodes.start(name);
            String nodeIs = BenchNodes.ready(node);
            BenchNodes.joined(node, originIs);
            BenchNodes.joined(origin, nodeIs);
            for (Receiver before : receivers) {
                BenchNodes.joined(node, before.fingerprint);
                BenchNodes.joined(before.node, nodeIs);
            }
            receivers.add(new Receiver(node, nodeIs, nodes.downloads(name)));
        }
        return receivers;
    }

    private double rawTcp(Path file) throws IOException, InterruptedException {
        double seconds = 0;
        for (int n = 0; n < size.receivers(); n++) seconds += RawTcp.copy(file, nodes.folder().resolve("raw.bin"));
        return seconds;
    }

    /// Offered to one person directly: nobody else gets it.
    private static double alone(NodeProcess origin, Receiver receiver, Path file)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String offer = offer(origin, receiver.fingerprint, file);
        return lastHas(origin, List.of(receiver), offer, begin);
    }

    private static ClassRound together(NodeProcess origin, List<Receiver> receivers, Path file)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String offer = offer(origin, "#" + BenchNodes.ROOM, file);
        double seconds = lastHas(origin, receivers, offer, begin);
        Double sent = sent(origin, offer);
        origin.forgetEvents();
        return new ClassRound(seconds, sent);
    }

    private static String offer(NodeProcess origin, String to, Path file) throws IOException, InterruptedException {
        JsonObject answer = origin.send(to, List.of(file), BenchNodes.STEP_WITHIN);
        if (!answer.get("event").getAsString().equals("ok")) throw new IOException("Not sent: " + answer);
        return answer.get("offer").getAsString();
    }

    /// Seconds from the offer until the last one has the file under its name; what came is deleted.
    private static double lastHas(NodeProcess origin, List<Receiver> receivers, String offer, long begin)
            throws IOException, InterruptedException {
        long last = begin;
        for (Receiver each : receivers) {
            if (each.node.await("transferred", e -> isOf(e, offer), BenchNodes.STEP_WITHIN) == null) {
                throw new IOException("The file did not arrive.");
            }
            last = Math.max(last, each.node.nanosOf("transferred"));
        }
        for (Receiver each : receivers) {
            if (origin.await("transferred", e -> isOf(e, offer) && isOfPeer(e, each), BenchNodes.STEP_WITHIN) == null) {
                throw new IOException("The sender did not hear of it.");
            }
            each.node.forgetEvents();
            RandomFiles.empty(each.downloads);
        }
        return (last - begin) / 1e9;
    }

    /// As the origin tells it of its offer, once nobody lacks anything: a small file may have arrived before it tells
    /// anything.
    private static @Nullable Double sent(NodeProcess origin, String offer) throws InterruptedException {
        if (!origin.has("helping", e -> isOf(e, offer))) return null;
        JsonObject over = origin.await("helping", e -> isOf(e, offer) && e.get("peers").getAsInt() == 0,
                BenchNodes.STEP_WITHIN);
        return over == null ? null : over.get("sent").getAsDouble();
    }

    private static boolean isOf(JsonObject event, String offer) {
        return event.get("offer").getAsString().equals(offer);
    }

    private static boolean isOfPeer(JsonObject event, Receiver receiver) {
        return event.get("peer").getAsString().equals(receiver.fingerprint);
    }

    private String lastOf(String program) {
        return program + ", the last of " + size.receivers() + " receivers";
    }

    private void tell(double[] raw, double[] alone, double[] last, List<Double> sent) {
        String rawIs = "raw TCP, " + size.receivers() + " times in turn";
        out.accept(Measurement.of(rawIs, MILLIS, raw));
        out.accept(Measurement.of(ALONE, MILLIS, alone));
        out.accept(Measurement.of(lastOf("Landline"), MILLIS, last, "one alone", alone));
        out.accept(Measurement.of("Landline beside raw TCP", MILLIS, last, rawIs, raw));
        if (sent.isEmpty()) {
            absent.accept("How often the origin sent it is not known: the file was there too soon.");
        } else {
            out.accept(Measurement.of(SENT, Measurement.TIMES,
                    sent.stream().mapToDouble(Double::doubleValue).toArray()));
        }
    }

    private void tellSyncthing(double[] last, double[] others) {
        out.accept(Measurement.of(lastOf("syncthing"), MILLIS, others));
        out.accept(Measurement.of("Landline beside syncthing", MILLIS, last, "syncthing", others));
    }

    /// Ends what still runs, and takes the temporary folder away.
    @Override
    public void close() throws IOException {
        SyncthingGroup beside = syncthing;
        if (beside != null) beside.close();
        nodes.close();
    }
}
