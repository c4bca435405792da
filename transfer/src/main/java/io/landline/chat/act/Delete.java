package io.landline.chat.act;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;

/// Takes a message away for ever. It names the message and all edits of it, since an edit holds the words too
/// (docs/protocol/acts.md, "Deleted bodies"). Counts from the author of the target.
///
/// @param edits at most [Edit#COUNTED_MAX]
/// @param earlier of each earlier room of the conversation that holds any of it a delete for that room, whole: header,
///     signature and body in base64url (docs/protocol/new-words.md, "Acts on what was said before")
public record Delete(Reference target, List<Reference> edits, List<String> earlier) implements Act {
    /// Rooms before this one in which the message or an edit of it stands: with more the body would not fit.
    public static final int EARLIER_MAX = 8;
    private static final String EARLIER = "earlier";

    public Delete {
        if (edits.size() > Edit.COUNTED_MAX) throw new IllegalArgumentException(edits.size() + " edits");
        if (earlier.size() > EARLIER_MAX) throw new IllegalArgumentException(earlier.size() + " earlier rooms");
        edits = List.copyOf(edits);
        earlier = List.copyOf(earlier);
    }

    /// A delete of what stands in one room.
    public Delete(Reference target, List<Reference> edits) { this(target, edits, List.of()); }

    public static Delete ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        var edits = new ArrayList<Reference>();
        for (JsonFields edit : fields.objects("edits", Edit.COUNTED_MAX)) edits.add(Reference.read(edit));
        List<String> earlier = fields.has(EARLIER)
                ? fields.texts(EARLIER, EARLIER_MAX, Act.BODY_BYTES_MAX)
                : List.of();
        return new Delete(Reference.read(fields, ActBody.TARGET), edits, earlier);
    }

    @Override
    public byte[] toBody() {
        JsonObject json = ActBody.about(target);
        var array = new JsonArray(edits.size());
        for (Reference edit : edits) array.add(edit.toJson());
        json.add("edits", array);
        if (earlier.isEmpty()) return ActBody.bytes(json);
        var deletes = new JsonArray(earlier.size());
        earlier.forEach(deletes::add);
        json.add(EARLIER, deletes);
        return ActBody.bytes(json);
    }
}
