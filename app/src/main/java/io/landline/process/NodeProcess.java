package io.landline.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One `landline node --json` as a process of its own, driven by its lines as any program would. Keeps every event in
/// order, so that one may be waited for after it has come. Any thread.
public final class NodeProcess implements AutoCloseable {
    private static final Duration QUIT_WITHIN = Duration.ofMinutes(1);
    /// A process that is killed is gone once the system has a moment for it.
    private static final Duration GONE_WITHIN = Duration.ofMinutes(1);

    /// How a node is started.
    ///
    /// @param key given by the environment, never among the arguments, where others could read it; null for no room
    /// @param more further arguments
    public record Start(String name, Path profile, Path downloads, int udpPort, @Nullable String room,
            @Nullable String key, List<String> more) {}

    private final Process process;
    private final BufferedWriter commands;
    private final List<JsonObject> events = new ArrayList<>();
    private final Map<String, Long> newest = new HashMap<>();
    private boolean ended;
    private int asked;

    private NodeProcess(Process process) {
        this.process = process;
        commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8));
        Thread.ofVirtual().name("events-of-" + process.pid()).start(this::read);
    }

    /// Starts a node that stays on the loopback interface.
    public static NodeProcess start(Start start) throws IOException {
        return start(SelfCommand.of(), start, List.of("--interface", "lo"));
    }

    /// Starts a node on all interfaces that it finds.
    ///
    /// @param program the command line that starts Landline, without its arguments; it may take it into a network of
    ///        its own
    public static NodeProcess startOf(List<String> program, Start start) throws IOException {
        return start(program, start, List.of());
    }

    private static NodeProcess start(List<String> program, Start start, List<String> interfaces) throws IOException {
        var command = new ArrayList<>(program);
        command.addAll(List.of("node", "--json", "--profile", start.profile().toString(), "--name", start.name(),
                "--downloads", start.downloads().toString(), "--udp-port", String.valueOf(start.udpPort())));
        if (!start.more().contains("--tcp-port")) command.addAll(List.of("--tcp-port", "0"));
        command.addAll(interfaces);
        if (start.room() != null) command.addAll(List.of("--room", start.room()));
        command.addAll(start.more());
        var builder = new ProcessBuilder(command);
        builder.environment().remove("LANDLINE_KEY");
        if (start.key() != null) builder.environment().put("LANDLINE_KEY", start.key());
        builder.redirectError(
                new File(start.profile().resolveSibling(start.profile().getFileName() + ".stderr").toString()));
        return new NodeProcess(builder.start());
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line; (line = in.readLine()) != null;) {
                JsonObject event = JsonParser.parseString(line).getAsJsonObject();
                synchronized (this) {
                    events.add(event);
                    newest.put(event.get("event").getAsString(), System.nanoTime());
                    notifyAll();
                }
            }
        } catch (IOException e) {
            // the process is gone: the same as its end
        } finally {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
        }
    }

    /// The first event of this kind that fits, whether it came already or comes within this time; null where none does.
    public @Nullable JsonObject await(String kind, Predicate<JsonObject> fits, Duration patience)
            throws InterruptedException {
        return await(event -> event.get("event").getAsString().equals(kind) && fits.test(event), patience);
    }

    /// The first event of any kind that fits; null where none came within this time.
    public synchronized @Nullable JsonObject await(Predicate<JsonObject> fits, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (int i = 0;; i++) {
            while (i >= events.size()) {
                long left = end - System.nanoTime();
                if (left <= 0 || ended) return null;
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            JsonObject event = events.get(i);
            if (fits.test(event)) return event;
        }
    }

    /// Whether any event so far is of this kind and fits.
    public synchronized boolean has(String kind, Predicate<JsonObject> fits) {
        return count(kind, fits) > 0;
    }

    /// How many events so far are of this kind and fit.
    public synchronized long count(String kind, Predicate<JsonObject> fits) {
        return events.stream()
                .filter(event -> event.get("event").getAsString().equals(kind) && fits.test(event))
                .count();
    }

    /// Gives a command and waits for its answer, `ok` or `failed`.
    public JsonObject command(JsonObject command, Duration patience) throws IOException, InterruptedException {
        String id;
        synchronized (this) {
            id = "p" + ++asked;
            command.addProperty("id", id);
            commands.write(command + "\n");
            commands.flush();
        }
        JsonObject answer = await(event -> event.has("id") && event.get("id").getAsString().equals(id), patience);
        if (answer == null) throw new IOException("The node gave no answer.");
        return answer;
    }

    /// Offers files and folders, and waits for the answer, `ok` or `failed`.
    ///
    /// @param to as in the command `send`: a room or a person
    public JsonObject send(String to, List<Path> what, Duration patience) throws IOException, InterruptedException {
        var paths = new JsonArray();
        for (Path each : what) paths.add(each.toString());
        var send = new JsonObject();
        send.addProperty("do", "send");
        send.addProperty("to", to);
        send.add("paths", paths);
        return command(send, patience);
    }

    /// The newest events as the node wrote them, a line each: for who has to find out why something did not come.
    public synchronized String newest(int most) {
        return events.subList(Math.max(0, events.size() - most), events.size())
                .stream()
                .map(JsonObject::toString)
                .collect(Collectors.joining("\n"));
    }

    /// When the newest event of this kind was read here, by `System.nanoTime`.
    public synchronized long nanosOf(String kind) {
        Long nanos = newest.get(kind);
        if (nanos == null) throw new IllegalStateException("no " + kind + " so far");
        return nanos;
    }

    public boolean runs() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /// Forgets the events so far: for long measurements.
    public synchronized void forgetEvents() {
        events.clear();
    }

    /// Asks it to quit, and kills it where it does not within a minute: on a busy computer a node that ends well may
    /// take that.
    ///
    /// @return its exit code; -1 where it was killed
    public int quit() throws InterruptedException {
        return quit(QUIT_WITHIN);
    }

    int quit(Duration within) throws InterruptedException {
        try {
            commands.write("{\"do\":\"quit\"}\n");
            commands.flush();
        } catch (IOException e) {
            // it has ended already
        }
        if (process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) return process.exitValue();
        kill();
        return -1;
    }

    /// Waits until it is gone: before that it may still write where somebody takes its folder away.
    private void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(GONE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Ends it at once, if it still runs. It is gone when this returns.
    @Override
    public void close() {
        kill();
        try {
            commands.close();
        } catch (IOException e) {
            if (process.isAlive()) throw new UncheckedIOException(e);
        }
    }
}
