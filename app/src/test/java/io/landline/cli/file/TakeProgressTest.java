package io.landline.cli.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.Terminal;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How long `shelf take` waits for what it asked for.
class TakeProgressTest {
    private static final String OFFERED = "{'event':'shelf-take','take':'7a','peer':'b0','name':'Bob',"
            + "'state':'offered','offer':'0ffe'}";

    /// Tells its lines, and then that it is gone.
    private static final class ScriptedNode extends NodeConnection {
        private final ArrayDeque<JsonObject> script = new ArrayDeque<>();

        ScriptedNode tells(String line) {
            script.add(JsonParser.parseString(line).getAsJsonObject());
            return this;
        }

        ScriptedNode tellsOf(String offer, String event) {
            return tells("{'event':'" + event + "','at':'2026-01-01T00:00:00.000Z','peer':'b0','name':'Bob','offer':'"
                    + offer + "','transfer':'7','direction':'in','bytes':9,'total':9,'rate':1,'files':1,'seconds':1,"
                    + "'failed':0,'failures':[],'paths':['/x'],'resumable':false,'reason':'cancelled','by':'peer'}");
        }

        @Override
        protected JsonObject take(Duration patience) throws IOException {
            if (script.isEmpty()) throw new EOFException("waits for ever");
            return script.remove();
        }

        @Override
        protected void give(JsonObject command) {}

        @Override
        public boolean isOwn() {
            return false;
        }

        @Override
        public void close() {}

        int exitCode() throws Exception {
            return new TakeProgress(this, new Terminal(true, Terminal.Colour.NEVER), "7a", List.of()).follow();
        }
    }

    @Test
    void itEndsWhenAllIsHere() throws Exception {
        var node = new ScriptedNode().tells(OFFERED).tellsOf("0ffe", "progress").tellsOf("0ffe", "transferred");
        assertEquals(ExitCode.DONE, node.exitCode());
    }

    /// A person accepted it by hand meanwhile, and it is small.
    @Test
    void whatWasHereBeforeTheAnswerWasToldEndsItToo() throws Exception {
        var node = new ScriptedNode().tellsOf("0ffe", "progress").tellsOf("0ffe", "transferred").tells(OFFERED);
        assertEquals(ExitCode.DONE, node.exitCode());
    }

    @Test
    void whatFailedBeforeTheAnswerWasToldEndsItToo() {
        var node = new ScriptedNode().tellsOf("0ffe", "transfer-failed").tells(OFFERED);
        assertEquals(ExitCode.FAILED, assertThrows(CommandFailedException.class, node::exitCode).exitCode);
    }

    @Test
    void whatEndedOfOtherOffersEndsNothing() {
        var node = new ScriptedNode().tellsOf("07e4", "transferred").tells(OFFERED);
        assertThrows(EOFException.class, node::exitCode);
    }
}
