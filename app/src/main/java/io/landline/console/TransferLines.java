package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.filetransfer.FailedFiles;
import io.landline.node.port.NodeEvent.Helping;
import io.landline.node.port.NodeEvent.OfFiles;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.Progress;
import io.landline.node.port.NodeEvent.TransferFailed;
import io.landline.node.port.NodeEvent.TransferId;
import io.landline.node.port.NodeEvent.TransferPaused;
import io.landline.node.port.NodeEvent.TransferResumed;
import io.landline.node.port.NodeEvent.Transferred;
import io.landline.node.port.NodeEvent.Unmatched;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Events about files, as [EventLines] has the others. Stateless; any thread.
final class TransferLines {
    private TransferLines() {}

    static JsonObject json(OfFiles event, Instant at) {
        return switch (event) {
            case Offered e -> offered(e, at);
            case Helping(String offer, int peers, Double sent, int onSharedAir) -> {
                JsonObject json = EventLines.event("helping", at);
                json.addProperty("offer", offer);
                json.addProperty("peers", peers);
                if (sent != null) json.addProperty("sent", sent);
                if (onSharedAir > 0) json.addProperty("onSharedAir", onSharedAir);
                yield json;
            }
            case Progress(TransferId id, long bytes, long total, long rate, var from) -> {
                JsonObject json = transfer("progress", at, id);
                json.addProperty("bytes", bytes);
                json.addProperty("total", total);
                json.addProperty("rate", rate);
                if (!from.isEmpty()) json.add("from", EventLines.array(from, Fingerprint::hex));
                yield json;
            }
            case Transferred e -> transferred(e, at);
            case TransferFailed e -> failed(e, at);
            case Unmatched(TransferId id, _) -> transfer("unmatched", at, id);
            case TransferPaused(TransferId id, boolean byPeer) -> by(transfer("transfer-paused", at, id), byPeer);
            case TransferResumed(TransferId id, boolean byPeer) -> by(transfer("transfer-resumed", at, id), byPeer);
        };
    }

    private static JsonObject transfer(String kind, Instant at, TransferId id) {
        JsonObject json = EventLines.event(kind, at);
        json.addProperty("offer", id.offer());
        json.addProperty("transfer", id.transfer());
        json.addProperty("peer", id.peer().hex());
        json.addProperty("direction", id.direction() == Direction.IN ? "in" : "out");
        return json;
    }

    private static JsonObject by(JsonObject json, boolean peer) {
        json.addProperty("by", peer ? "peer" : "us");
        return json;
    }

    private static JsonObject offered(Offered e, Instant at) {
        JsonObject json = transfer("offered", at, e.id());
        json.addProperty("name", e.name());
        json.addProperty("conversation", e.conversation());
        json.add("names", EventLines.array(e.names(), name -> name));
        json.addProperty("files", e.files());
        json.addProperty("folders", e.folders());
        json.addProperty("bytes", e.bytes());
        return json;
    }

    private static JsonObject failed(TransferFailed event, Instant at) {
        JsonObject json = transfer("transfer-failed", at, event.id());
        json.addProperty("name", event.name());
        json.addProperty("reason", event.reason().text());
        json.addProperty("resumable", event.resumable());
        missing(json, event.missingFolder(), event.missingBytes());
        return json;
    }

    /// What a transfer that stopped lacks on this computer.
    static void missing(JsonObject json, @Nullable String folder, long bytes) {
        if (folder != null) json.addProperty("missingFolder", folder);
        if (bytes > 0) json.addProperty("missingBytes", bytes);
    }

    private static JsonObject transferred(Transferred e, Instant at) {
        JsonObject json = transfer("transferred", at, e.id());
        json.addProperty("name", e.name());
        json.addProperty("files", e.files());
        json.addProperty("bytes", e.bytes());
        json.addProperty("seconds", e.moved().seconds());
        if (e.moved().bytes() < e.bytes()) json.addProperty("moved", e.moved().bytes());
        json.add("paths", EventLines.array(e.paths(), path -> path.toAbsolutePath().toString()));
        if (e.root() != null) json.addProperty("root", e.root());
        if (e.sha256() != null) json.addProperty("sha256", e.sha256());
        json.addProperty("failed", e.failures().files());
        var failures = new JsonArray();
        for (FailedFiles.One one : e.failures().first()) {
            var file = new JsonObject();
            file.addProperty("path", one.path());
            file.addProperty("reason", one.reason().text());
            failures.add(file);
        }
        json.add("failures", failures);
        return json;
    }
}
