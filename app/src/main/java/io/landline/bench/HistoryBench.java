package io.landline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.node.ProfileWithoutNode;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.process.ScratchFolder;
import io.landline.process.SelfCommand;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.settings.Profile;
import io.landline.storage.InventedHistory;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Measures a long history: how soon a conversation can be shown at its end, how soon a search answers, what it takes
/// on the disk and in memory. A process of its own is started for each round ([HistoryRound]), after the system was
/// asked to forget the file. One thread; [#close] from any.
public final class HistoryBench implements Closeable {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int FORGETTING_SECONDS_MAX = 30;
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xms8m", "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED");

    /// @param entries of the history
    /// @param rounds processes
    public record Size(int entries, int rounds) {}

    private final Size size;
    private final Consumer<Measurement> out;
    private final ScratchFolder folder;
    private @Nullable Process running; // guarded by this

    /// @param in where the profile goes
    /// @param out takes each figure as it is there
    public HistoryBench(Size size, Path in, Consumer<Measurement> out) throws IOException {
        this.size = size;
        this.out = out;
        folder = ScratchFolder.in(in, "landline-bench-");
    }

    public void run() throws IOException, InterruptedException {
        Path profile = folder.path().resolve("profile");
        Path database = fill(profile);
        tell("size on disk", "MB", Files.size(database) / Measurement.BYTES_A_MB);
        boolean cold = true;
        var figures = new LinkedHashMap<String, List<Double>>();
        for (int i = 0; i < size.rounds(); i++) {
            cold &= forget(database);
            for (var figure : round(profile).entrySet()) {
                figures.computeIfAbsent(figure.getKey(), _ -> new ArrayList<>()).add(figure.getValue());
            }
        }
        round(profile, HistoryRound.JOINED).forEach((name, value) -> figures.put(name, List.of(value)));
        String suffix = cold ? "" : " (the file stayed in the system's memory)";
        figures.forEach((name, values) -> {
            double[] rounds = values.stream().mapToDouble(Double::doubleValue).toArray();
            String unit = name.startsWith(HistoryRound.MEMORY) ? "MB" : "ms";
            out.accept(Measurement.of(name + (name.startsWith(HistoryRound.COLD) ? suffix : ""), unit, rounds));
        });
    }

    private Path fill(Path profile) throws IOException {
        String key = RoomKey.generate(new SecureRandom()).words();
        var options = new NodeOptions(profile, null,
                List.of(new NodeOptions.RequestedRoom(new RoomName(HistoryRound.ROOM), false, key)),
                NodeOptions.Network.NOT_ASKED, folder.path().resolve("downloads"), null, false);
        RoomId room;
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(options)) {
            room = opened.reader().rooms().getFirst().id();
        } catch (NodeException e) {
            throw new IOException(e.getMessage(), e);
        }
        Path database = Profile.open(profile).database();
        long began = System.nanoTime();
        InventedHistory.fill(database, ConversationId.of(room), size.entries(), System.currentTimeMillis());
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        tell("stored in runs", "/s", size.entries() / seconds);
        return database;
    }

    private void tell(String name, String unit, double value) {
        out.accept(Measurement.of(name, unit, new double[]{value}));
    }

    /// Asks the system to drop what it keeps of a file in its memory.
    ///
    /// @return whether it could be asked
    private static boolean forget(Path file) throws InterruptedException {
        try {
            Process dd = new ProcessBuilder("dd", "if=" + file, "iflag=nocache", "count=0")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return dd.waitFor(FORGETTING_SECONDS_MAX, TimeUnit.SECONDS) && dd.exitValue() == 0;
        } catch (IOException e) {
            return false; // another system
        }
    }

    private Map<String, Double> round(Path profile, String... more) throws IOException, InterruptedException {
        var command = SelfCommand.of(HistoryRound.class, OPTIONS);
        command.add(profile.toString());
        command.add(String.valueOf(FreePorts.udp()));
        command.addAll(List.of(more));
        Path errors = folder.path().resolve("stderr");
        Process process;
        synchronized (this) {
            process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
            running = process;
        }
        var figures = new LinkedHashMap<String, Double>();
        try (var lines = process.inputReader(UTF_8)) {
            for (String line; (line = lines.readLine()) != null;) {
                int at = line.indexOf('=');
                if (at > 0) figures.put(line.substring(0, at), Double.valueOf(line.substring(at + 1)));
            }
        }
        if (process.waitFor() != 0) throw new IOException("A round failed: " + Files.readString(errors).strip());
        return figures;
    }

    /// Ends the round that is under way, if one is, and takes the temporary folder away.
    @Override
    public void close() throws IOException {
        synchronized (this) {
            if (running != null) running.destroyForcibly();
        }
        folder.close();
    }
}
