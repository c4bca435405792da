package io.landline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One process of syncthing with a home of its own, driven by its REST interface on 127.0.0.1. One thread; [#end] and
/// [#close] from any.
final class SyncthingDevice implements AutoCloseable {
    static final String PROGRAM = "syncthing";
    private static final Pattern ID = Pattern.compile("<device id=\"([A-Z2-7-]+)\"");
    private static final int END_WITHIN_SECONDS = 5;
    /// One question for events; without any the answer is empty.
    private static final int ASK_SECONDS = 10;

    private final Path program;
    private final Path home;
    private final String id;
    private final int rest;
    private final String key = UUID.randomUUID().toString();
    private final List<JsonObject> events = new ArrayList<>();
    private long lastEvent;
    private volatile @Nullable Process process;

    private SyncthingDevice(Path program, Path home, String id, int rest) {
        this.program = program;
        this.home = home;
        this.id = id;
        this.rest = rest;
    }

    /// Lets it make its keys.
    ///
    /// @param home is made
    /// @param rest the port of its REST interface
    static SyncthingDevice make(Path program, Path home, int rest) throws IOException, InterruptedException {
        Files.createDirectories(home.resolve("shared").resolve(".stfolder"));
        Path said = home.resolve("said");
        Process generate = builder(program, home, "generate").redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (generate.waitFor() != 0) throw new IOException("it makes no keys: " + lastLine(Files.readString(said)));
        Matcher found = ID.matcher(Files.readString(home.resolve("config.xml")));
        if (!found.find()) throw new IOException("its configuration has no device.");
        return new SyncthingDevice(program, home, found.group(1), rest);
    }

    /// Nothing of the user's environment tells it where to go: neither a proxy, nor a folder of the user's.
    private static ProcessBuilder builder(Path program, Path home, String command, String... options) {
        var arguments = new ArrayList<>(List.of(program.toString(), command, "--home=" + home));
        arguments.addAll(List.of(options));
        var builder = new ProcessBuilder(arguments);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("ST")
                        || name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("STNODEFAULTFOLDER", "1");
        builder.environment().put("STNOUPGRADE", "1");
        return builder;
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce((_, last) -> last).orElse("it said nothing");
    }

    String id() {
        return id;
    }

    /// What it shares with the others.
    Path shared() {
        return home.resolve("shared");
    }

    /// @param self which of the members it is
    void start(List<SyncthingConfig.Member> members, int self) throws IOException {
        Files.writeString(home.resolve("config.xml"), SyncthingConfig.of(members, self, shared(), rest, key));
        process = builder(program, home, "serve", "--no-browser", "--no-restart", "--no-upgrade")
                .redirectErrorStream(true)
                .start();
    }

    /// What it says later is read and dropped.
    void awaitListening() throws IOException {
        Process started = process;
        if (started == null) throw new IllegalStateException("not started");
        BufferedReader said = started.inputReader(UTF_8);
        String last = "it said nothing";
        for (String line; (line = said.readLine()) != null; last = line) {
            if (!line.contains("API listening")) continue;
            Thread.ofVirtual().start(() -> drop(said));
            return;
        }
        throw new IOException("it does not start: " + last);
    }

    private static void drop(BufferedReader said) {
        try {
            said.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // it has ended
        }
    }

    void awaitConnected(String other) throws IOException {
        await("DeviceConnected", data -> data.get("id").getAsString().equals(other));
    }

    /// Lets it look at a file that came or went in its shared folder.
    void scan(String name) throws IOException {
        ask("POST", "db/scan?folder=" + SyncthingConfig.FOLDER + "&sub=" + URLEncoder.encode(name, UTF_8));
    }

    /// Waits until it has done with a file what the others did.
    ///
    /// @param action `update` or `delete`
    void awaitFinished(String name, String action) throws IOException {
        await("ItemFinished", data -> data.get("item").getAsString().equals(name)
                && data.get("action").getAsString().equals(action) && data.get("error").isJsonNull());
    }

    /// Forgets what came until then: each thing that happens is waited for once.
    private void await(String type, Predicate<JsonObject> fits) throws IOException {
        long end = System.nanoTime() + BenchNodes.STEP_WITHIN.toNanos();
        while (true) {
            if (events.removeIf(event -> event.get("type").getAsString().equals(type)
                    && fits.test(event.getAsJsonObject("data")))) {
                return;
            }
            if (System.nanoTime() > end) throw new IOException("it told of no " + type + ".");
            String answer = ask("GET", "events?since=" + lastEvent + "&timeout=" + ASK_SECONDS);
            for (JsonElement each : JsonParser.parseString(answer).getAsJsonArray()) {
                JsonObject event = each.getAsJsonObject();
                events.add(event);
                lastEvent = Math.max(lastEvent, event.get("id").getAsLong());
            }
        }
    }

    private String ask(String method, String what) throws IOException {
        var connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + rest + "/rest/" + what)
                .toURL()
                .openConnection(Proxy.NO_PROXY);
        connection.setRequestMethod(method);
        connection.setRequestProperty("X-API-Key", key);
        connection.setReadTimeout((int) BenchNodes.STEP_WITHIN.toMillis());
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("it answered " + connection.getResponseCode() + ".");
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /// Asks it to end, and does not wait for it. `Process.destroy` would close what it writes to: then it dies
    /// before it has ended what it started.
    void end() {
        Process running = process;
        if (running != null) running.toHandle().destroy();
    }

    /// It and what it started are gone when this returns.
    @Override
    public void close() {
        Process running = process;
        if (running == null) return;
        List<ProcessHandle> all = Stream.concat(Stream.of(running.toHandle()), running.descendants()).toList();
        try {
            if (running.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS)) return;
            all.forEach(ProcessHandle::destroyForcibly);
            running.waitFor(END_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            all.forEach(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
