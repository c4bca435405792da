package io.landline.cli.connection;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.JsonLines;
import io.landline.lab.Escapes;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a command says where nobody is here who could take what was written: it waits for them, and would seem to hang.
/// It says it once, as soon as it can know. Confined to one thread.
public final class AbsentReceivers {
    /// A node that was just started for the command meets those who are here within this time.
    private static final Duration MET_WITHIN = Duration.ofSeconds(2);

    private final NodeConnection node;
    private final String conversation;
    private final @Nullable String typed;
    private final Duration lookAt;
    private boolean hasLooked;

    /// @param conversation as an answer of the node names it
    /// @param typed how the user named it; null where they did not
    /// @param now the uptime, as below
    public AbsentReceivers(NodeConnection node, String conversation, @Nullable String typed, Duration now) {
        this.node = node;
        this.conversation = conversation;
        this.typed = typed;
        boolean hasWaited = typed != null && PeerWait.isRoom(typed); // before it wrote: PeerWait.awaitMember
        lookAt = node.isOwn() && !hasWaited ? now.plus(MET_WITHIN) : now;
    }

    /// When there is something to look at, but at most that.
    public Duration nextLook(Duration atMost) {
        return hasLooked || atMost.compareTo(lookAt) < 0 ? atMost : lookAt;
    }

    /// The line for a person, once; null where somebody is here, or it is not time yet.
    public @Nullable String told(Duration now) throws IOException, InterruptedException, CommandFailedException {
        if (hasLooked || now.compareTo(lookAt) < 0) return null;
        hasLooked = true;
        JsonObject answer = node.command(JsonLines.command("peers"));
        if (!answer.has("peers")) return null;
        for (JsonElement each : answer.getAsJsonArray("peers")) {
            if (isReceiver(each.getAsJsonObject())) return null;
        }
        long seconds = PeerWait.FOUND_WITHIN.toSeconds();
        return conversation.startsWith("#")
                ? CommandTexts.of("Kept. Nobody else of {0} is here now; waiting {1} s for somebody.",
                        Escapes.line(conversation), seconds)
                : CommandTexts.of("Kept. {0} is not here now; waiting {1} s for them.",
                        Escapes.line(typed == null ? EventFields.brief(conversation) : typed), seconds);
    }

    private boolean isReceiver(JsonObject peer) {
        if (!conversation.startsWith("#")) return EventFields.text(peer, "peer").equals(conversation);
        for (JsonElement label : peer.getAsJsonArray("joined")) {
            if (PeerWait.isLabelOf(conversation, label.getAsString())) return true;
        }
        return false;
    }
}
