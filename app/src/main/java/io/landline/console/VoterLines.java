package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.ProfileReader;
import io.landline.node.conversation.PollVotes;
import io.landline.node.port.CommandException;
import io.landline.node.port.MessageActs.Silent;
import io.landline.node.port.MessageActs.Voter;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Instant;

/// The command `voters`: who chose what in a poll, and who did not vote. Stateless; any thread.
final class VoterLines {
    /// Told of one poll, by name: those who voted first. The widest names of them stay below a line of the local
    /// socket.
    static final int PEOPLE_MAX = 4_000;

    private VoterLines() {}

    /// By name. Nobody while the result is hidden.
    static void answer(ProfileReader reader, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        EntryId poll = reader.find(command.text("target", CommandLines.NAME_BYTES_MAX));
        add(reader.votes(poll), poll, reader.ownName(), ok);
    }

    static void add(PollVotes votes, EntryId poll, String ownName, JsonObject ok) {
        ok.addProperty("question", votes.poll().question());
        ok.add("options", EventLines.array(votes.poll().options(), option -> option));
        ok.addProperty("hidden", votes.isHidden());
        var list = new JsonArray();
        for (Voter each : votes.voters().stream().limit(PEOPLE_MAX).toList()) {
            JsonObject json = about(EventLines.event("voter", Instant.now()), poll, each.person(),
                    each.own() ? ownName : each.name(), each.own());
            var choices = new JsonArray();
            each.choices().stream().sorted().forEach(choices::add);
            json.add("choices", choices);
            list.add(json);
        }
        ok.addProperty("people", votes.voters().size());
        ok.add("voters", list);
        var silent = new JsonArray();
        for (Silent each : votes.silent().stream().limit(PEOPLE_MAX - list.size()).toList()) {
            silent.add(about(EventLines.event("no-answer", Instant.now()), poll, each.person(), each.name(),
                    each.own()));
        }
        ok.add("silent", silent);
        ok.addProperty("withoutAnswer", votes.silent().size());
    }

    private static JsonObject about(JsonObject json, EntryId poll, Fingerprint person, String name, boolean own) {
        json.addProperty("poll", poll.hex());
        json.addProperty("peer", person.hex());
        json.addProperty("name", name);
        json.addProperty("own", own);
        return json;
    }
}
