package io.landline.network;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A node of the table, and when it told what: by the wall clock, which all namespaces of this machine share.
final class Peer implements AutoCloseable {
    final int computer;
    final String name;
    final String fingerprint;
    final Instant readyAt;
    private final NodeProcess process;

    private Peer(int computer, String name, NodeProcess process, JsonObject ready) {
        this.computer = computer;
        this.name = name;
        this.process = process;
        fingerprint = ready.get("fingerprint").getAsString();
        readyAt = at(ready);
    }

    /// Starts a node, and waits until it is ready.
    static Peer start(LanNodes nodes, NamespaceLan lan, int computer, String name, String... more)
            throws IOException, InterruptedException {
        return ready(computer, name, nodes.start(lan, computer, name, more));
    }

    /// Starts a node of another room, and waits until it is ready.
    static Peer startStranger(LanNodes nodes, NamespaceLan lan, int computer, String name)
            throws IOException, InterruptedException {
        return ready(computer, name, nodes.startIn(lan, computer, name, "other", LanNodes.KEY));
    }

    private static Peer ready(int computer, String name, NodeProcess process) throws IOException, InterruptedException {
        JsonObject ready = process.await("ready", _ -> true, Patience.OF_PROGRAMS);
        if (ready == null) {
            process.close();
            throw new IOException(name + " did not get ready within " + Patience.PROGRAM_SECONDS + " s");
        }
        return new Peer(computer, name, process, ready);
    }

    static Instant at(JsonObject event) {
        return Instant.parse(event.get("at").getAsString());
    }

    /// How long after `since` the first event of this kind that fits was told; null where none was within `patience`.
    @Nullable
    Duration told(String kind, Predicate<JsonObject> fits, Instant since, Duration patience)
            throws InterruptedException {
        Instant from = since.truncatedTo(ChronoUnit.MILLIS); // events have no more
        JsonObject event = process.await(kind, each -> !at(each).isBefore(from) && fits.test(each), patience);
        return event == null ? null : Duration.between(from, at(event));
    }

    /// The same for an event about another node.
    @Nullable
    Duration told(String kind, Peer about, Instant since, Duration patience) throws InterruptedException {
        return told(kind, event -> isAbout(event, about), since, patience);
    }

    /// How long after `since` another node was listed with an endpoint that begins so.
    @Nullable
    Duration listsAt(Peer other, String endpoint, Instant since, Duration patience) throws InterruptedException {
        Predicate<JsonObject> fits = event -> {
            if (!event.has("endpoints") || !isAbout(event, other)) return false;
            for (JsonElement each : event.getAsJsonArray("endpoints")) {
                if (each.getAsString().startsWith(endpoint)) return true;
            }
            return false;
        };
        Instant from = since.truncatedTo(ChronoUnit.MILLIS);
        JsonObject event = process.await(each -> !at(each).isBefore(from) && fits.test(each), patience);
        return event == null ? null : Duration.between(from, at(event));
    }

    /// The first endpoint by which another node was listed; null where it never was.
    @Nullable
    String endpointOf(Peer other) throws InterruptedException {
        JsonObject event = process.await("peer-appeared", each -> isAbout(each, other), Duration.ZERO);
        return event == null || event.getAsJsonArray("endpoints").isEmpty()
                ? null
                : event.getAsJsonArray("endpoints").get(0).getAsString();
    }

    static boolean isAbout(JsonObject event, Peer other) {
        return event.has("peer") && event.get("peer").getAsString().equals(other.fingerprint);
    }

    /// Writes to another node.
    void say(Peer to, String text) throws IOException, InterruptedException {
        var say = new JsonObject();
        say.addProperty("do", "say");
        say.addProperty("to", to.fingerprint);
        say.addProperty("text", text);
        process.command(say, Patience.OF_PROGRAMS);
    }

    void quit() throws InterruptedException {
        process.quit();
    }

    /// Kill −9, unless it has ended.
    @Override
    public void close() {
        process.close();
    }
}
