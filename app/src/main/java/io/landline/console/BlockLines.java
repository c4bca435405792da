package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.BlockList;
import io.landline.node.port.CommandException;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/// The commands `block`, `blocked` and `allow` (docs/command-line.md, "Commands of `node --json`"). Stateless; any
/// thread.
final class BlockLines {
    private BlockLines() {}

    /// What is so already is not done again, and no session ends for it.
    static void block(BlockList list, JsonFields command, ProfileLines.ProfileAccess profile, JsonObject ok)
            throws MalformedJsonException, CommandException {
        boolean willBeBlocked = command.flagOr("on", true);
        BlockList.Person person = list.find(command.filled("peer", CommandLines.NAME_BYTES_MAX), willBeBlocked);
        boolean changes = person.blocked() != willBeBlocked;
        if (changes) profile.setBlocked(person.peer(), willBeBlocked);
        ok.addProperty("peer", person.peer().hex());
        ok.addProperty("name", person.name());
        ok.addProperty("changed", changes);
    }

    /// A day is one of UTC, as limits count them. Of several people of one name those that are paused come first.
    static void allow(BlockList list, JsonFields command, ProfileLines.ProfileAccess profile, JsonObject ok)
            throws MalformedJsonException, CommandException {
        Set<Fingerprint> paused = profile.paused();
        BlockList.Person person = list.findKnown(command.filled("peer", CommandLines.NAME_BYTES_MAX), paused);
        Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        profile.allowMore(person.peer());
        ok.addProperty("peer", person.peer().hex());
        ok.addProperty("name", person.name());
        ok.addProperty("paused", paused.contains(person.peer()));
        ok.addProperty("until", EventLines.at(tomorrow));
    }

    static JsonArray blocked(BlockList list) throws CommandException {
        var all = new JsonArray();
        for (BlockList.Person each : list.all()) {
            JsonObject json = EventLines.event("blocked", Instant.now());
            json.addProperty("peer", each.peer().hex());
            json.addProperty("name", each.name());
            json.addProperty("verified", each.verified());
            all.add(json);
        }
        return all;
    }
}
