package io.landline.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
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

    /// Says the same to whatever it is asked.
    private static final class ScriptedNode extends NodeConnection {
        private final JsonObject says;
        private final Deque<JsonObject> lines = new ArrayDeque<>();

        ScriptedNode(JsonObject says) { this.says = says; }

        /// It ends now, and does nothing of what is still asked.
        static ScriptedNode thatEnds() {
            var failed = new JsonObject();
            failed.addProperty("event", "failed");
            failed.addProperty("code", "node-gone");
            failed.addProperty("message", "The node is ending; this may not have been done.");
            return new ScriptedNode(failed);
        }

        static ScriptedNode called(String name) {
            var ok = new JsonObject();
            ok.addProperty("event", "ok");
            ok.addProperty("name", name);
            ok.add("interfaces", JsonLines.list(List.of("lo")));
            return new ScriptedNode(ok);
        }

        @Override
        protected @Nullable JsonObject take(Duration patience) {
            return lines.poll();
        }

        @Override
        protected void give(JsonObject command) {
            JsonObject line = says.deepCopy();
            line.add("id", command.get("id"));
            lines.add(line);
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
                () -> OptionConflicts.check(OPTIONS, ScriptedNode.thatEnds()));
        assertEquals("node-gone", failed.code);
        assertEquals(ExitCode.FAILED, failed.exitCode);
    }

    /// It was told as any other option that does not fit, though the page has a code for it.
    @Test
    void optionsThatContradictANodeHaveACodeOfTheirOwn() throws Exception {
        OptionConflicts.check(OPTIONS, ScriptedNode.called("Ada"));
        var failed = assertThrows(CommandFailedException.class,
                () -> OptionConflicts.check(OPTIONS, ScriptedNode.called("Bob")));
        assertEquals("contradicts", failed.code);
        assertEquals(ExitCode.USAGE, failed.exitCode);
    }

    @Test
    void aListThatANodeRefusesEndsTheCommandWithItsReason() {
        var failed = assertThrows(CommandFailedException.class, () -> ScriptedNode.thatEnds().list("peers"));
        assertEquals("node-gone", failed.code);
    }
}
