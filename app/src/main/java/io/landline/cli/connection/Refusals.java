package io.landline.cli.connection;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ReasonParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The people here who have another key for a room, as events told. Confined to the main thread.
public final class Refusals {
    /// A person asks one or two others what the words are.
    public static final int PEOPLE_MAX = 3;

    private final Map<String, JsonObject> byPeer = new LinkedHashMap<>();

    /// Takes an event of the node, any. Answers what to tell a person who is in this room, once for each other person;
    /// null where there is nothing to tell.
    ///
    /// @param conversation as answers of the node name it
    public @Nullable String heard(JsonObject event, String conversation) {
        return hear(event) && isAbout(event, conversation) ? EventFormatter.sentence(event) : null;
    }

    /// Answers whether it is the first of that person that is kept.
    boolean hear(JsonObject event) {
        if (!EventFields.is(event, "refused")) return false;
        if (!ReasonParser.isOfKeys(event)) return false;
        String who = EventFields.text(event, "peer") + " " + EventFields.text(event, "room");
        return byPeer.size() < PEOPLE_MAX && byPeer.putIfAbsent(who, event) == null;
    }

    /// A sentence for each person who has another key for this room.
    ///
    /// @param conversation as answers of the node name it
    public List<String> of(String conversation) {
        var sentences = new ArrayList<String>();
        for (JsonObject each : byPeer.values()) {
            if (isAbout(each, conversation)) sentences.add(String.valueOf(EventFormatter.sentence(each)));
        }
        return sentences;
    }

    private static boolean isAbout(JsonObject refused, String conversation) {
        return PeerWait.isLabelOf(conversation, EventFields.text(refused, "room"));
    }
}
