package io.landline.presence.packet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonWriter;
import io.landline.beacon.Beacon;
import io.landline.identity.Ed25519;
import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.presence.packet.Packet.Announcement;
import io.landline.presence.packet.Packet.Ask;
import io.landline.presence.packet.Packet.Leave;
import io.landline.presence.packet.Packet.Serial;
import io.landline.presence.packet.Packet.Still;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Presence packets, to bytes and back. `docs/protocol/presence.md` has the limits and an example. Stateless; any
/// thread.
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +-------------------------------+-------------------------------+
///     |   'L'             'N'                'D'             'L'      |
///     +---------------+---------------+-------------------------------+
///     | Version (8)=1 |   Kind (8)    |                               |
///     +---------------+---------------+                               +
///     |     Signature, 64 bytes; only in announce, reply, leave     ...
///     +---------------------------------------------------------------+
///     |     Body: one JSON object, UTF-8, to the end of the datagram ...
public final class PacketCodec {
    static final byte VERSION = 1;
    public static final int HEAD_BYTES = 6;
    public static final int SIGNED_HEAD_BYTES = HEAD_BYTES + Ed25519.SIGNATURE_BYTES;
    /// Where no connections are accepted.
    public static final int NO_TCP_PORT = 0;
    /// Below are the ports of well-known services; nobody must be able to make us connect to those (hostile row H10).
    static final int TCP_PORT_MIN = 1_024;
    static final int TCP_PORT_MAX = 65_535;
    private static final byte[] MAGIC = "LNDL".getBytes(US_ASCII);

    private PacketCodec() {}

    /// Reads a packet. Nothing is checked of its signature but that it is there.
    public static Packet decode(byte[] packet) throws MalformedPacketException {
        PacketKind kind = kind(packet);
        int from = kind.signed() ? SIGNED_HEAD_BYTES : HEAD_BYTES;
        if (packet.length <= from) throw new MalformedPacketException("cut off");
        try {
            JsonFields body = StrictJson.object(Arrays.copyOfRange(packet, from, packet.length));
            return switch (kind) {
                case ANNOUNCE, REPLY -> announcement(kind == PacketKind.REPLY, body, packet);
                case STILL -> new Still(fingerprint("fingerprint", body), run(body), seq(body), next(body));
                case ASK -> new Ask(fingerprint("wanted", body), fingerprint("fingerprint", body), run(body));
                case LEAVE -> leave(body, packet);
            };
        } catch (MalformedJsonException e) {
            throw new MalformedPacketException(e.getMessage() == null ? "not JSON" : e.getMessage());
        }
    }

    /// The kind of a packet that is one of ours, of this version, and not too long.
    public static PacketKind kind(byte[] packet) throws MalformedPacketException {
        if (packet.length > Beacon.MAX_BYTES) {
            throw new MalformedPacketException("longer than " + Beacon.MAX_BYTES + " bytes");
        }
        if (packet.length < HEAD_BYTES || !Arrays.equals(packet, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new MalformedPacketException("not Landline");
        }
        if (packet[4] != VERSION) throw new MalformedPacketException("version " + (packet[4] & 0xff));
        PacketKind kind = PacketKind.of(packet[5]);
        if (kind == null) throw new MalformedPacketException("kind " + (packet[5] & 0xff));
        return kind;
    }

    /// The version of a Landline packet of another version; empty if it is not one.
    public static String foreignVersion(byte[] packet) {
        boolean ours = packet.length >= HEAD_BYTES && Arrays.equals(packet, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
        return ours && packet[4] != VERSION ? Integer.toString(packet[4] & 0xff) : "";
    }

    /// The body of a packet as text, for people who watch; empty where it has none.
    public static String body(byte[] packet) {
        try {
            int from = kind(packet).signed() ? SIGNED_HEAD_BYTES : HEAD_BYTES;
            return packet.length <= from ? "" : new String(packet, from, packet.length - from, UTF_8);
        } catch (MalformedPacketException e) {
            return "";
        }
    }

    private static Announcement announcement(boolean isReply, JsonFields body, byte[] packet)
            throws MalformedJsonException, MalformedPacketException {
        byte[] key = publicKey(body);
        Fingerprint peer = Fingerprint.ofPublicKey(key);
        int port = (int) body.number("tcpPort", NO_TCP_PORT, TCP_PORT_MAX);
        if (port != NO_TCP_PORT && port < TCP_PORT_MIN) {
            throw new MalformedPacketException("tcpPort below " + TCP_PORT_MIN);
        }
        PeerName name = PeerName.lenient(body.text("name", PeerName.MAX_BYTES_IN_PRESENCE),
                "device-" + peer.hex().substring(0, 4));
        var rooms = new ArrayList<RoomListing>();
        for (JsonFields room : body.objects("rooms", ROOMS_READ_MAX)) {
            String roomName = room.text("name", RoomName.MAX_BYTES);
            if (!RoomName.fits(roomName)) {
                throw new MalformedPacketException("a room name with control characters, or none");
            }
            if (rooms.size() < Packet.ROOMS_MAX) rooms.add(new RoomListing(new RoomName(roomName), room.flag("open")));
        }
        Set<String> capabilities = new HashSet<>(
                body.texts("capabilities", Packet.CAPABILITIES_MAX, Packet.CAPABILITY_BYTES_MAX));
        return new Announcement(isReply, peer, new Serial(run(body), seq(body)),
                new AnnouncedState(name, port, rooms, capabilities), next(body), new Proof(key, packet));
    }

    /// A later version may list more rooms than we show; a packet has no room for more than these anyway.
    private static final int ROOMS_READ_MAX = 64;

    private static byte[] publicKey(JsonFields body) throws MalformedJsonException, MalformedPacketException {
        byte[] key = body.hex("publicKey", Ed25519.PUBLIC_KEY_BYTES);
        if (!Ed25519.isSound(key)) throw new MalformedPacketException("a public key that anybody can sign for");
        return key;
    }

    private static Leave leave(JsonFields body, byte[] packet) throws MalformedJsonException, MalformedPacketException {
        byte[] key = publicKey(body);
        return new Leave(Fingerprint.ofPublicKey(key), run(body), seq(body), new Proof(key, packet));
    }

    private static Fingerprint fingerprint(String field, JsonFields body) throws MalformedJsonException {
        return Fingerprint.of(body.hex(field, Fingerprint.BYTES));
    }

    private static long run(JsonFields body) throws MalformedJsonException {
        return body.number("run", 1, Long.MAX_VALUE);
    }

    private static long seq(JsonFields body) throws MalformedJsonException {
        return body.number("seq", 0, Long.MAX_VALUE);
    }

    private static Duration next(JsonFields body) throws MalformedJsonException {
        long millis = body.number("next", 0, Long.MAX_VALUE);
        return Duration.ofMillis(Math.clamp(millis, Packet.NEXT_MIN.toMillis(), Packet.NEXT_MAX.toMillis()));
    }

    /// An announce or reply of ours, signed. Rooms are left out from the end until it fits.
    public static byte[] announcement(PacketKind kind, Identity identity, long run, long seq, AnnouncedState own,
            Duration next) {
        List<RoomListing> rooms = own.rooms().subList(0, Math.min(own.rooms().size(), Packet.ROOMS_MAX));
        while (true) {
            List<RoomListing> listed = rooms;
            byte[] body = json(out -> {
                out.name("publicKey").value(hex(identity.publicKey()));
                out.name("run").value(run).name("seq").value(seq);
                out.name("name").value(own.name().inPresence()).name("tcpPort").value(own.tcpPort());
                out.name("rooms").beginArray();
                for (RoomListing room : listed) {
                    out.beginObject()
                            .name("name")
                            .value(room.name().value())
                            .name("open")
                            .value(room.open())
                            .endObject();
                }
                out.endArray().name("capabilities").beginArray();
                for (String capability : own.capabilities().stream().sorted().toList()) out.value(capability);
                out.endArray().name("next").value(next.toMillis());
            });
            if (SIGNED_HEAD_BYTES + body.length <= Beacon.MAX_BYTES) return signed(kind, identity, body);
            if (rooms.isEmpty()) {
                throw new IllegalArgumentException("an announcement of " + body.length + " bytes without a room");
            }
            rooms = rooms.subList(0, rooms.size() - 1);
        }
    }

    public static byte[] leave(Identity identity, long run, long seq) {
        return signed(PacketKind.LEAVE, identity, json(out -> {
            out.name("publicKey").value(hex(identity.publicKey())).name("run").value(run).name("seq").value(seq);
        }));
    }

    public static byte[] still(Fingerprint self, long run, long seq, Duration next) {
        return unsigned(PacketKind.STILL, json(out -> {
            out.name("fingerprint").value(self.hex()).name("run").value(run).name("seq").value(seq);
            out.name("next").value(next.toMillis());
        }));
    }

    public static byte[] ask(Fingerprint wanted, Fingerprint self, long run) {
        return unsigned(PacketKind.ASK,
                json(out -> out.name("wanted")
                        .value(wanted.hex())
                        .name("fingerprint")
                        .value(self.hex())
                        .name("run")
                        .value(run)));
    }

    private static byte[] signed(PacketKind kind, Identity identity, byte[] body) {
        byte[] head = head(kind);
        return join(head, identity.sign(SignatureLabel.PRESENCE, head, body), body);
    }

    private static byte[] unsigned(PacketKind kind, byte[] body) {
        return join(head(kind), body);
    }

    private static byte[] head(PacketKind kind) {
        byte[] head = Arrays.copyOf(MAGIC, HEAD_BYTES);
        head[4] = VERSION;
        head[5] = kind.code();
        return head;
    }

    private static byte[] join(byte[]... parts) {
        byte[] whole = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private interface Fields {
        void write(JsonWriter out) throws IOException;
    }

    private static byte[] json(Fields fields) {
        var text = new StringWriter();
        try (var out = new JsonWriter(text)) {
            out.beginObject();
            fields.write(out);
            out.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes all that is written", e);
        }
        return text.toString().getBytes(UTF_8);
    }
}
