package io.landline.attack;

import static io.landline.attack.LiveNode.does;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.attack.Place.Start;
import io.landline.fixture.BuiltLauncher;
import io.landline.process.ScratchFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A program that offers a folder of very many empty files from one real node to another, both with 64 MiB of heap. It
/// is declined, cancelled on its way, taken in part, and taken whole. A friend of each side says words meanwhile.
/// Prints one Markdown line for each, then each word that took longer than half a second, and when it was said. Ends
/// with 1 where one took more than two seconds.
///
/// Arguments: the number of files; without it, a million. Then a part of the names of the rows to play, such as `all`.
final class ManyFiles implements AutoCloseable {
    private static final String HEAP = "-Xmx64m";
    private static final int FILES_A_FOLDER = 1_000;
    private static final Duration MEET = Duration.ofSeconds(60);
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final Duration AGAIN = Duration.ofMillis(100);
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);
    private static final double WORST_MILLIS = 2_000;
    private static final long SLOW_MILLIS = 500;
    private static final String HEAD = """
            | what | offered within, s | over within, s | friend of the sender p50 / p99 / worst, ms \
            | friend of the receiver | peak of sender / receiver, MB | load | |
            |---|---|---|---|---|---|---|---|""";

    private final Path folder;
    private final LiveNode sender;
    private final LiveNode receiver;
    private final LiveNode sendersFriend;
    private final LiveNode receiversFriend;
    private final ChatPulse atSender;
    private final ChatPulse atReceiver;
    /// Part of the names of those that are played.
    private final String rows;
    private final List<String> slow = new ArrayList<>();
    private boolean holds = true;

    private ManyFiles(Place place, Path folder, String rows) throws IOException, InterruptedException {
        this.folder = folder;
        this.rows = rows;
        receiver = LiveNode.start(place, small(Place.VICTIM, "receiver"));
        sender = LiveNode.start(place, small(Place.ATTACKER, "sender"));
        sendersFriend = LiveNode.start(place, new Start(Place.FRIEND, "sender's friend", Target.KEYED_ROOM));
        receiversFriend = LiveNode.start(place, new Start(Place.NEWCOMER, "receiver's friend", Target.KEYED_ROOM));
        for (LiveNode each : List.of(sendersFriend, receiversFriend, sender)) {
            if (!each.awaitJoined(receiver.fingerprint(), Target.KEYED_ROOM, MEET)) throw new IOException("no meeting");
        }
        if (!sendersFriend.awaitJoined(sender.fingerprint(), Target.KEYED_ROOM, MEET)) {
            throw new IOException("no meeting");
        }
        atSender = ChatPulse.start(sendersFriend, sender.fingerprint());
        atReceiver = ChatPulse.start(receiversFriend, receiver.fingerprint());
    }

    private static Start small(int computer, String name) {
        return new Start(computer, name, Target.KEYED_ROOM, List.of(), HEAP);
    }

    public static void main(String[] arguments) throws Exception {
        int files = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        Path launcher = BuiltLauncher.path();
        boolean holds;
        try (var scratch = ScratchFolder.make("landline-many-files");
                Place place = Place.onLoopback(scratch.path(), launcher);
                var many = new ManyFiles(place, scratch.path(), arguments.length < 2 ? "" : arguments[1])) {
            many.makeFolder(files);
            System.out.println(HEAD);
            holds = many.play();
            many.slow.forEach(System.out::println);
        }
        System.exit(holds ? 0 : 1);
    }

    private void makeFolder(int files) throws IOException {
        Path top = Files.createDirectory(folder.resolve("many"));
        for (int made = 0; made < files;) {
            Path inner = Files.createDirectory(top.resolve("folder " + made / FILES_A_FOLDER));
            for (int i = 0; i < FILES_A_FOLDER && made < files; i++) Files.createFile(inner.resolve("file " + made++));
        }
    }

    private boolean play() throws Exception {
        row("declined", id -> receiver.command(does("decline", "transfer", id)));
        row("cancelled on its way", id -> {
            accept(id, null);
            Thread.sleep(ON_ITS_WAY);
            receiver.command(does("cancel", "transfer", id));
        });
        row("a tenth taken", id -> {
            var only = new JsonArray();
            only.add("many/folder *0/**");
            accept(id, only);
            awaitOver(id);
        });
        row("all taken", id -> {
            accept(id, null);
            awaitOver(id);
        });
        return holds;
    }

    private interface Deed {
        void with(String transfer) throws Exception;
    }

    private void row(String label, Deed deed) throws Exception {
        if (!label.contains(rows)) return;
        var memories = List.of(new Memory(sender.process().pid()), new Memory(receiver.process().pid()));
        for (Memory each : memories) each.forgetPeak();
        long began = System.nanoTime();
        JsonObject send = does("send", "to", "#" + Target.KEYED_ROOM);
        var paths = new JsonArray();
        paths.add(folder.resolve("many").toString());
        send.add("paths", paths);
        String offer = sender.command(send, LONG).get("offer").getAsString();
        String transfer = transfer(offer);
        while (!isKnown(transfer)) Thread.sleep(AGAIN);
        long offered = System.nanoTime();
        deed.with(transfer);
        long over = System.nanoTime();
        sender.command(does("cancel", "offer", offer), LONG);
        Times here = atSender.between(began, System.nanoTime());
        Times there = atReceiver.between(began, System.nanoTime());
        boolean good = Math.max(here.worst(), there.worst()) <= WORST_MILLIS;
        holds &= good;
        System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %s | %s | %d / %d | %.1f | %s |%n", label,
                (offered - began) / 1e9, (over - offered) / 1e9, here, there, memories.getFirst().peak(),
                memories.getLast().peak(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), good ? "holds" : "**worst**");
        slow.add("Slow words, " + label + ", taken from " + String.format(Locale.ROOT, "%.1f to %.1f s: ",
                (offered - began) / 1e9, (over - began) / 1e9)
                + atSender.slower(began, over, SLOW_MILLIS) + ", "
                + atReceiver.slower(began, over, SLOW_MILLIS));
    }

    private String transfer(String offer) throws InterruptedException {
        byte[] both = ByteBuffer.allocate(48)
                .put(HexFormat.of().parseHex(offer))
                .put(HexFormat.of().parseHex(receiver.fingerprint()))
                .array();
        return HexFormat.of().formatHex(HostileLog.sha256(both), 0, 8);
    }

    private boolean isKnown(String transfer) throws Exception {
        return transfers().contains(transfer);
    }

    private String transfers() throws IOException, InterruptedException {
        return receiver.command(does("transfers"), LONG).toString();
    }

    private void accept(String transfer, @Nullable JsonArray only) throws Exception {
        JsonObject accept = does("accept", "transfer", transfer);
        if (only != null) accept.add("only", only);
        receiver.command(accept, LONG);
    }

    private void awaitOver(String transfer) throws Exception {
        JsonObject over = receiver.await("transferred",
                event -> event.get("transfer").getAsString().equals(transfer), LONG);
        if (over == null) {
            throw new IOException("it does not arrive");
        }
    }

    @Override
    public void close() {
        atSender.close();
        atReceiver.close();
        for (LiveNode each : List.of(sender, receiver, sendersFriend, receiversFriend)) each.close();
    }
}
