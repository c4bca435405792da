package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.network.NodeNetwork;
import io.landline.node.port.CommandException;
import io.landline.node.port.LookAround;

/// The commands about the networks that a node is in (docs/protocol/control.md): `networks` lists them, `listen-only`
/// chooses in which of them nothing is announced, `look-around` looks for others by TCP. Stateless; any thread.
final class NetworkLines {

    private NetworkLines() {}

    static JsonArray networks(NodeNetwork network) {
        var list = new JsonArray();
        for (NodeNetwork.Network each : network.networks()) {
            var json = new JsonObject();
            json.addProperty("network", each.name());
            json.add("addresses", EventLines.array(each.addresses(), address -> address));
            json.addProperty("listeningOnly", each.listeningOnly());
            list.add(json);
        }
        return list;
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
        network.listenOnly(command.text("network", CommandLines.NAME_BYTES_MAX), command.flag("only"));
    }
}
