package io.landline.node;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.fixture.JoinedProfile;
import io.landline.process.FreePorts;
import io.landline.process.NodeProcess;
import io.landline.process.ScratchFolder;
import io.landline.process.SelfCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A program that takes the power from a receiver's disk at any moment, again and again, while folders and files come
/// and both sides write. Afterwards all that was confirmed has to be there: own words that were answered with `ok`, and
/// what was told as transferred. Others' words of which their author was told that they are delivered are there too,
/// or come again: the disk may lack the last moments of them (docs/architecture.md, "A typed message to the other's
/// window"). A name in the downloads folder is that of a whole file or folder. The transfer goes on by itself to its
/// end, once.
///
/// Argument: the number of losses; without it, 20. Needs Linux and its root user. Prints one line for each; ends with
/// 1 where something is missing.
final class PowerLoss implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(20);
    private static final long DISK_BYTES = 1L << 30;
    private static final int LIFE_MILLIS_MAX = 4_000;
    /// One loss in so many comes right after the end, which is when what was told is youngest.
    private static final int AT_THE_END_ONE_IN = 3;
    private static final int AFTER_THE_END_MILLIS_MAX = 100;
    private static final int SMALL_FILES = 400;
    private static final int LARGE_BYTES = 24 << 20;
    private static final int SINGLE_FILES = 6;
    private static final String ROOM = "#class";
    /// Events that tell of a damaged profile.
    private static final Set<String> TROUBLE = Set.of("failure", "warning");

    private final ScratchFolder scratch;
    private final LossyDisk disk;
    private final Random random;
    private final int udpPort;

    private PowerLoss(long seed) throws IOException, InterruptedException {
        scratch = ScratchFolder.make("landline-power-");
        disk = LossyDisk.make(scratch.path(), DISK_BYTES);
        random = new Random(seed);
        udpPort = FreePorts.udp();
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        try (var losses = new PowerLoss(seed)) {
            losses.run(rounds);
        }
    }

    private NodeProcess start(String name, Path folder) throws IOException {
        JoinedProfile.make(folder.resolve(name), RunningForTest.room());
        return NodeProcess.start(new NodeProcess.Start(name, folder.resolve(name), folder.resolve(name + "-downloads"),
                udpPort, "class", RunningForTest.KEY, List.of("--accept", "all")));
    }

    private void run(int rounds) throws Exception {
        Set<String> names = new HashSet<>();
        int struck = 0;
        try (NodeProcess ada = start("Ada", scratch.path())) {
            for (int round = 0; round < rounds; round++) {
                List<Path> sent = offered(round);
                for (Path each : sent) names.add(each.getFileName().toString());
                if (lose(ada, round, sent)) struck++;
                check(names.equals(Set.copyOf(names(downloads()))), "in the downloads folder: " + names(downloads()));
            }
        }
        System.out.println(struck + " of " + rounds + " losses struck before the end of a transfer. All was there.");
    }

    private Path downloads() {
        return disk.folder().resolve("Bob-downloads");
    }

    /// True where the power went before the transfer was over.
    private boolean lose(NodeProcess ada, int round, List<Path> sent) throws Exception {
        ada.forgetEvents();
        var own = Collections.synchronizedList(new ArrayList<String>());
        var told = new TreeMap<Long, String>();
        List<String> ownBefore;
        List<String> deliveredBefore;
        boolean overAtBob;
        boolean overAtAda;
        String offer;
        boolean atTheEnd = random.nextInt(AT_THE_END_ONE_IN) == 0;
        var life = Duration.ofMillis(random.nextInt(atTheEnd ? AFTER_THE_END_MILLIS_MAX : LIFE_MILLIS_MAX));
        NodeProcess bob = start("Bob", disk.folder());
        try {
            JsonObject ready = event(bob, "ready");
            event(bob, "joined");
            event(ada, "joined");
            String bobs = ready.get("fingerprint").getAsString();
            Thread talk = Thread.ofVirtual().start(() -> talk(ada, bob, round, own, told));
            offer = ada.send(bobs, sent, PATIENCE).get("offer").getAsString();
            if (atTheEnd) event(bob, "transferred");
            Thread.sleep(life);
            ownBefore = List.copyOf(own);
            deliveredBefore = delivered(ada, bobs, told);
            overAtBob = bob.has("transferred", _ -> true);
            overAtAda = isOver(ada, offer);
            disk.cut();
            talk.interrupt();
            talk.join();
        } finally {
            bob.close();
            ProcessHandle.of(bob.pid()).ifPresent(it -> it.onExit().join());
        }
        disk.restore();
        List<String> kept = history();
        for (String each : ownBefore) check(kept.contains(each), "confirmed, and lost: " + each);
        List<String> lacking = deliveredBefore.stream().filter(each -> !kept.contains(each)).toList();
        for (Path each : sent) look(each, overAtBob || overAtAda);
        goOn(ada, offer, sent, lacking);
        System.out.printf(Locale.ROOT,
                "%d: cut %d ms after %s; %d own words and %d of the other were there, %d of the other came again%n",
                round, life.toMillis(),
                atTheEnd ? "the end" : overAtBob ? "the offer, and after the end" : "the offer", ownBefore.size(),
                deliveredBefore.size() - lacking.size(), lacking.size());
        return !overAtBob;
    }

    /// Both write, until the thread is interrupted.
    private static void talk(NodeProcess ada, NodeProcess bob, int round, List<String> own,
            TreeMap<Long, String> told) {
        try {
            for (int i = 0;; i++) {
                String mine = "own " + round + "." + i;
                if (isOk(bob.command(say(mine), PATIENCE))) own.add(mine);
                String hers = "hers " + round + "." + i;
                JsonObject answer = ada.command(say(hers), PATIENCE);
                synchronized (told) {
                    if (isOk(answer)) told.put(answer.get("seq").getAsLong(), hers);
                }
                Thread.sleep(BETWEEN_WORDS);
            }
        } catch (InterruptedException | IOException e) {
            // the power is gone
        }
    }

    private static JsonObject say(String text) {
        var say = new JsonObject();
        say.addProperty("do", "say");
        say.addProperty("to", ROOM);
        say.addProperty("text", text);
        return say;
    }

    private static boolean isOk(JsonObject answer) {
        return answer.get("event").getAsString().equals("ok");
    }

    /// Ada's words of which she was told that they are with Bob.
    private static List<String> delivered(NodeProcess ada, String bobs, TreeMap<Long, String> told) {
        synchronized (told) {
            return told.entrySet()
                    .stream()
                    .filter(word -> ada.has("delivered", e -> e.get("peer").getAsString().equals(bobs)
                            && e.get("seq").getAsLong() >= word.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    /// What stands in the room, read without a node, so that nobody else can bring it back.
    private List<String> history() throws IOException, InterruptedException {
        var command = new ArrayList<>(SelfCommand.of());
        command.addAll(
                List.of("history", ROOM, "--json", "--all", "--profile", disk.folder().resolve("Bob").toString()));
        Path said = scratch.path().resolve("said");
        Process process = new ProcessBuilder(command).redirectError(said.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        check(status == 0, "history ended with " + status + ": " + out + Files.readString(said));
        var texts = new ArrayList<String>();
        for (String line : out.lines().toList()) {
            JsonElement text = JsonParser.parseString(line).getAsJsonObject().get("text");
            if (text != null) texts.add(text.getAsString());
        }
        return texts;
    }

    /// A name that stands is that of a whole file or folder; an empty folder was taken for it a moment before.
    private void look(Path sent, boolean over) throws IOException {
        Path stands = downloads().resolve(sent.getFileName());
        boolean isThere = Files.exists(stands);
        check(isThere || !over, "told as transferred, and not there: " + stands);
        if (!isThere) return;
        TreeMap<String, String> found = FileTrees.of(stands);
        boolean isTaken = !over && Files.isDirectory(stands) && found.size() == 1;
        check(isTaken || found.equals(FileTrees.of(sent)), "not whole: " + stands);
    }

    /// @param lacking of Ada's words: what the disk had not got yet comes again by itself
    private void goOn(NodeProcess ada, String offer, List<Path> sent, List<String> lacking) throws Exception {
        try (NodeProcess bob = start("Bob", disk.folder())) {
            event(bob, "ready");
            for (String each : lacking) {
                check(bob.await("message", e -> e.get("text").getAsString().equals(each), PATIENCE) != null,
                        "told as delivered, lost, and not fetched again: " + each);
            }
            check(isOver(ada, offer)
                    || ada.await("transferred", e -> e.get("offer").getAsString().equals(offer), PATIENCE) != null,
                    "the transfer does not go on");
            JsonObject trouble = bob.await(e -> TROUBLE.contains(e.get("event").getAsString()), Duration.ZERO);
            check(trouble == null, "Bob says " + trouble);
            for (Path each : sent) look(each, true);
            bob.quit();
        }
    }

    private List<Path> offered(int round) throws IOException {
        Path top = Files.createDirectories(scratch.path().resolve("sent"));
        var sent = new ArrayList<Path>();
        Path many = Files.createDirectories(top.resolve("many " + round));
        for (int i = 0; i < SMALL_FILES; i++) {
            write(Files.createDirectories(many.resolve("part " + i % 7)).resolve("file " + i), random.nextInt(4_000));
        }
        sent.add(many);
        Path large = Files.createDirectories(top.resolve("large " + round));
        write(large.resolve("large.bin"), LARGE_BYTES);
        sent.add(large);
        for (int i = 0; i < SINGLE_FILES; i++) {
            sent.add(write(top.resolve("single " + round + "." + i), random.nextInt(3 << 20)));
        }
        return sent;
    }

    private Path write(Path file, int bytes) throws IOException {
        var content = new byte[bytes];
        random.nextBytes(content);
        return Files.write(file, content);
    }

    private static List<String> names(Path in) throws IOException {
        try (Stream<Path> all = Files.list(in)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }

    private static boolean isOver(NodeProcess author, String offer) {
        return author.has("transferred", e -> e.get("offer").getAsString().equals(offer));
    }

    private static JsonObject event(NodeProcess node, String kind) throws InterruptedException {
        JsonObject event = node.await(kind, _ -> true, PATIENCE);
        if (event == null) throw new AssertionError("no " + kind);
        return event;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }

    @Override
    public void close() throws IOException {
        disk.close();
        scratch.close();
    }
}
