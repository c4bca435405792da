package io.landline.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.room.RoomId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The bodies of the handshake's frames, to and from JSON (docs/protocol/handshake.md has each with its fields).
/// Stateless; any thread.
final class HandshakeJson {
    /// The limit on a stranger's name before it is cut: several times of what fits, so that a later version's longer
    /// name is cut, not refused.
    private static final int NAME_BYTES_MAX = 4 * PeerName.MAX_BYTES;
    private static final int REASON_BYTES_MAX = 64;

    /// {exchange, mine, yours}: the sender's slot and the receiver's.
    record Pairing(int exchange, int mine, int yours) {}

    /// {exchange, share}.
    record Share(int exchange, byte[] share) {}

    /// {exchange, tag}: without a tag, the sender's part in this exchange is over.
    record Tag(int exchange, byte @Nullable [] tag) {}

    /// {slot, reason}: the slot is the sender's, 0 where no room is meant; the reason is null where a later version
    /// gave another.
    record Refusal(int slot, @Nullable RefusalReason reason) {}

    private HandshakeJson() {}

    static Frame hello(Hello hello) {
        var json = new JsonObject();
        json.addProperty("minor", hello.minorVersion());
        json.addProperty("run", hello.run());
        json.addProperty("name", hello.name().value());
        json.addProperty("port", hello.tcpPort());
        json.add("rooms", roomArray(hello.rooms()));
        var capabilities = new JsonArray();
        hello.capabilities().stream().limit(Hello.CAPABILITIES_MAX).forEach(capabilities::add);
        json.add("capabilities", capabilities);
        return frame(FrameType.HELLO, json);
    }

    static Hello readHello(Frame frame, Fingerprint peer) throws MalformedFrameException {
        try {
            JsonFields json = fields(frame, FrameType.HELLO);
            int minor = (int) json.number("minor", 0, Integer.MAX_VALUE);
            long run = json.number("run", 1, Long.MAX_VALUE);
            PeerName name = PeerName.lenient(json.text("name", NAME_BYTES_MAX),
                    "device-" + peer.brief().substring(0, 4));
            int port = (int) json.number("port", 0, 65_535);
            return new Hello(minor, run, name, port, roomList(json), capabilities(json));
        } catch (MalformedJsonException e) {
            throw malformed("hello", e);
        }
    }

    private static List<String> capabilities(JsonFields json) throws MalformedJsonException {
        List<String> all = json.texts("capabilities", StrictJson.MEMBERS_MAX, Frame.HANDSHAKE_BODY_BYTES_MAX);
        return all.stream()
                .filter(one -> one.getBytes(UTF_8).length <= Hello.CAPABILITY_BYTES_MAX)
                .distinct()
                .limit(Hello.CAPABILITIES_MAX)
                .toList();
    }

    static Frame rooms(List<RoomSlot> rooms) {
        var json = new JsonObject();
        json.add("rooms", roomArray(rooms));
        return frame(FrameType.ROOMS, json);
    }

    static List<RoomSlot> readRooms(Frame frame) throws MalformedFrameException {
        try {
            return roomList(fields(frame, FrameType.ROOMS));
        } catch (MalformedJsonException e) {
            throw malformed("rooms", e);
        }
    }

    private static JsonArray roomArray(List<RoomSlot> rooms) {
        var array = new JsonArray();
        for (RoomSlot room : rooms) {
            var json = new JsonObject();
            json.addProperty("slot", room.slot());
            json.addProperty("name", room.listing().name().value());
            json.addProperty("open", room.listing().open());
            array.add(json);
        }
        return array;
    }

    /// Of a list that is too long the first are taken (H32).
    private static List<RoomSlot> roomList(JsonFields json) throws MalformedJsonException {
        List<JsonFields> all = json.objects("rooms", StrictJson.MEMBERS_MAX);
        var rooms = new ArrayList<RoomSlot>();
        Set<Integer> slots = new HashSet<>();
        for (JsonFields one : all.subList(0, Math.min(all.size(), RoomSlot.MAX_ROOMS))) {
            int slot = slot(one, "slot");
            if (!slots.add(slot)) throw new MalformedJsonException("a slot stands twice");
            String name = one.text("name", RoomName.MAX_BYTES);
            if (!RoomName.fits(name)) throw new MalformedJsonException("a room name that does not fit");
            rooms.add(new RoomSlot(slot, new RoomListing(new RoomName(name), one.flag("open"))));
        }
        return rooms;
    }

    /// The ids of the rooms for which the sender holds the receiver's proof, by the sender's slots.
    static Frame proven(Map<Integer, RoomId> bySlot) {
        var array = new JsonArray();
        bySlot.forEach((slot, id) -> {
            var one = new JsonObject();
            one.addProperty("slot", slot);
            one.addProperty("id", id.hex());
            array.add(one);
        });
        var json = new JsonObject();
        json.add("rooms", array);
        return frame(FrameType.PROVEN, json);
    }

    static Map<Integer, RoomId> readProven(Frame frame) throws MalformedFrameException {
        try {
            Map<Integer, RoomId> bySlot = new LinkedHashMap<>();
            for (JsonFields one : fields(frame, FrameType.PROVEN).objects("rooms", RoomSlot.MAX_ROOMS)) {
                RoomId before = bySlot.put(slot(one, "slot"), RoomId.of(one.hex("id", RoomId.BYTES)));
                if (before != null) throw new MalformedJsonException("a slot stands twice");
            }
            return bySlot;
        } catch (MalformedJsonException e) {
            throw malformed("proven", e);
        }
    }

    /// @param type EXCHANGE or SLOWED, which say the same of one exchange
    static Frame pairing(int type, Pairing pairing) {
        var json = new JsonObject();
        json.addProperty("exchange", pairing.exchange());
        json.addProperty("mine", pairing.mine());
        json.addProperty("yours", pairing.yours());
        return frame(type, json);
    }

    static Pairing readPairing(Frame frame) throws MalformedFrameException {
        try {
            JsonFields json = fields(frame, frame.type());
            return new Pairing(exchange(json), slot(json, "mine"), slot(json, "yours"));
        } catch (MalformedJsonException e) {
            throw malformed("exchange", e);
        }
    }

    static Frame share(Share share) {
        var json = new JsonObject();
        json.addProperty("exchange", share.exchange());
        json.addProperty("share", HexFormat.of().formatHex(share.share()));
        return frame(FrameType.SHARE, json);
    }

    static Share readShare(Frame frame) throws MalformedFrameException {
        try {
            JsonFields json = fields(frame, FrameType.SHARE);
            return new Share(exchange(json), json.hex("share", CPace.SHARE_BYTES));
        } catch (MalformedJsonException e) {
            throw malformed("share", e);
        }
    }

    static Frame tag(Tag tag) {
        var json = new JsonObject();
        json.addProperty("exchange", tag.exchange());
        byte[] bytes = tag.tag();
        if (bytes != null) json.addProperty("tag", HexFormat.of().formatHex(bytes));
        return frame(FrameType.TAG, json);
    }

    static Tag readTag(Frame frame) throws MalformedFrameException {
        try {
            JsonFields json = fields(frame, FrameType.TAG);
            return new Tag(exchange(json), json.has("tag") ? json.hex("tag", CPace.TAG_BYTES) : null);
        } catch (MalformedJsonException e) {
            throw malformed("tag", e);
        }
    }

    static Frame refused(int slot, RefusalReason reason) {
        var json = new JsonObject();
        if (slot != 0) json.addProperty("slot", slot);
        json.addProperty("reason", reason.word());
        return frame(FrameType.REFUSED, json);
    }

    static Refusal readRefused(Frame frame) throws MalformedFrameException {
        try {
            JsonFields json = fields(frame, FrameType.REFUSED);
            return new Refusal(json.has("slot") ? slot(json, "slot") : 0,
                    RefusalReason.ofWord(json.text("reason", REASON_BYTES_MAX)));
        } catch (MalformedJsonException e) {
            throw malformed("refused", e);
        }
    }

    private static int slot(JsonFields json, String name) throws MalformedJsonException {
        return (int) json.number(name, 1, RoomSlot.MAX);
    }

    private static int exchange(JsonFields json) throws MalformedJsonException {
        return (int) json.number("exchange", 1, Integer.MAX_VALUE);
    }

    private static JsonFields fields(Frame frame, int type) throws MalformedJsonException {
        if (frame.type() != type) throw new MalformedJsonException("another type of frame");
        if (frame.body().length > Frame.HANDSHAKE_BODY_BYTES_MAX) {
            throw new MalformedJsonException("longer than a handshake frame");
        }
        return StrictJson.object(frame.body());
    }

    private static Frame frame(int type, JsonObject json) {
        return new Frame(type, json.toString().getBytes(UTF_8));
    }

    private static MalformedFrameException malformed(String what, MalformedJsonException cause) {
        return new MalformedFrameException(what + ": " + cause.getMessage(), cause);
    }
}
