package io.landline.cli.lab;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.landline.console.EventLines;
import io.landline.lab.Addresses;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.Payload;
import io.landline.lab.Peer;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Events of an experiment as JSON, for programs.
final class LabJson {
    private LabJson() {}

    /// The event, or null for what only a person is told.
    static @Nullable JsonObject of(Experiment lab, LabEvent event) {
        return switch (event) {
            case LabEvent.Started(var at, var server, var local, _, var family) -> started(lab, at, server, local,
                    family);
            case LabEvent.In(var at, var peer, var payload, _) -> message("lab-in", lab, at, peer, payload);
            case LabEvent.Out(var at, var peer, var payload, _, _) -> message("lab-out", lab, at, peer, payload);
            case LabEvent.Connection(var at, var peer, var state) -> {
                JsonObject line = line("lab-peer", lab, at, peer);
                line.addProperty("state", state.name().toLowerCase(Locale.ROOT));
                yield line;
            }
            case LabEvent.Refused(var at, var peer, var reason) -> {
                JsonObject line = line("lab-refused", lab, at, peer);
                line.addProperty("reason", reason.english());
                yield line;
            }
            case LabEvent.Result(var at, var result) -> {
                JsonObject line = line("lab-result", lab, at);
                result.fields().forEach((name, value) -> line.add(name, json(value)));
                yield line;
            }
            case LabEvent.Stopped(var at, var reason) -> {
                JsonObject line = line("lab-stopped", lab, at);
                line.addProperty("reason", reason.isEmpty() ? "done" : reason.english());
                yield line;
            }
            case LabEvent.Unanswered _, LabEvent.Remark _, LabEvent.Sample _, LabEvent.Rate _,
                    LabEvent.Progress _, LabEvent.SoFar _, LabEvent.Opened _ -> null;
        };
    }

    /// A row of `landline lab list`; `port` is null if the experiment has none.
    static JsonObject of(Experiment lab) {
        JsonObject line = line("lab", lab, Instant.now());
        line.addProperty("transport", lab.transport().name());
        line.add("port", lab.port() == 0 ? JsonNull.INSTANCE : new JsonPrimitive(lab.port()));
        line.addProperty("meaning", lab.meaning());
        return line;
    }

    private static JsonObject started(Experiment lab, Instant at, boolean server, SocketAddress local, String family) {
        JsonObject line = line("lab-started", lab, at);
        line.addProperty("role", server ? "server" : "client");
        if (local instanceof InetSocketAddress inet) {
            line.addProperty("host", Addresses.host(inet));
            line.addProperty("port", inet.getPort());
        } else {
            line.addProperty("host", local.toString());
        }
        line.addProperty("family", family);
        return line;
    }

    private static JsonObject message(String event, Experiment lab, Instant at, Peer peer, Payload payload) {
        JsonObject line = line(event, lab, at, peer);
        line.addProperty("bytes", payload.length());
        String text = payload.text();
        if (text == null) {
            line.addProperty("hex", payload.hex());
        } else {
            line.addProperty("text", text);
        }
        return line;
    }

    private static JsonObject line(String event, Experiment lab, Instant at, Peer peer) {
        JsonObject line = line(event, lab, at);
        line.addProperty("peer", peer.name());
        return line;
    }

    private static JsonObject line(String event, Experiment lab, Instant at) {
        JsonObject line = EventLines.event(event, at);
        line.addProperty("lab", lab.title());
        return line;
    }

    private static JsonElement json(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Number number -> new JsonPrimitive(number);
            case Boolean bool -> new JsonPrimitive(bool);
            case List<?> list -> {
                var array = new JsonArray(list.size());
                list.forEach(each -> array.add(json(each)));
                yield array;
            }
            case Map<?, ?> map -> {
                var object = new JsonObject();
                map.forEach((name, each) -> object.add(String.valueOf(name), json(each)));
                yield object;
            }
            default -> new JsonPrimitive(value.toString());
        };
    }
}
