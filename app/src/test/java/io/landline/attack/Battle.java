package io.landline.attack;

import static io.landline.attack.LiveNode.does;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.attack.Place.Start;
import io.landline.fixture.ChildJvm;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// One attack: a victim with two friends in a keyed room and with an open room. One friend is a member, as attackers in
/// that room are, and writes all the time. To the other one the victim wrote directly, which is a better standing than
/// theirs. That friend went, and comes back again and again while the attack goes on.
final class Battle implements AutoCloseable {
    private static final String VICTIM = "victim";
    private static final Duration MEET = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration AFTER = Duration.ofSeconds(30);
    private static final Duration AFTER_MEASURED = Duration.ofSeconds(10);
    private static final Duration RETURN = Duration.ofSeconds(60);
    private static final int RETURNS = 3;
    private static final long OFFERED_BYTES = 600L << 20;
    private static final int OFFERED_SMALL = 900;
    /// Of a mebibyte each; each small file has one.
    static final int OFFERED_CHUNKS = (int) (OFFERED_BYTES >> 20) + OFFERED_SMALL;

    private final Place place;
    private final Attacks attack;
    private final boolean open;
    private final boolean window;
    private final Duration length;
    private final Path folder;
    private final Process victim;
    private final String victimFingerprint;
    private final Memory memory;
    private final LiveNode friend;
    private final ChatPulse pulse;
    private String offer = "";

    /// Starts all but the attacker, who comes with [#fight].
    Battle(Place place, Path folder, Attacks attack, boolean open, boolean window, Duration length)
            throws IOException, InterruptedException {
        this.place = place;
        this.folder = folder;
        this.attack = attack;
        this.open = open;
        this.window = window;
        this.length = length;
        List<String> taking = attack.needsTaker() ? List.of("--accept", "all") : List.of();
        LiveNode first = LiveNode.start(place, new Start(Place.VICTIM, VICTIM, Target.KEYED_ROOM, taking, ""));
        victimFingerprint = first.fingerprint();
        JsonObject join = does("join", "room", Target.OPEN_ROOM);
        join.addProperty("open", true);
        first.command(join);
        friend = LiveNode.start(place, new Start(Place.FRIEND, "friend", Target.KEYED_ROOM));
        LiveNode newcomer = newcomer();
        if (!friend.awaitJoined(victimFingerprint, Target.KEYED_ROOM, MEET)
                || !newcomer.awaitJoined(victimFingerprint, Target.KEYED_ROOM, MEET)
                || !first.awaitJoined(newcomer.fingerprint(), Target.KEYED_ROOM, MEET)) {
            throw new IOException("the friends do not meet");
        }
        first.command(does("say", "to", newcomer.fingerprint(), "text", "come back"));
        newcomer.quit();
        if (attack.needsOffer()) offer = offer(first);
        if (window) {
            first.quit();
            victim = place.window(new Start(Place.VICTIM, VICTIM, null, taking, ""));
        } else {
            victim = first.process();
        }
        memory = new Memory(victim.pid());
        pulse = ChatPulse.start(friend, victimFingerprint);
    }

    private LiveNode newcomer() throws IOException, InterruptedException {
        return LiveNode.start(place, new Start(Place.NEWCOMER, "newcomer", Target.KEYED_ROOM));
    }

    /// A large file and many small ones, offered in the room of the attack.
    private String offer(LiveNode by) throws IOException, InterruptedException {
        var paths = new JsonArray();
        Path offered = Files.createDirectory(folder.resolve("offered"));
        try (var large = new RandomAccessFile(offered.resolve("large").toFile(), "rw")) {
            large.setLength(OFFERED_BYTES);
        }
        paths.add(offered.resolve("large").toString()); // the first file of the manifest
        for (int i = 0; i < OFFERED_SMALL; i++) {
            paths.add(Files.createFile(offered.resolve("a small file with a long name, number " + i)).toString());
        }
        JsonObject send = does("send", "to", "#" + (open ? Target.OPEN_ROOM : Target.KEYED_ROOM));
        send.add("paths", paths);
        return by.command(send).get("offer").getAsString();
    }

    /// Plays it: quiet, attack, the friend's return, and what is left of it thirty seconds later.
    Row fight() throws IOException, InterruptedException {
        awaitChat();
        long quietFrom = System.nanoTime();
        Thread.sleep(QUIET);
        Times quiet = pulse.between(quietFrom, System.nanoTime());
        long quietMb = memory.now();
        memory.forgetPeak();
        long closedBefore = friend.count("session-closed", victimFingerprint);
        Times during;
        double returned;
        String sent;
        double load;
        try (ChildJvm attacker = place.attacker(attack, open, offer, (int) length.toSeconds())) {
            if (attacker.readLine() == null) throw new IOException("the attacker did not begin");
            long from = System.nanoTime();
            victim.waitFor(length);
            during = pulse.between(from, System.nanoTime());
            returned = 0;
            for (int i = 0; i < RETURNS; i++) returned = Math.max(returned, returns());
            load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
            sent = end(attacker);
        }
        long peakMb = memory.peak();
        Thread.sleep(AFTER.minus(AFTER_MEASURED));
        long afterFrom = System.nanoTime();
        Thread.sleep(AFTER_MEASURED);
        Times after = pulse.between(afterFrom, System.nanoTime());
        String died = victim.isAlive() ? "" : "exit code " + victim.exitValue();
        return new Row(attack.label + (open ? ", open room" : ", keyed room"), sent, quiet, during, after, returned,
                quietMb,
                Math.max(peakMb, memory.peak()), memory.now(), databaseMb(),
                friend.count("session-closed", victimFingerprint) - closedBefore, load, died);
    }

    /// Until the first word is delivered: a window takes its time to start.
    private void awaitChat() throws IOException, InterruptedException {
        if (pulse.firstDelivered(MEET).isEmpty()) throw new IOException("the victim takes no message");
    }

    /// How long after its start a friend that the victim wrote to has a word delivered, in milliseconds.
    private double returns() throws IOException, InterruptedException {
        if (!victim.isAlive()) return Double.POSITIVE_INFINITY;
        try (LiveNode newcomer = newcomer()) {
            long ready = System.nanoTime();
            try (ChatPulse words = ChatPulse.start(newcomer, victimFingerprint)) {
                OptionalLong first = words.firstDelivered(RETURN);
                return first.isEmpty() ? Double.POSITIVE_INFINITY : (first.getAsLong() - ready) / 1e6;
            }
        }
    }

    /// Ends the attack, and gives what it sent.
    private static String end(ChildJvm attacker) {
        try {
            attacker.writeLine("end");
            String told = attacker.readLine();
            if (told != null) return told;
        } catch (IOException e) {
            // as where it says nothing
        }
        return "the attacker died";
    }

    private double databaseMb() throws IOException {
        try (Stream<Path> files = Files.list(place.profile(VICTIM))) {
            long bytes = 0;
            for (Path each : files.filter(file -> file.getFileName().toString().startsWith("history.db")).toList()) {
                bytes += Files.size(each);
            }
            return bytes / 1e6;
        }
    }

    @Override
    public void close() throws IOException {
        pulse.close();
        friend.close();
        victim.destroyForcibly();
        try {
            victim.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
