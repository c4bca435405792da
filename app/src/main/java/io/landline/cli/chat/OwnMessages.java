package io.landline.cli.chat;

import com.google.gson.JsonObject;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.JsonLines;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What this user writes while a chat is open, in the window or by another command: the node tells it, and also what
/// the chat itself said. Confined to the main thread.
final class OwnMessages {
    /// The node tells what it has stored right after the answer. Who types is not kept waiting for long.
    private static final Duration TOLD_WITHIN = Duration.ofMillis(200);
    /// Events that may come before it: of a flood no more are kept back.
    private static final int EVENTS_BEFORE_MAX = 100;

    private final String ownName;
    private final String ownFingerprint;
    /// What the chat said, and the node has not told yet.
    private final Set<String> saidHere = new HashSet<>();
    private boolean isTold;

    private OwnMessages(String ownName, String ownFingerprint) {
        this.ownName = ownName;
        this.ownFingerprint = ownFingerprint;
    }

    /// Has the node tell them from now on.
    ///
    /// @param status what the node answered to `status`
    static OwnMessages of(JsonObject status, NodeConnection node)
            throws IOException, InterruptedException, CommandFailedException {
        var own = new OwnMessages(EventFields.text(status, "name"), EventFields.text(status, "fingerprint"));
        // a running node of an earlier version does not know it: then only what others write is shown
        own.isTold = EventFields.isOk(node.command(JsonLines.command("watch-own")));
        return own;
    }

    /// Whether this user wrote it.
    boolean isOwn(JsonObject message) {
        return EventFields.text(message, "author").equals(ownFingerprint);
    }

    /// The answer to a `say` of the chat: as a message of this user.
    JsonObject said(JsonObject answer, String text) {
        if (isTold) saidHere.add(EventFields.text(answer, "message"));
        answer.addProperty("name", ownName);
        answer.addProperty("author", ownFingerprint);
        answer.addProperty("text", text);
        return answer;
    }

    /// Waits a moment until the node tells what was just said here: what was said in another program before it stands
    /// above it.
    ///
    /// @param before gets the events that came before it
    /// @return false where the node has not told it in time
    boolean awaitEcho(NodeConnection node, List<JsonObject> before) throws IOException, InterruptedException {
        long end = System.nanoTime() + TOLD_WITHIN.toNanos();
        while (isTold && before.size() < EVENTS_BEFORE_MAX) {
            JsonObject event = node.next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (event == null) return false;
            if (takeEcho(event)) return true;
            before.add(event);
        }
        return false;
    }

    /// Takes an event: true where it tells only what the chat said and showed. What was written elsewhere gets the
    /// name.
    boolean takeEcho(JsonObject event) {
        if (!isOwn(event)) return false;
        event.addProperty("name", ownName);
        return saidHere.remove(EventFields.text(event, "id"));
    }
}
