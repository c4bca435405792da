package io.landline.chat.act;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.RoomId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/// The first entry of a room with new words: which room it continues, and for which members
/// (docs/protocol/new-words.md). It names the old room only to who has the salt. Immutable: the array is not handed out
/// to be changed.
///
/// @param from the sealed id of the old room
/// @param clock the highest Lamport time of the old room that the author held
/// @param chosen who gets the words, without the author
public record Continuation(byte[] from, long clock, Set<Fingerprint> chosen) {
    public static final int SALT_BYTES = 16;
    /// A room of 200 fits five times over; the body stays below what an entry may have.
    public static final int CHOSEN_MAX = 1_000;
    private static final byte[] LABEL = "landline/1 continues\0".getBytes(US_ASCII);

    public Continuation {
        if (from.length != RoomId.BYTES) throw new IllegalArgumentException("a seal of " + from.length + " bytes");
        if (clock < 0 || clock > JsonFields.INTEGER_MAX) throw new IllegalArgumentException("clock out of range");
        if (chosen.size() > CHOSEN_MAX) throw new IllegalArgumentException(chosen.size() + " people");
        chosen = Set.copyOf(chosen);
    }

    public static Continuation of(byte[] salt, RoomId old, RoomId next, long clock, Set<Fingerprint> chosen) {
        return new Continuation(seal(salt, old, next), clock, chosen);
    }

    private static byte[] seal(byte[] salt, RoomId old, RoomId next) {
        return Arrays.copyOf(Sha256.of(LABEL, salt, old.bytes(), next.bytes()), RoomId.BYTES);
    }

    /// Whether it says that `next` continues `old`.
    public boolean names(byte[] salt, RoomId old, RoomId next) {
        return Arrays.equals(from, seal(salt, old, next));
    }

    public static Continuation ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = StrictJson.object(body);
        var chosen = new HashSet<Fingerprint>();
        for (String each : fields.texts("chosen", CHOSEN_MAX, 2 * Fingerprint.BYTES)) {
            if (!Fingerprint.isWhole(each)) throw new MalformedJsonException("no fingerprint");
            chosen.add(Fingerprint.parse(each));
        }
        return new Continuation(fields.hex("from", RoomId.BYTES), fields.number("clock", 0, JsonFields.INTEGER_MAX),
                chosen);
    }

    /// The fingerprints in ascending order: the same bytes each time.
    public byte[] toBody() {
        var json = new JsonObject();
        json.addProperty("from", HexFormat.of().formatHex(from));
        json.addProperty("clock", clock);
        var people = new JsonArray(chosen.size());
        chosen.stream().sorted().map(Fingerprint::hex).forEach(people::add);
        json.add("chosen", people);
        return ActBody.bytes(json);
    }
}
