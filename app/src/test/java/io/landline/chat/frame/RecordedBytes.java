package io.landline.chat.frame;

import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.handshake.Hello;
import io.landline.handshake.RoomSlot;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.presence.packet.Packet;
import io.landline.presence.packet.PacketCodec;
import io.landline.settings.Settings;
import io.landline.settings.SettingsFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Bytes that a version of Landline wrote, and what they meant to it (docs/compatibility.md, "Recorded bytes"). What a
/// line says never changes. A field of a later version gets a line only where that version wrote it.
///
/// @param format how it is read: the first word of a record
/// @param meaning a line for each field
record RecordedBytes(String format, byte[] bytes, List<String> meaning) {
    private static final String BYTES = "bytes ";

    /// A record as it is written now.
    static RecordedBytes of(String format, byte[] bytes) throws Exception {
        return new RecordedBytes(format, bytes, meaning(format, bytes));
    }

    /// The records of a file: a format, a line of hex digits, the lines of its meaning, an empty line.
    static List<RecordedBytes> parse(String file) {
        var all = new ArrayList<RecordedBytes>();
        for (String block : file.strip().split("\n\n")) {
            List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
            if (lines.isEmpty()) continue;
            if (!lines.get(1).startsWith(BYTES)) throw new IllegalArgumentException(lines.get(1));
            byte[] bytes = HexFormat.of().parseHex(lines.get(1).substring(BYTES.length()));
            all.add(new RecordedBytes(lines.getFirst(), bytes, lines.subList(2, lines.size())));
        }
        return all;
    }

    @Override
    public String toString() {
        return format + "\n" + BYTES + HexFormat.of().formatHex(bytes) + "\n" + String.join("\n", meaning) + "\n\n";
    }

    /// What this version reads in such bytes.
    static List<String> meaning(String format, byte[] bytes) throws Exception {
        return switch (format) {
            case "presence" -> presence(bytes);
            case "hello" -> hello(bytes);
            case "entries" -> entries(bytes);
            case "have" -> have(HaveFrame.decode(bytes));
            case "manifest-page" -> manifest(ManifestPage.received(bytes));
            case "hash-page" -> hashes(HashPage.received(ByteBuffer.wrap(bytes)));
            case "name-cards" -> cards(NameCardsFrame.decode(bytes));
            case "settings" -> settings(bytes);
            default -> throw new IllegalArgumentException("no format: " + format);
        };
    }

    private static List<String> presence(byte[] bytes) throws Exception {
        return switch (PacketCodec.decode(bytes)) {
            case Packet.Announcement it -> List.of(it.isReply() ? "reply" : "announce", "peer " + it.peer().hex(),
                    "run " + it.run(), "seq " + it.seq(), "name " + it.state().name().value(),
                    "tcpPort " + it.state().tcpPort(),
                    "rooms " + it.state().rooms().stream().map(RecordedBytes::room).toList(),
                    "capabilities " + it.state().capabilities().stream().sorted().toList(), "next " + it.next(),
                    "signature " + it.proof().holds());
            case Packet.Still it -> List.of("still", "peer " + it.peer().hex(), "run " + it.run(), "seq " + it.seq(),
                    "next " + it.next());
            case Packet.Ask it -> List.of("ask", "wanted " + it.wanted().hex(), "peer " + it.peer().hex(),
                    "run " + it.run());
            case Packet.Leave it -> List.of("leave", "peer " + it.peer().hex(), "run " + it.run(), "seq " + it.seq(),
                    "signature " + it.proof().holds());
        };
    }

    private static String room(RoomListing room) {
        return room.name().value() + (room.open() ? " open" : " keyed");
    }

    private static List<String> hello(byte[] bytes) throws Exception {
        Hello it = Hello.of(new Frame(FrameType.HELLO, bytes), Fingerprint.of(new byte[Fingerprint.BYTES]));
        return List.of("minor " + it.minorVersion(), "run " + it.run(), "name " + it.name().value(),
                "port " + it.tcpPort(), "rooms " + it.rooms().stream().map(RecordedBytes::slot).toList(),
                "capabilities " + it.capabilities());
    }

    private static String slot(RoomSlot slot) {
        return slot.slot() + " " + room(slot.listing());
    }

    private static List<String> have(HaveFrame it) {
        var lines = new ArrayList<>(List.of("conversation " + hex(it.conversation().bytes()),
                "replyWanted " + it.replyWanted()));
        for (HaveFrame.Row row : it.rows()) {
            lines.add("row " + hex(row.authorKey()) + " log " + row.log() + " from " + row.from() + " to " + row.to()
                    + " hash " + hex(row.hash()) + " recent " + row.recent());
        }
        return lines;
    }

    private static List<String> cards(NameCardsFrame it) {
        return it.cards()
                .stream()
                .flatMap(card -> Stream.of("author " + card.author().hex(), "name " + card.name().value(),
                        "chosen " + card.millis(), "signature " + card.signatureHolds()))
                .toList();
    }

    private static List<String> entries(byte[] bytes) throws Exception {
        EntriesFrame frame = EntriesFrame.decode(bytes);
        var lines = new ArrayList<>(List.of("request " + frame.request(),
                "conversation " + hex(frame.conversation().bytes())));
        for (Entry entry : frame.entries()) lines.addAll(entry(entry));
        return lines;
    }

    private static List<String> entry(Entry entry) throws Exception {
        EntryHeader header = entry.header();
        var lines = new ArrayList<>(List.of("entry " + hex(entry.hash()), "author " + entry.author().hex(),
                "log " + header.log() + " number " + header.number() + " after " + hex(header.place().previous()),
                "lamport " + header.lamport() + " written " + header.writtenMillis(), "kind " + header.kind().number(),
                "signature " + entry.signatureHolds()));
        byte[] body = entry.body();
        if (body != null) {
            lines.add("body " + entry.bodyHolds());
            lines.addAll(RecordedBodies.meaning(header.kind(), body));
        }
        if (entry.deletion() != null) lines.add("deleted");
        return lines;
    }

    private static List<String> manifest(ManifestPage page) {
        var lines = new ArrayList<String>();
        for (ManifestPage.Listed each : page.listed()) {
            lines.add(switch (each) {
                case ManifestPage.ListedFile file -> "file " + file.path() + " bytes " + file.bytes() + " modified "
                        + file.modifiedMillis() + " executable " + file.executable();
                case ManifestPage.ListedFolder folder -> "folder " + folder.path();
            });
        }
        lines.add("next " + hex(page.next()) + " last " + page.isLast());
        return lines;
    }

    private static List<String> hashes(HashPage page) {
        var lines = new ArrayList<>(List.of("offer " + page.offer().hex(), "author " + hex(page.authorKey()),
                "number " + page.number(), "signature " + page.isBy(Fingerprint.ofPublicKey(page.authorKey()))));
        int first = HashPage.first(page.number());
        for (int chunk = first; chunk < first + page.count(); chunk++) {
            lines.add("chunk " + chunk + " " + hex(page.hash(chunk)) + " "
                    + HashPage.lostReason(page.hash(chunk)));
        }
        return lines;
    }

    private static List<String> settings(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("landline-recorded");
        Path file = folder.resolve("settings.json");
        try {
            Files.write(file, bytes);
            SettingsFile read = SettingsFile.load(file);
            Settings it = read.settings();
            return List.of("warnings " + read.warnings().size(), "name " + it.name(), "downloads " + it.downloads(),
                    "accept " + it.accept(), "udpPort " + it.network().udpPort(), "tcpPort " + it.network().tcpPort(),
                    "interfaces " + it.network().interfaces(), "peers " + it.network().peers(),
                    "listeningOnly " + it.network().listeningOnly(),
                    "shareActivity " + it.shareActivity());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
