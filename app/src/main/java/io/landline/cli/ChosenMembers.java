package io.landline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.lab.Escapes;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Who of a room's members is meant. Stateless; any thread.
final class ChosenMembers {
    private ChosenMembers() {}

    /// The fingerprints of these members.
    ///
    /// @param members as events `member`
    /// @param people names, or first digits of fingerprints; each has to be one member
    static JsonArray named(JsonArray members, List<String> people) throws CommandFailedException {
        var named = new JsonArray();
        for (String each : people) named.add(one(members, each));
        return named;
    }

    private static String one(JsonArray members, String person) throws CommandFailedException {
        var found = new ArrayList<String>();
        for (JsonElement each : members) {
            JsonObject member = each.getAsJsonObject();
            String peer = EventFields.text(member, "peer");
            boolean byDigits = person.length() >= Fingerprint.PREFIX_DIGITS_MIN
                    && peer.startsWith(person.toLowerCase(Locale.ROOT));
            if (byDigits || EventFields.text(member, "name").equalsIgnoreCase(person)) found.add(peer);
        }
        if (found.size() == 1) return found.getFirst();
        throw CommandFailedException.usage(found.isEmpty()
                ? CommandTexts.of("Nobody called {0} is a member of this room; landline room members ROOM shows who"
                        + " is.",
                        Escapes.line(person))
                : CommandTexts.of("Several members are called {0}: name one by the first digits that landline"
                        + " room members ROOM shows.", Escapes.line(person)));
    }
}
