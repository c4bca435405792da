package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.network.NodeNetwork;
import io.landline.node.port.CommandException;
import io.landline.node.port.LookAround;
import java.time.Instant;
import java.util.List;

/// The commands about the networks of a node (docs/protocol/control.md): `networks` lists them, `listen-only`
/// chooses in which of them nothing is announced, `look-around` looks for others by TCP. Stateless; any thread.
final class NetworkLines {

    private NetworkLines() {}

    static JsonArray networks(List<NodeNetwork.Network> now, List<String> listenedTo) {
        var list = new JsonArray();
        for (NodeNetwork.Network each : now) list.add(line(each));
        for (String chosen : listenedTo) {
            if (now.stream().anyMatch(each -> each.name().equals(chosen))) continue;
            list.add(line(new NodeNetwork.Network(chosen, List.of(), true)));
        }
        return list;
    }

    private static JsonObject line(NodeNetwork.Network network) {
        JsonObject json = EventLines.event("network", Instant.now());
        json.addProperty("network", network.name());
        json.add("addresses", EventLines.array(network.addresses(), address -> address));
        json.addProperty("listeningOnly", network.listeningOnly());
        return json;
    }

    /// `what` is `start`, also where it is left out, `cancel` or `progress`; the answer tells how far it is.
    static void lookAround(LookAround look, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        String what = command.textOrNull("what", CommandLines.NAME_BYTES_MAX);
        switch (what == null ? "start" : what) {
            case "start" -> look.start();
            case "cancel" -> look.cancel();
            case "progress" -> {
            }
            default -> throw new MalformedJsonException("“what” is one of start, cancel, progress");
        }
        LookAround.Progress progress = look.progress();
        ok.addProperty("running", progress.running());
        ok.addProperty("addresses", progress.addresses());
        ok.addProperty("tried", progress.tried());
        ok.addProperty("found", progress.found());
    }

    static void listenOnly(NodeNetwork network, JsonFields command) throws MalformedJsonException, CommandException {
        network.listenOnly(command.text("network", CommandLines.NAME_BYTES_MAX), command.saidFlag("only"));
    }
}
