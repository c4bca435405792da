package io.landline.cli.connection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.HistoryFormatter;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.Terminal;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// People who share their name with somebody else. What a person reads has the first digits of the fingerprint behind
/// such a name: `Ben (3f12abcd)`; these digits name the person in commands. Programs have the fingerprint. Immutable.
public final class Namesakes {
    private static final Namesakes NOBODY = new Namesakes(Set.of());

    private final Set<String> peers;

    /// @param peers fingerprints
    Namesakes(Set<String> peers) { this.peers = Set.copyOf(peers); }

    /// As the node or the profile knows them now. Programs read names as they are: for them nobody is asked.
    public static Namesakes of(ReadOnlyNode node, Terminal terminal)
            throws IOException, InterruptedException, CommandFailedException {
        return terminal.isJson() ? NOBODY : of(node.ask(JsonLines.command("namesakes")));
    }

    /// As above, from a node that runs.
    public static Namesakes of(NodeConnection node, Terminal terminal)
            throws IOException, InterruptedException, CommandFailedException {
        return terminal.isJson() ? NOBODY : of(node.command(JsonLines.command("namesakes")));
    }

    /// A running node of an earlier version does not know the question: then all names stay as they are.
    private static Namesakes of(JsonObject answer) {
        var peers = new HashSet<String>();
        if (answer.has("peers")) for (JsonElement each : answer.getAsJsonArray("peers")) peers.add(each.getAsString());
        return new Namesakes(peers);
    }

    /// An event, or what a list has, as a person reads it.
    public JsonObject toldApart(JsonObject event) {
        JsonObject told = event.deepCopy();
        tellApart(told);
        if (told.has("waitsFor")) told.getAsJsonArray("waitsFor").forEach(each -> tellApart(each.getAsJsonObject()));
        return told;
    }

    /// The same of one message of several conversations: a direct one is named by its person.
    ///
    /// @param answer that lists it
    public JsonObject toldApart(JsonObject message, JsonObject answer) {
        JsonObject told = toldApart(message);
        String conversation = EventFields.text(message, "conversation");
        if (!answer.has("people") || !answer.getAsJsonObject("people").has(conversation)) return told;
        var person = new JsonObject();
        person.addProperty("peer", conversation);
        person.add("name", answer.getAsJsonObject("people").get(conversation));
        tellApart(person);
        return HistoryFormatter.withPerson(told, EventFields.text(person, "name"));
    }

    private void tellApart(JsonObject one) {
        String peer = EventFields.text(one, one.has("author") ? "author" : "peer");
        if (!peers.contains(peer)) return;
        one.addProperty("name", EventFields.text(one, "name") + " (" + EventFields.brief(peer) + ")");
    }
}
