package io.landline.bench;

import com.google.gson.JsonObject;
import io.landline.process.NodeProcess;
import io.landline.process.ScratchFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Measures how long files take between two real nodes, beside a plain TCP connection and the programs that people use
/// otherwise, in the same rounds on the same machine. *Cold* is the first file between two nodes that were started a
/// moment ago with new profiles; *warm* is a later one. One thread; [#close] from any.
public final class FilesBench implements Closeable {
    static final String RAW = "raw TCP";
    static final String OURS = "Landline";
    /// Of each of the many files.
    public static final int SMALL_FILE_BYTES = 4 * 1024;
    /// Transfers between two nodes before those that count as warm.
    private static final int WARM_UPS = 2;
    private static final double BYTES_A_GIB = 1024.0 * 1024 * 1024;

    /// How much is measured; what is 0 is left out.
    ///
    /// @param coldBytes of the file between fresh nodes
    /// @param warmBytes of the file between nodes that moved some before
    /// @param files of 4 KiB
    /// @param rounds of each
    public record Size(long coldBytes, long warmBytes, int files, int rounds) {}

    /// One way of moving files, in each round once.
    private interface Way {
        CopyCost once() throws IOException, InterruptedException;
    }

    private final Size size;
    private final Consumer<Measurement> out;
    private final Consumer<String> absent;
    private final ScratchFolder folder;
    private final Path copied;
    private final List<CopyTool> tools = new ArrayList<>();
    private volatile @Nullable SshServer server;
    private volatile @Nullable BenchNodes nodes;

    /// @param in where the files go; a folder in memory leaves the disk out
    /// @param out takes each figure as it is there
    /// @param absent is told what else cannot be measured here, and why
    public FilesBench(Size size, Path in, Consumer<Measurement> out, Consumer<String> absent) throws IOException {
        this.size = size;
        this.out = out;
        this.absent = absent;
        folder = ScratchFolder.in(in, "landline-bench-");
        copied = Files.createDirectory(folder.path().resolve("copied"));
    }

    public void run() throws IOException, InterruptedException {
        findTools();
        out.accept(Bench.hash()); // with instructions for it a core hashes some 1,700 MB/s, without them 150 to 300
        if (size.coldBytes() > 0) cold();
        if (size.warmBytes() > 0) warm();
        if (size.files() > 0) many();
    }

    private void findTools() throws InterruptedException {
        try {
            server = SshServer.start(folder.path().resolve("ssh"));
        } catch (IOException e) {
            absent.accept("Without scp, rsync and rclone: " + e.getMessage() + ".");
            return;
        }
        for (CopyTool tool : CopyTool.values()) {
            if (tool.isInstalled()) {
                tools.add(tool);
            } else {
                absent.accept(tool.program + " is not installed.");
            }
        }
    }

    private void cold() throws IOException, InterruptedException {
        Path file = RandomFiles.large(folder.path().resolve("cold.bin"), size.coldBytes());
        Map<String, Way> ways = others(file, false);
        ways.put(OURS, () -> {
            Pair pair = meet();
            CopyCost cost = pair.send(file);
            pair.quit();
            return cost;
        });
        tell("cold, first file", ways, size.coldBytes(), true);
        Files.delete(file);
    }

    private void warm() throws IOException, InterruptedException {
        Path file = RandomFiles.large(folder.path().resolve("warm.bin"), size.warmBytes());
        Pair pair = meet();
        for (int i = 0; i < WARM_UPS; i++) pair.send(file);
        Map<String, Way> ways = others(file, false);
        ways.put(OURS, () -> pair.send(file));
        tell("warm, large file", ways, size.warmBytes(), false);
        pair.quit();
        Files.delete(file);
    }

    private void many() throws IOException, InterruptedException {
        Path from = folder.path().resolve("many");
        RandomFiles.small(from, size.files(), SMALL_FILE_BYTES);
        Pair pair = meet();
        CopyCost first = pair.send(from);
        long bytes = (long) size.files() * SMALL_FILE_BYTES;
        out.accept(Measurement.of("many small files, the first time, Landline", "s", new double[]{first.seconds()}));
        Map<String, Way> ways = others(from, true);
        ways.put(OURS, () -> pair.send(from));
        tell("many small files", ways, bytes, true);
        pair.quit();
    }

    private Map<String, Way> others(Path from, boolean isFolder) {
        var ways = new LinkedHashMap<String, Way>();
        if (!isFolder) {
            ways.put(RAW, () -> new CopyCost(RawTcp.copy(from, folder.path().resolve("raw.bin")), 0, 0));
        }
        SshServer ssh = server;
        if (ssh != null) for (CopyTool tool : tools) ways.put(tool.title, () -> copy(tool, ssh, from));
        return ways;
    }

    private CopyCost copy(CopyTool tool, SshServer ssh, Path from) throws IOException, InterruptedException {
        BenchNodes running = nodes;
        CopyCost cost = tool.copy(ssh, from, copied, running == null ? List.of() : running.pids());
        RandomFiles.empty(copied);
        return cost;
    }

    /// Each round moves the files once in each way, so that all have the same share of the machine.
    private void tell(String what, Map<String, Way> ways, long bytes, boolean inSeconds)
            throws IOException, InterruptedException {
        var costs = new LinkedHashMap<String, List<CopyCost>>();
        for (int round = 0; round < size.rounds(); round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                costs.computeIfAbsent(way.getKey(), _ -> new ArrayList<>()).add(way.getValue().once());
            }
        }
        var speeds = new LinkedHashMap<String, double[]>();
        costs.forEach((way, rounds) -> speeds.put(way, rounds.stream()
                .mapToDouble(cost -> inSeconds ? cost.seconds() : bytes / cost.seconds() / Measurement.BYTES_A_MB)
                .toArray()));
        String unit = inSeconds ? "s" : "MB/s";
        speeds.forEach((way, rounds) -> out.accept(Measurement.of(what + ", " + way, unit, rounds)));
        double[] ours = speeds.remove(OURS);
        if (ours != null) {
            speeds.forEach((way, rounds) -> out
                    .accept(Measurement.of(what + ", " + OURS + " beside " + way, unit, ours, way, rounds)));
        }
        costs.forEach((way, rounds) -> cost(what + ", " + way, rounds, bytes));
    }

    private void cost(String what, List<CopyCost> rounds, long bytes) {
        if (rounds.stream().allMatch(cost -> cost.cpuSeconds() > 0)) {
            out.accept(Measurement.of(what + ": processor time of both sides", "s/GiB",
                    rounds.stream().mapToDouble(cost -> cost.cpuSeconds() * BYTES_A_GIB / bytes).toArray()));
        }
        if (rounds.stream().allMatch(cost -> cost.peakBytes() > 0)) {
            out.accept(Measurement.of(what + ": peak memory of both sides", "MB",
                    rounds.stream().mapToDouble(cost -> cost.peakBytes() / Measurement.BYTES_A_MB).toArray()));
        }
    }

    /// Two nodes that have just met, in a folder of their own.
    private Pair meet() throws IOException, InterruptedException {
        var both = new BenchNodes(folder.path());
        nodes = both;
        NodeProcess ada = both.start("Ada");
        NodeProcess bob = both.start("Bob");
        String adaIs = BenchNodes.ready(ada);
        String bobIs = BenchNodes.ready(bob);
        BenchNodes.joined(ada, bobIs);
        BenchNodes.joined(bob, adaIs);
        return new Pair(both, ada, bob, bobIs, both.downloads("Bob"));
    }

    /// Two nodes, the second of which takes what the first sends.
    private record Pair(BenchNodes both, NodeProcess ada, NodeProcess bob, String bobIs, Path downloads) {
        /// From the command until everything is under its name; what came is deleted.
        CopyCost send(Path what) throws IOException, InterruptedException {
            ada.forgetEvents();
            bob.forgetEvents();
            double cpuBefore = ProcessCost.cpuSeconds(ada.pid()) + ProcessCost.cpuSeconds(bob.pid());
            long begin = System.nanoTime();
            offer(what);
            if (!hasArrived(bob)) throw new IOException("The files did not arrive.");
            double seconds = (System.nanoTime() - begin) / 1e9;
            double cpu = ProcessCost.cpuSeconds(ada.pid()) + ProcessCost.cpuSeconds(bob.pid()) - cpuBefore;
            long peak = ProcessCost.peakBytes(ada.pid()) + ProcessCost.peakBytes(bob.pid());
            if (!hasArrived(ada)) throw new IOException("The sender did not hear of it.");
            RandomFiles.empty(downloads);
            return new CopyCost(seconds, cpu, peak);
        }

        private void offer(Path what) throws IOException, InterruptedException {
            JsonObject answer = ada.send(bobIs, List.of(what), BenchNodes.STEP_WITHIN);
            if (!answer.get("event").getAsString().equals("ok")) throw new IOException("Not sent: " + answer);
        }

        private static boolean hasArrived(NodeProcess node) throws InterruptedException {
            return node.await("transferred", _ -> true, BenchNodes.STEP_WITHIN) != null;
        }

        void quit() throws InterruptedException {
            both.quit();
        }
    }

    /// Ends what still runs, and takes the temporary folder away.
    @Override
    public void close() throws IOException {
        SshServer ssh = server;
        if (ssh != null) ssh.close();
        BenchNodes running = nodes;
        if (running != null) running.close();
        folder.close();
    }
}
