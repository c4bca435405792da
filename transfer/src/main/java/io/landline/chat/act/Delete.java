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
public record Delete(Reference target, List<Reference> edits) implements Act {
    public Delete {
        if (edits.size() > Edit.COUNTED_MAX) throw new IllegalArgumentException(edits.size() + " edits");
        edits = List.copyOf(edits);
    }

    public static Delete ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        var edits = new ArrayList<Reference>();
        for (JsonFields edit : fields.objects("edits", Edit.COUNTED_MAX)) edits.add(Reference.read(edit));
        return new Delete(Reference.read(fields, ActBody.TARGET), edits);
    }

    @Override
    public byte[] toBody() {
        JsonObject json = ActBody.about(target);
        var array = new JsonArray(edits.size());
        for (Reference edit : edits) array.add(edit.toJson());
        json.add("edits", array);
        return ActBody.bytes(json);
    }
}
