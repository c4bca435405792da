package io.landline.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import io.landline.node.profile.NodeOptions;
import io.landline.peer.PeerName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a command says where the node that runs refuses to be asked.
class OptionConflictsTest {
    private static final NodeOptions OPTIONS = new NodeOptions(Path.of("profile"), new PeerName("Ada"), List.of(),
            new NodeOptions.Network(null, null, List.of("lo"), List.of()), null, null, false);

    /// It ends now, and does nothing of what is still asked.
    private static final class EndingNode extends NodeConnection {
        private final Deque<JsonObject> lines = new ArrayDeque<>();

        @Override
        protected @Nullable JsonObject take(Duration patience) {
            return lines.poll();
        }

        @Override
        protected void give(JsonObject command) {
            var failed = new JsonObject();
            failed.addProperty("event", "failed");
            failed.addProperty("code", "node-gone");
            failed.addProperty("message", "The node is ending; this may not have been done.");
            failed.add("id", command.get("id"));
            lines.add(failed);
        }

        @Override
        public boolean isOwn() {
            return false;
        }

        @Override
        public void close() {}
    }

    @Test
    void aNodeThatEndsIsNotTakenForOneWithOtherOptions() {
        var failed = assertThrows(CommandFailedException.class,
                () -> OptionConflicts.check(OPTIONS, new EndingNode()));
        assertEquals("node-gone", failed.code);
        assertEquals(ExitCode.FAILED, failed.exitCode);
    }

    @Test
    void aListThatANodeRefusesEndsTheCommandWithItsReason() {
        var failed = assertThrows(CommandFailedException.class, () -> new EndingNode().list("peers"));
        assertEquals("node-gone", failed.code);
    }
}
