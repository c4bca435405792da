package io.landline.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.filetransfer.AcceptRule;
import io.landline.node.Node;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the profile of a node that has done a bit of everything, and what it answers to questions, into the archive
/// that is named: once at each release (docs/compatibility.md, "Recorded bytes"). Ada and Bob meet on this computer
/// alone.
final class RecordProfile {
    private static final long PATIENCE_SECONDS = 30;
    private static final int HALF_BYTES = 3 << 20;
    private static final String SLOW = "{\"do\":\"limit\",\"receive\":400000}";

    private RecordProfile() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectory(RecordedProfile.WRITTEN_IN);
        try {
            List<String> questions = live(folder);
            var answers = new ArrayList<String>();
            Node ada = RecordedProfile.open(folder);
            try {
                for (String each : questions) {
                    answers.add(each);
                    answers.add(RecordedProfile.answer(ada, each).toString());
                }
            } finally {
                ada.close();
            }
            Files.write(folder.resolve(RecordedProfile.ANSWERS), answers, UTF_8);
            pack(folder, Path.of(arguments[0]));
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }

    /// A node with its lines.
    private static final class Speaker implements AutoCloseable {
        final Node node;
        private final NodeConsole console;
        private final List<JsonObject> lines = new ArrayList<>();
        private int asked;

        Speaker(Path folder, String name, int udpPort) throws Exception {
            var room = new RequestedRoom(new RoomName("class"), false, "amber fox piano river");
            var lobby = new RequestedRoom(new RoomName("lobby"), true, null);
            node = Node.open(new NodeOptions(folder.resolve(name), new PeerName(name), List.of(room, lobby),
                    new Network(udpPort, 0, List.of("lo"), List.of()), folder.resolve(name + "-downloads"),
                    AcceptRule.ASK, false));
            console = new NodeConsole(node, this::told, () -> {}, null);
            node.start();
        }

        private synchronized void told(JsonObject line) {
            lines.add(JsonParser.parseString(line.toString()).getAsJsonObject());
            notifyAll();
        }

        synchronized JsonObject await(Predicate<JsonObject> fits) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            for (int i = 0;; i++) {
                while (i >= lines.size()) {
                    long left = end - System.nanoTime();
                    if (left <= 0) throw new IllegalStateException("not told in time; there is " + lines);
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
                if (fits.test(lines.get(i))) return lines.get(i);
            }
        }

        JsonObject await(String event) throws InterruptedException {
            return await(line -> line.get("event").getAsString().equals(event));
        }

        JsonObject ask(String command) throws InterruptedException {
            String id = "q" + ++asked;
            console.line(command.replaceFirst("\\}$", ",\"id\":\"" + id + "\"}"));
            JsonObject answer = await(line -> line.has("id") && line.get("id").getAsString().equals(id));
            if (!answer.get("event").getAsString().equals("ok")) {
                throw new IllegalStateException(command + " is answered with " + answer);
            }
            return answer;
        }

        /// The id of what was written.
        String write(String command) throws InterruptedException {
            return ask(command).get("message").getAsString();
        }

        /// Until something of the other with this field is here.
        void awaitHere(String field, String value) throws InterruptedException {
            await(line -> line.has(field) && line.get(field).getAsString().equals(value));
        }

        @Override
        public void close() {
            console.close();
            node.close();
        }
    }

    /// What happens; the questions that are asked of it later.
    private static List<String> live(Path folder) throws Exception {
        int udpPort = FreePorts.udp();
        Path files = Files.createDirectories(folder.resolve("files/shelf/inner")).getParent().getParent();
        Files.writeString(files.resolve("shelf/inner/page.txt"), "a page");
        for (String name : List.of("done", "asked", "essay")) Files.writeString(files.resolve(name + ".txt"), name);
        Files.write(files.resolve("half.bin"), new byte[HALF_BYTES]);
        try (var ada = new Speaker(folder, RecordedProfile.ADA, udpPort);
                var bob = new Speaker(folder, "Bob", udpPort)) {
            Fingerprint his = bob.node.fingerprint();
            ada.await(line -> line.get("event").getAsString().equals("joined") && line.toString().contains("class"));
            bob.await(line -> line.get("event").getAsString().equals("joined") && line.toString().contains("class"));
            String first = ada.write("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"The first word — “quoted”, 語\"}");
            bob.awaitHere("id", first);
            String reply = bob.write("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"An answer\",\"reply\":\"" + first
                    + "\"}");
            ada.awaitHere("id", reply);
            ada.ask("{\"do\":\"edit\",\"target\":\"" + first + "\",\"text\":\"The first word, edited\"}");
            ada.ask("{\"do\":\"react\",\"target\":\"" + reply + "\",\"emoji\":\"👍\"}");
            ada.ask("{\"do\":\"pin\",\"target\":\"" + reply + "\"}");
            ada.ask("{\"do\":\"save\",\"target\":\"" + reply + "\"}");
            String gone = ada.write("{\"do\":\"say\",\"to\":\"#class\",\"text\":\"This goes\"}");
            ada.ask("{\"do\":\"delete\",\"target\":\"" + gone + "\"}");
            String poll = ada.write("{\"do\":\"poll\",\"to\":\"#class\",\"question\":\"Which?\",\"options\":[\"one\","
                    + "\"two\"]}");
            bob.awaitHere("id", poll);
            bob.ask("{\"do\":\"vote\",\"target\":\"" + poll + "\",\"choices\":[1]}");
            ada.ask("{\"do\":\"vote\",\"target\":\"" + poll + "\",\"choices\":[0]}");
            String box = ada.write("{\"do\":\"collect\",\"to\":\"#class\",\"title\":\"Essays\","
                    + "\"until\":\"2036-01-01T00:00:00Z\"}");
            bob.awaitHere("id", box);
            ada.ask("{\"do\":\"say\",\"to\":\"" + his.hex() + "\",\"text\":\"Between the two\"}");
            ada.ask("{\"do\":\"say\",\"to\":\"#lobby\",\"text\":\"In the open\"}");
            ada.ask("{\"do\":\"shelf-add\",\"to\":\"#class\",\"path\":\"" + files.resolve("shelf") + "\"}");
            bob.ask("{\"do\":\"hand-in\",\"target\":\"" + box + "\",\"paths\":[\"" + files.resolve("essay.txt")
                    + "\"]}");
            ada.await(line -> line.get("event").getAsString().equals("transferred")
                    && line.toString().contains("essay.txt"));
            take(ada, bob, files.resolve("done.txt"));
            ada.await(line -> line.get("event").getAsString().equals("transferred")
                    && line.toString().contains("done.txt"));
            ada.ask(SLOW);
            String half = take(ada, bob, files.resolve("half.bin"));
            ada.await(line -> line.get("event").getAsString().equals("progress")
                    && line.toString().contains(half) && line.get("bytes").getAsLong() > 0);
            ada.ask("{\"do\":\"pause\",\"transfer\":\"" + half + "\"}");
            offered(ada, bob, files.resolve("asked.txt"));
            ada.ask("{\"do\":\"read\",\"conversation\":\"#class\"}");
            ada.ask("{\"do\":\"close\",\"target\":\"" + poll + "\"}");
            ada.ask("{\"do\":\"mute\",\"to\":\"#lobby\",\"told\":\"mentions\"}");
            ada.ask("{\"do\":\"archive\",\"conversation\":\"#lobby\"}");
            ada.node.contacts().setVerified(his, true);

            return List.of(history("#class"), history("#lobby"), history(his.hex()), "{\"do\":\"rooms\"}",
                    "{\"do\":\"members\",\"room\":\"#class\"}", "{\"do\":\"saved\"}", "{\"do\":\"boxes\"}",
                    "{\"do\":\"box\",\"target\":\"" + box + "\"}", "{\"do\":\"transfers\"}",
                    "{\"do\":\"shelves\"}", "{\"do\":\"search\",\"words\":\"word\"}",
                    "{\"do\":\"export\",\"to\":\"#class\",\"format\":\"json\"}");
        }
    }

    private static String history(String conversation) {
        return "{\"do\":\"history\",\"to\":\"" + conversation + "\",\"limit\":100}";
    }

    private static String take(Speaker ada, Speaker bob, Path file) throws InterruptedException {
        String transfer = offered(ada, bob, file);
        ada.ask("{\"do\":\"accept\",\"transfer\":\"" + transfer + "\"}");
        return transfer;
    }

    private static String offered(Speaker ada, Speaker bob, Path file) throws InterruptedException {
        String offer = bob.ask("{\"do\":\"send\",\"to\":\"#class\",\"paths\":[\"" + file + "\"]}")
                .get("offer")
                .getAsString();
        return ada.await(line -> line.get("event").getAsString().equals("offered")
                && line.get("offer").getAsString().equals(offer)).get("transfer").getAsString();
    }

    /// What belongs to Ada: she is asked for it later.
    private static void pack(Path folder, Path archive) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("Bob"))
                    .filter(file -> !file.getFileName()
                            .toString()
                            .matches("lock|log.*|.*\\.log|.*-wal|.*-shm|half\\.bin"))
                    .sorted()
                    .toList();
        }
        try (OutputStream out = Files.newOutputStream(archive); var zip = new ZipOutputStream(out)) {
            for (Path each : all) {
                var entry = new ZipEntry(folder.relativize(each).toString());
                entry.setLastModifiedTime(Files.getLastModifiedTime(each));
                zip.putNextEntry(entry);
                Files.copy(each, zip);
                zip.closeEntry();
            }
        }
    }
}
