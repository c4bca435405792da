package io.landline.chat.act;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.peer.Fingerprint;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;

/// The people that a text mentions, as a field of its body.
public final class Mentions {
    /// In one text. A class of thirty can be called one by one.
    public static final int MAX = 32;
    private static final String FIELD = "mentions";

    private Mentions() {}

    /// In the order in which they were written; empty where the field is absent.
    public static Set<Fingerprint> read(JsonFields fields) throws MalformedJsonException {
        var people = new LinkedHashSet<Fingerprint>();
        for (String digits : fields.texts(FIELD, MAX, 2 * Fingerprint.BYTES)) {
            if (digits.length() != 2 * Fingerprint.BYTES || !digits.chars().allMatch(HexFormat::isHexDigit)) {
                throw new MalformedJsonException("somebody mentioned is no fingerprint");
            }
            people.add(Fingerprint.of(HexFormat.of().parseHex(digits)));
        }
        return people;
    }

    /// Nothing is added for nobody.
    public static void add(JsonObject body, Set<Fingerprint> people) {
        if (people.isEmpty()) return;
        var array = new JsonArray(people.size());
        for (Fingerprint person : people) array.add(person.hex());
        body.add(FIELD, array);
    }
}
