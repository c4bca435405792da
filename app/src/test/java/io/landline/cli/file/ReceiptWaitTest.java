package io.landline.cli.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.PeerWait;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How long `hand-in` waits for the collector.
class ReceiptWaitTest {
    private static final String BOB = "b0";

    /// A node on a clock of its own: what it tells comes when its time has come.
    private static final class ScriptedNode extends NodeConnection {
        private record Line(Duration at, JsonObject event) {}

        private final ArrayDeque<Line> script = new ArrayDeque<>();
        private final ArrayDeque<JsonObject> answers = new ArrayDeque<>();
        private final JsonArray peers = new JsonArray();
        private Duration now = Duration.ofHours(1);
        private Duration last = now;

        ScriptedNode(boolean isHere) {
            if (isHere) peers.add(JsonParser.parseString("{'peer':'" + BOB + "','joined':['#class']}"));
        }

        ScriptedNode tells(Duration later, String event) {
            last = last.plus(later);
            script.add(new Line(last, JsonParser.parseString("{'event':'" + event
                    + "','at':'2026-01-01T00:00:00.000Z','peer':'" + BOB
                    + "','name':'Bob','offer':'0ffe','transfer':'7','direction':'out','bytes':1,'total':9,'rate':1,"
                    + "'late':false,'failed':0,'resumable':false,'reason':'declined','by':'peer','box':'b'}")
                    .getAsJsonObject()));
            return this;
        }

        @Override
        protected @Nullable JsonObject take(Duration patience) {
            if (!answers.isEmpty()) return answers.poll();
            if (!script.isEmpty() && script.element().at().compareTo(now.plus(patience)) <= 0) {
                Line line = script.remove();
                if (line.at().compareTo(now) > 0) now = line.at();
                return line.event();
            }
            now = now.plus(patience);
            return null;
        }

        @Override
        protected void give(JsonObject command) {
            var ok = new JsonObject();
            ok.addProperty("event", "ok");
            ok.add("id", command.get("id"));
            ok.add("peers", peers);
            answers.add(ok);
        }

        @Override
        public boolean isOwn() {
            return false;
        }

        @Override
        public void close() {}

        int exitCode() throws Exception {
            JsonObject offered = JsonParser.parseString("{'offer':'0ffe','name':'Bob','peer':'" + BOB + "'}")
                    .getAsJsonObject();
            return new ReceiptWait(this, new Terminal(true, Terminal.Colour.NEVER), offered, () -> now, () -> false)
                    .exitCode();
        }
    }

    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration LONG = PeerWait.FOUND_WITHIN.multipliedBy(6);

    @Test
    void aCollectorWhoIsHereAndBusyIsWaitedFor() throws Exception {
        var node = new ScriptedNode(true).tells(SOON, "offered").tells(LONG, "progress").tells(LONG, "handed-in");
        assertEquals(ExitCode.DONE, node.exitCode());
    }

    @Test
    void aCollectorWhoPausesBeforeTheFirstByteIsWaitedFor() throws Exception {
        var node = new ScriptedNode(true).tells(SOON, "offered")
                .tells(SOON, "transfer-paused")
                .tells(LONG, "transfer-resumed")
                .tells(SOON, "handed-in");
        assertEquals(ExitCode.DONE, node.exitCode());
    }

    @Test
    void aCollectorWhoComesWithinTenSecondsIsWaitedFor() throws Exception {
        var node = new ScriptedNode(false).tells(SOON, "offered")
                .tells(PeerWait.FOUND_WITHIN.minus(SOON.multipliedBy(2)), "session-opened")
                .tells(LONG, "handed-in");
        assertEquals(ExitCode.DONE, node.exitCode());
    }

    @Test
    void aCollectorWhoIsAwayIsWaitedForTenSeconds() throws Exception {
        var node = new ScriptedNode(false).tells(SOON, "offered").tells(LONG, "session-opened");
        assertEquals(ExitCode.LATER, node.exitCode());
    }

    @Test
    void aCollectorWhoGoesBeforeTheFirstByteIsWaitedForTenSecondsMore() throws Exception {
        var node = new ScriptedNode(true).tells(SOON, "offered")
                .tells(LONG, "session-closed")
                .tells(LONG, "handed-in");
        assertEquals(ExitCode.LATER, node.exitCode());
    }

    @Test
    void whatHasBegunIsWaitedForOverABreak() throws Exception {
        var node = new ScriptedNode(true).tells(SOON, "offered")
                .tells(SOON, "progress")
                .tells(SOON, "session-closed")
                .tells(LONG, "session-opened")
                .tells(SOON, "transferred")
                .tells(LONG, "handed-in");
        assertEquals(ExitCode.DONE, node.exitCode());
    }

    @Test
    void aBoxThatDoesNotTakeItEndsTheWait() {
        var node = new ScriptedNode(true).tells(SOON, "offered").tells(LONG, "transfer-failed");
        assertEquals(ExitCode.REFUSED, assertThrows(CommandFailedException.class, node::exitCode).exitCode);
    }
}
