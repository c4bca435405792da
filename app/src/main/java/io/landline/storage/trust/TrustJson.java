package io.landline.storage.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.PinnedPeer.Verdict;
import io.landline.handshake.TrustStore;
import io.landline.identity.Ed25519;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.StretchedKey;
import io.landline.storage.trust.TrustState.Pin;
import io.landline.storage.trust.TrustState.Place;
import io.landline.storage.trust.TrustState.RoomRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A [TrustState] as JSON, and back (docs/adr/0015). What does not fit is refused as a whole: the other copy, or the
/// database, then holds.
final class TrustJson {
    /// Of what stands in the file; a later version counts on where it changes the meaning of a key.
    private static final int FORMAT = 1;
    /// Far more than anybody joins; one JSON array holds no more.
    static final int ROOMS_MAX = StrictJson.MEMBERS_MAX;
    /// People in one array of the file: there are more of them than one array may hold.
    private static final int PAGE = 1_000;
    /// Of one person; more are found out again by a new exchange.
    static final int PROOFS_MAX = 16;
    private static final int ADDRESS_BYTES_MAX = 16;
    /// The name of an interface, or its number.
    private static final int SCOPE_BYTES_MAX = 256;
    private static final int PORT_MAX = 65_535;
    private static final HexFormat HEX = HexFormat.of();

    private TrustJson() {}

    static JsonObject of(TrustState state) {
        var json = new JsonObject();
        json.addProperty("format", FORMAT);
        addNumber(json, "change", state.change());
        addNumber(json, "at", state.at());
        var rooms = new JsonArray();
        state.rooms().stream().limit(ROOMS_MAX).map(TrustJson::of).forEach(rooms::add);
        json.add("rooms", rooms);
        var people = new JsonArray();
        List<Pin> pins = state.pins().subList(0, Math.min(state.pins().size(), TrustStore.PINNED_MAX));
        for (int from = 0; from < pins.size(); from += PAGE) {
            var page = new JsonArray();
            pins.subList(from, Math.min(pins.size(), from + PAGE)).stream().map(TrustJson::of).forEach(page::add);
            var object = new JsonObject();
            object.add("page", page);
            people.add(object);
        }
        json.add("people", people);
        return json;
    }

    private static JsonObject of(RoomRow room) {
        var json = new JsonObject();
        json.addProperty("id", HEX.formatHex(room.id()));
        json.addProperty("name", room.name());
        if (room.words() != null && room.stretched() != null) {
            json.addProperty("words", room.words());
            json.addProperty("stretched", HEX.formatHex(room.stretched()));
        }
        addNumber(json, "joined", room.joinedAt());
        if (room.confirmedAt() != null) addNumber(json, "confirmed", room.confirmedAt());
        if (room.made()) json.addProperty("made", true);
        return json;
    }

    private static JsonObject of(Pin pin) {
        var json = new JsonObject();
        json.addProperty("key", HEX.formatHex(pin.publicKey()));
        if (pin.name() != null && PeerName.fits(pin.name())) json.addProperty("name", pin.name());
        addNumber(json, "firstMet", pin.firstMet());
        addNumber(json, "lastMet", pin.lastMet());
        for (Verdict each : Verdict.values()) {
            if (pin.verdicts().contains(each)) json.addProperty(field(each), true);
        }
        var places = new JsonArray();
        List<Place> fitting = pin.places().stream().filter(TrustJson::fits).limit(PinnedPeer.MAX_ENDPOINTS).toList();
        for (Place each : fitting) {
            var place = new JsonObject();
            place.addProperty("address", HEX.formatHex(each.address()));
            if (!each.scope().isEmpty()) place.addProperty("scope", each.scope());
            place.addProperty("port", each.port());
            places.add(place);
        }
        json.add("places", places);
        var proofs = new JsonArray();
        pin.proofs().stream().limit(PROOFS_MAX).map(HEX::formatHex).forEach(proofs::add);
        json.add("proofs", proofs);
        return json;
    }

    /// One value that the disk changed in the database must not make the whole file unreadable.
    private static void addNumber(JsonObject json, String key, long value) {
        json.addProperty(key, Math.clamp(value, 0, JsonFields.INTEGER_MAX));
    }

    private static boolean fits(Place place) {
        return place.address().length > 0 && place.address().length <= ADDRESS_BYTES_MAX
                && place.scope().getBytes(UTF_8).length <= SCOPE_BYTES_MAX && place.port() >= 1
                && place.port() <= PORT_MAX;
    }

    static TrustState read(JsonFields json) throws MalformedJsonException {
        json.number("format", FORMAT, FORMAT);
        var rooms = new ArrayList<RoomRow>();
        for (JsonFields each : json.objects("rooms", ROOMS_MAX)) rooms.add(room(each));
        var pins = new ArrayList<Pin>();
        for (JsonFields page : json.objects("people", TrustStore.PINNED_MAX / PAGE)) {
            for (JsonFields each : page.objects("page", PAGE)) pins.add(pin(each));
        }
        return new TrustState(json.number("change", 0, JsonFields.INTEGER_MAX),
                json.number("at", 0, JsonFields.INTEGER_MAX), rooms, pins);
    }

    private static RoomRow room(JsonFields json) throws MalformedJsonException {
        String name = json.text("name", RoomName.MAX_BYTES);
        if (!RoomName.fits(name)) throw new MalformedJsonException("no room's name");
        String words = json.textOrNull("words", RoomKey.MAX_BYTES);
        if (words != null && !RoomKey.fits(words)) throw new MalformedJsonException("no room's key");
        byte[] id = json.hex("id", RoomId.BYTES);
        byte[] stretched = words == null ? null : json.hex("stretched", StretchedKey.BYTES);
        try {
            TrustRows.room(id, name, words, stretched);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("no room that there can be", e);
        }
        return new RoomRow(id, name, words, stretched, time(json, "joined"),
                json.has("confirmed") ? (Long) time(json, "confirmed") : null, json.flag("made"));
    }

    private static Pin pin(JsonFields json) throws MalformedJsonException {
        var places = new ArrayList<Place>();
        for (JsonFields each : json.objects("places", PinnedPeer.MAX_ENDPOINTS)) {
            String scope = each.textOrNull("scope", SCOPE_BYTES_MAX);
            places.add(new Place(bytes(each.text("address", 2 * ADDRESS_BYTES_MAX)), scope == null ? "" : scope,
                    (int) each.number("port", 1, PORT_MAX)));
        }
        var proofs = new ArrayList<byte[]>();
        for (String room : json.texts("proofs", PROOFS_MAX, 2 * RoomId.BYTES)) {
            if (room.length() != 2 * RoomId.BYTES) throw new MalformedJsonException("no room's id");
            proofs.add(bytes(room));
        }
        var verdicts = EnumSet.noneOf(Verdict.class);
        for (Verdict each : Verdict.values()) if (json.flag(field(each))) verdicts.add(each);
        return new Pin(json.hex("key", Ed25519.PUBLIC_KEY_BYTES), name(json), time(json, "firstMet"),
                time(json, "lastMet"), verdicts, places, proofs);
    }

    private static String field(Verdict verdict) {
        return switch (verdict) {
            case VERIFIED -> "verified";
            case ACCEPTED_BY_HAND -> "accepted";
            case BLOCKED -> "blocked";
        };
    }

    private static @Nullable String name(JsonFields json) throws MalformedJsonException {
        String name = json.textOrNull("name", PeerName.MAX_BYTES);
        try {
            return name == null ? null : new PeerName(name).value();
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("no display name", e);
        }
    }

    private static long time(JsonFields json, String key) throws MalformedJsonException {
        return json.number(key, 0, JsonFields.INTEGER_MAX);
    }

    private static byte[] bytes(String hex) throws MalformedJsonException {
        try {
            return HEX.parseHex(hex);
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("not hex", e);
        }
    }
}
