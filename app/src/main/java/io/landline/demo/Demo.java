package io.landline.demo;

import com.google.gson.JsonObject;
import io.landline.peer.Sha256;
import io.landline.process.FreePorts;
import io.landline.process.NodeProcess;
import io.landline.process.ScratchFolder;
import io.landline.room.RoomKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The main job on the loopback interface, with real processes, real sockets and a real file; each step is printed as
/// it happens. The profiles are temporary, the UDP port is a free one, and nothing of the user's own profile is
/// touched. One thread; [#close] from any.
public final class Demo implements AutoCloseable {
    /// A step that did not come about. The message says which.
    public static final class StepFailed extends Exception {
        private static final long serialVersionUID = 1;

        StepFailed(String message) { super(message); }
    }

    /// A busy computer takes ten times as long as a quiet one.
    private static final Duration START_WITHIN = Duration.ofMinutes(2);
    private static final Duration STEP_WITHIN = Duration.ofMinutes(2);
    private static final int FILE_BYTES = 16 * 1024 * 1024;

    private final Consumer<String> out;
    private final UnaryOperator<String> language;
    private final List<NodeProcess> nodes = new ArrayList<>();
    private final long begin = System.nanoTime();
    private @Nullable ScratchFolder folder;
    private int udpPort;
    /// Guarded by this, as the nodes are.
    private boolean closed;

    /// @param out takes each line as it happens
    /// @param language says an English sentence in the user's language
    public Demo(Consumer<String> out, UnaryOperator<String> language) {
        this.out = out;
        this.language = language;
    }

    /// @throws InterruptedException also where it is closed meanwhile
    public void run() throws IOException, InterruptedException, StepFailed {
        try {
            steps();
        } catch (StepFailed | IOException e) {
            if (isClosed()) throw new InterruptedException(); // its nodes were ended: no step went wrong
            throw e;
        }
    }

    private void steps() throws IOException, InterruptedException, StepFailed {
        folder = ScratchFolder.make("landline-demo-");
        udpPort = FreePorts.udp();
        String key = RoomKey.generate(new SecureRandom()).words();
        step("Two nodes start as two processes, on the loopback interface alone. The room is #demo, its key: " + key);
        NodeProcess ada = start("Ada", key, "all");
        NodeProcess bob = start("Bob", key, "all");
        String adaIs = ready(ada);
        String bobIs = ready(bob);

        await(ada, "peer-appeared", e -> is(e, "peer", bobIs), "Ada sees Bob by UDP broadcast");
        await(bob, "peer-appeared", e -> is(e, "peer", adaIs), "Bob sees Ada");
        await(ada, "joined", e -> is(e, "peer", bobIs),
                "Ada: Bob has proven the room key, over TLS 1.3 and without sending it");
        await(bob, "joined", e -> is(e, "peer", adaIs), "Bob: so has Ada");

        say(ada, "#demo", "Hello Bob, this is Ada.");
        await(bob, "message", e -> is(e, "text", "Hello Bob, this is Ada."),
                "Bob reads in #demo: Hello Bob, this is Ada.");
        await(ada, "delivered", e -> is(e, "peer", bobIs), "Ada knows that it was delivered");
        say(bob, adaIs, "Hello Ada. Between us two.");
        await(ada, "message", e -> is(e, "text", "Hello Ada. Between us two."),
                "Ada reads from Bob alone: Hello Ada. Between us two.");

        sendFile(ada, bob, bobIs);
        refuseWrongKey(key, ada, adaIs);
        for (NodeProcess node : nodes) {
            int exitCode = node.quit();
            if (exitCode != 0) {
                throw new StepFailed("A node ended with exit code " + exitCode + " after it was told to quit.");
            }
        }
        step("All nodes have left the network. That is Landline: landline --help shows the rest.");
    }

    private void sendFile(NodeProcess ada, NodeProcess bob, String bobIs)
            throws IOException, InterruptedException, StepFailed {
        Path file = here().resolve("photos of the trip.zip");
        String hash = writeRandom(file);
        step("Ada offers Bob a file of " + FILE_BYTES / (1024 * 1024) + " MiB, SHA-256 " + hash.substring(0, 16) + "…");
        ok(ada.send(bobIs, List.of(file), STEP_WITHIN));
        JsonObject arrived = await(bob, "transferred", e -> is(e, "direction", "in"), "Bob has it");
        Path received = Path.of(arrived.getAsJsonArray("paths").get(0).getAsString());
        String receivedHash = hash(received);
        if (!receivedHash.equals(hash)) {
            throw new StepFailed("The file that arrived is another one: SHA-256 " + receivedHash);
        }
        double seconds = Math.max(arrived.get("seconds").getAsDouble(), 0.001);
        step("  as " + received.getFileName() + ", SHA-256 the same, "
                + String.format(Locale.ROOT, "%.0f", FILE_BYTES / seconds / 1e6) + " MB/s");
        await(ada, "transferred", e -> is(e, "direction", "out"), "Ada knows it too");
    }

    private void refuseWrongKey(String key, NodeProcess ada, String adaIs)
            throws IOException, InterruptedException, StepFailed {
        String wrong;
        do
            wrong = RoomKey.generate(new SecureRandom()).words();
        while (wrong.equals(key));
        step("A third node starts with another key for a room of that name");
        NodeProcess eve = start("Eve", wrong, "all");
        String eveIs = ready(eve);
        await(eve, "refused", e -> is(e, "peer", adaIs) && is(e, "reason", "wrong-key"),
                "Eve is refused by Ada: wrong key");
        await(ada, "refused", e -> is(e, "peer", eveIs) && is(e, "reason", "wrong-key"),
                "Ada knows that Eve was refused");
        var say = new JsonObject();
        say.addProperty("do", "say");
        say.addProperty("to", adaIs);
        say.addProperty("text", "let me in");
        JsonObject answer = eve.command(say, STEP_WITHIN);
        if (!is(answer, "event", "failed")) throw new StepFailed("A stranger could write to Ada.");
        if (ada.has("message", e -> is(e, "author", eveIs))) throw new StepFailed("A stranger's message came through.");
        step("Eve cannot write to Ada: nothing is ever sent to a stranger");
    }

    private synchronized NodeProcess start(String name, String key, String accept)
            throws IOException, InterruptedException {
        if (closed) throw new InterruptedException(); // nobody would end it
        Path profile = here().resolve(name);
        NodeProcess node = NodeProcess.start(new NodeProcess.Start(name, profile, here().resolve(name + " downloads"),
                udpPort, "demo", key, List.of("--accept", accept)));
        nodes.add(node);
        return node;
    }

    private String ready(NodeProcess node) throws InterruptedException, StepFailed {
        JsonObject ready = node.await("ready", _ -> true, START_WITHIN);
        if (ready == null) {
            JsonObject failed = node.await("failed", event -> event.has("message"), Duration.ZERO);
            if (failed != null) throw new StepFailed(failed.get("message").getAsString());
            throw new StepFailed(node.runs()
                    ? "A node did not start within " + START_WITHIN.toSeconds() + " s."
                    : "A node ended before it was ready, and did not say why.");
        }
        String fingerprint = ready.get("fingerprint").getAsString();
        step(ready.get("name").getAsString() + " is ready: fingerprint " + fingerprint.substring(0, 8) + ", TCP port "
                + ready.get("tcpPort").getAsString() + ", process " + node.pid());
        return fingerprint;
    }

    private void say(NodeProcess node, String to, String text) throws IOException, InterruptedException, StepFailed {
        var say = new JsonObject();
        say.addProperty("do", "say");
        say.addProperty("to", to);
        say.addProperty("text", text);
        ok(node.command(say, STEP_WITHIN));
    }

    private static void ok(JsonObject answer) throws StepFailed {
        if (!is(answer, "event", "ok")) {
            throw new StepFailed("A command failed: " + answer.get("message").getAsString());
        }
    }

    private JsonObject await(NodeProcess node, String kind, Predicate<JsonObject> fits, String done)
            throws InterruptedException, StepFailed {
        JsonObject event = node.await(kind, fits, STEP_WITHIN);
        if (event == null) {
            throw new StepFailed("This did not happen within " + STEP_WITHIN.toSeconds() + " s: " + done + ".");
        }
        step(done);
        return event;
    }

    private void step(String what) {
        out.accept(String.format(Locale.ROOT, "%7.3f s  %s", (System.nanoTime() - begin) / 1e9,
                language.apply(what)));
    }

    private static boolean is(JsonObject event, String field, String value) {
        return event.has(field) && !event.get(field).isJsonNull() && event.get(field).getAsString().equals(value);
    }

    private Path here() {
        ScratchFolder made = folder;
        if (made == null) throw new IllegalStateException("the demo has not begun");
        return made.path();
    }

    private static String writeRandom(Path file) throws IOException {
        var random = new Random();
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[1024 * 1024];
        try (OutputStream to = Files.newOutputStream(file)) {
            for (int written = 0; written < FILE_BYTES; written += block.length) {
                random.nextBytes(block);
                digest.update(block);
                to.write(block);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[1024 * 1024];
        try (InputStream from = Files.newInputStream(file)) {
            for (int read; (read = from.read(block)) > 0;) digest.update(block, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /// Ends the nodes, if they still run, and takes the temporary folder away. A second call waits for the first one.
    /// Any thread.
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        nodes.forEach(NodeProcess::close);
        ScratchFolder made = folder;
        if (made == null) return;
        try {
            made.close();
        } catch (IOException e) {
            out.accept(language
                    .apply("The temporary folder " + made.path() + " could not be removed: " + e.getMessage()));
        }
    }
}
