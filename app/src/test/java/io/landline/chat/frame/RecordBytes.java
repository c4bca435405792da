package io.landline.chat.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.Author;
import io.landline.chat.Deletion;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.NameCard;
import io.landline.chat.act.Close;
import io.landline.chat.act.Continuation;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.handshake.Hello;
import io.landline.handshake.RoomSlot;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.peer.Sha256;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.PacketKind;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import io.landline.settings.Settings;
import io.landline.settings.SettingsFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Writes what this version sends and stores, with its meaning, into the file that is named: once at each release
/// (docs/compatibility.md, "Recorded bytes").
final class RecordBytes {
    private static final long MILLIS = 1_767_225_600_000L;
    private static final EntryId OFFER = new EntryId(0x0102030405060708L, 0x090a0b0c0d0e0f10L);

    private final Identity ada = Identity.generate();
    private final Identity bob = Identity.generate();
    private final ConversationId room = new ConversationId(0x1112131415161718L, 0x191a1b1c1d1e1f20L);
    private final List<RecordedBytes> all = new ArrayList<>();

    private RecordBytes() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            System.err.println("Where to? Give the name of one file.");
            System.exit(2);
        }
        var records = new RecordBytes();
        records.packets();
        records.hello();
        records.entries();
        records.files();
        records.settings();
        var text = new StringBuilder();
        records.all.forEach(text::append);
        Files.writeString(Path.of(arguments[0]), text.toString().stripTrailing() + "\n", UTF_8);
    }

    private void add(String format, byte[] bytes) throws Exception {
        all.add(RecordedBytes.of(format, bytes));
    }

    private static RoomListing listing(String name, boolean open) {
        return new RoomListing(new RoomName(name), open);
    }

    private void packets() throws Exception {
        var own = AnnouncedState.own(new PeerName("Zoë 🎈"), 5_263,
                List.of(listing("class", false), listing("Café", true)),
                Set.of("chat", "files"));
        Duration next = Duration.ofSeconds(6);
        add("presence", PacketCodec.announcement(PacketKind.ANNOUNCE, ada, MILLIS, 3, own, next));
        add("presence", PacketCodec.announcement(PacketKind.REPLY, ada, MILLIS, 4, own, next));
        add("presence", PacketCodec.still(ada.fingerprint(), MILLIS, 4, next));
        add("presence", PacketCodec.ask(bob.fingerprint(), ada.fingerprint(), MILLIS));
        add("presence", PacketCodec.leave(ada, MILLIS, 5));
    }

    private void hello() throws Exception {
        var hello = new Hello(Hello.MINOR_VERSION, MILLIS, new PeerName("Zoë 🎈"), 5_263,
                List.of(new RoomSlot(1, listing("class", false)), new RoomSlot(7, listing("Café", true))),
                List.of("acts", "swarm"));
        add("hello", hello.toFrame().body());
    }

    private void entries() throws Exception {
        var author = new Author(ada, room, 0x2122232425262728L);
        Entry first = author.write(1, EntryKind.TEXT, new EntryText("Grüße, 你好 🎈").toBody());
        Reference target = first.reference();
        Set<Fingerprint> people = Set.of(bob.fingerprint());
        var sha256 = new byte[Sha256.BYTES];
        Arrays.fill(sha256, (byte) 0xab);
        String digits = "ab".repeat(Sha256.BYTES);
        String named = "{\"offer\":\"" + OFFER.hex() + "\"";
        var salt = new byte[Continuation.SALT_BYTES];
        var old = RoomId.of(room.bytes());
        var until = Instant.ofEpochMilli(MILLIS);
        List<byte[]> bodies = List.of(new EntryText("answer", target, people).toBody(),
                new OfferBody(3, 4_567_890, List.of("a.txt", "übung"), 1 << 20, 2, digits).toJson(),
                (named + ",\"sha256\":\"" + digits + "\"}").getBytes(UTF_8), (named + "}").getBytes(UTF_8),
                Continuation.of(salt, old, old, 17, people).toBody(), new Edit(target, "better", people).toBody(),
                new Delete(target, List.of(target)).toBody(), new React(target, "👍", true).toBody(),
                new Pin(target, true).toBody(), new Poll("When?", List.of("Mon", "Tue"), true, false).toBody(),
                new Vote(target, List.of(1, 0)).toBody(), new Close(target, List.of(2, 5)).toBody(),
                new HandInBox("Essay", until, "*.pdf", 1 << 20, true).toBody(),
                new HandInReceipt(OFFER, target, digits, until, true, 99).toBody());
        var written = new ArrayList<>(List.of(first));
        for (int i = 0; i < bodies.size(); i++) {
            written.add(author.write(i + 2, new EntryKind(i + 1), bodies.get(i)));
        }
        Entry delete = written.stream().filter(each -> each.kind().equals(EntryKind.DELETE)).findFirst().orElseThrow();
        written.set(0, first.deletedBy(Deletion.of(delete)));
        Entry bare = written.get(1);
        written.set(1, new Entry(bare.header(), bare.signature(), null));
        written.add(1, new Author(bob, room, 5).text("shown"));
        add("entries", new EntriesFrame(7, room, written).encode().body());
        var row = new HaveFrame.Row(ada.publicKey(), 0x2122232425262728L, 1, 15, written.getLast().hash(), 12);
        add("have", new HaveFrame(room, true, List.of(row)).encode().body());
        add("name-cards", new NameCardsFrame(List.of(NameCard.signed(ada, new PeerName("Zoë 🎈"), MILLIS),
                NameCard.signed(bob, new PeerName("Bob"), MILLIS + 1))).encode().body());
    }

    private void files() throws Exception {
        List<ManifestPage.Listed> listed = List.of(new ManifestPage.ListedFolder("übung"),
                new ManifestPage.ListedFile("übung/a.txt", 4_567_890, MILLIS),
                new ManifestPage.ListedFile("übung/run.sh", 0, MILLIS, true));
        for (byte[] page : ManifestPage.pagesOf(listed)) add("manifest-page", page);
        byte[] hashes = ByteBuffer.allocate(3 * Sha256.BYTES)
                .put(Sha256.of("a chunk".getBytes(UTF_8)))
                .put(HashPage.lost(FailureReason.SOURCE_CHANGED))
                .put(HashPage.lost(FailureReason.SOURCE_GONE))
                .array();
        add("hash-page", HashPage.signed(ada, OFFER, 2, hashes).bytes());
    }

    private void settings() throws Exception {
        Path folder = Files.createTempDirectory("landline-record");
        Path file = folder.resolve("settings.json");
        SettingsFile.load(file)
                .save(Settings.DEFAULTS.withName(new PeerName("Zoë 🎈"))
                        .withDownloads(Path.of("/home/zoe/my files"))
                        .withAccept(AcceptRule.ALL)
                        .withNetwork(network -> network.withUdpPort(6_000)
                                .withTcpPort(0)
                                .withInterfaces(List.of("lo", "eth0"))
                                .withPeers(List.of("10.0.0.1", "[fe80::1%eth0]:5263"))
                                .withListeningOnly(List.of("wlan0 192.168.1.0/24")))
                        .withShareActivity(false));
        add("settings", Files.readAllBytes(file));
        try (var left = Files.list(folder)) {
            for (Path each : left.toList()) Files.delete(each);
        }
        Files.delete(folder);
    }
}
