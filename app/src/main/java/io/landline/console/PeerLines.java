package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.chat.PersonStatus;
import io.landline.node.port.Contacts.Present;
import io.landline.peer.Fingerprint;
import java.util.List;
import java.util.function.Function;

/// Who is here as JSON. Stateless; any thread.
final class PeerLines {
    private PeerLines() {}

    /// @param status what a person says of themselves
    /// @param from what an answer said with `next`; 0 for the first page
    static void page(List<Present> here, Function<Fingerprint, PersonStatus> status, int from, JsonObject ok) {
        PageSpace.add(ok, "peers", here, each -> json(each, status.apply(each.person().peer())), from);
    }

    private static JsonObject json(Present present, PersonStatus status) {
        var json = new JsonObject();
        EventLines.addPerson(json, present.person());
        json.add("joined", EventLines.array(present.joined(), room -> room));
        EventLines.addStatus(json, status);
        return json;
    }
}
