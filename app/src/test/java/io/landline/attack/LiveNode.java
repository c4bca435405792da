package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.attack.Place.Start;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A node as people start it, driven by its lines. Reads all that it prints and keeps what is of use here: of a
/// flood's messages nothing, so that the measuring program does not grow with the flood. Any thread.
final class LiveNode implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration END = Duration.ofSeconds(20);
    private static final List<String> NOT_KEPT = List.of("{\"event\":\"message\"", "{\"event\":\"offered\"",
            "{\"event\":\"progress\"");

    private final Process process;
    private final Writer commands;
    private final Map<String, CompletableFuture<JsonObject>> answers = new ConcurrentHashMap<>();
    private final List<JsonObject> kept = new ArrayList<>();
    private volatile Consumer<JsonObject> delivered = _ -> {};
    private boolean ended;
    private int asked;

    private LiveNode(Process process) {
        this.process = process;
        commands = process.outputWriter(UTF_8);
        Thread.ofVirtual().start(this::read);
    }

    /// Starts a node without a window, and waits until it is ready.
    static LiveNode start(Place place, Start start) throws IOException, InterruptedException {
        var node = new LiveNode(place.node(start));
        if (node.await("ready", _ -> true, READY) != null) return node;
        node.close();
        throw new IOException(start.name() + " did not get ready");
    }

    private void read() {
        try (BufferedReader in = process.inputReader(UTF_8)) {
            for (String line; (line = in.readLine()) != null;) {
                if (NOT_KEPT.stream().noneMatch(line::startsWith)) keep(JsonParser.parseString(line).getAsJsonObject());
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

    private void keep(JsonObject event) {
        CompletableFuture<JsonObject> asker = event.has("id") ? answers.remove(event.get("id").getAsString()) : null;
        if (asker != null) {
            asker.complete(event);
        } else if (event.get("event").getAsString().equals("delivered")) {
            delivered.accept(event);
        } else {
            synchronized (this) {
                kept.add(event);
                notifyAll();
            }
        }
    }

    /// The first event of this kind that fits, from the start on; null where none came in time.
    synchronized @Nullable JsonObject await(String kind, Predicate<JsonObject> fits, Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (int i = 0;; i++) {
            while (i >= kept.size()) {
                long left = end - System.nanoTime();
                if (left <= 0 || ended) return null;
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            JsonObject event = kept.get(i);
            if (event.get("event").getAsString().equals(kind) && fits.test(event)) return event;
        }
    }

    /// How many events of this kind about that peer were told so far.
    synchronized long count(String kind, String peer) {
        return kept.stream()
                .filter(
                        event -> event.get("event").getAsString().equals(kind)
                                && event.get("peer").getAsString().equals(peer))
                .count();
    }

    /// Waits until this node and that peer are together in that room. False: they were not, in time.
    boolean awaitJoined(String peer, String room, Duration patience) throws InterruptedException {
        return await("joined",
                event -> event.get("peer").getAsString().equals(peer) && event.get("room").getAsString().contains(room),
                patience) != null;
    }

    String fingerprint() throws InterruptedException {
        JsonObject ready = await("ready", _ -> true, Duration.ZERO);
        if (ready == null) throw new IllegalStateException("not ready");
        return ready.get("fingerprint").getAsString();
    }

    /// From now on, each mark that something was delivered. Called on the reading thread.
    void onDelivered(Consumer<JsonObject> consumer) {
        delivered = consumer;
    }

    /// Gives a command; its answer, `ok` or `failed`, completes the future on the reading thread.
    CompletableFuture<JsonObject> ask(JsonObject command) throws IOException {
        var answer = new CompletableFuture<JsonObject>();
        synchronized (commands) {
            String id = "a" + ++asked;
            answers.put(id, answer);
            command.addProperty("id", id);
            commands.write(command + "\n");
            commands.flush();
        }
        return answer;
    }

    /// Gives a command and waits until it is done.
    JsonObject command(JsonObject command) throws IOException, InterruptedException {
        return command(command, ANSWER);
    }

    /// The same where that may take longer.
    JsonObject command(JsonObject command, Duration patience) throws IOException, InterruptedException {
        try {
            JsonObject answer = ask(command).get(patience.toSeconds(), TimeUnit.SECONDS);
            if (answer.get("event").getAsString().equals("ok")) return answer;
            throw new IOException(command + " was answered " + answer);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(command + " was not answered", e);
        }
    }

    static JsonObject does(String what, String... fields) {
        var command = new JsonObject();
        command.addProperty("do", what);
        for (int i = 0; i < fields.length; i += 2) command.addProperty(fields[i], fields[i + 1]);
        return command;
    }

    void quit() throws IOException, InterruptedException {
        ask(does("quit"));
        if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) throw new IOException("a node does not end");
    }

    Process process() {
        return process;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
