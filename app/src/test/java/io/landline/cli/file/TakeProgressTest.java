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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        protected @Nullable JsonObject take(Duration patience) throws IOException {
            if (script.isEmpty()) throw new EOFException("waits for ever");
            JsonObject line = script.remove();
            return line.isEmpty() ? null : line;
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
            return new TakeProgress(this, new Terminal(true, Terminal.Colour.NEVER), "7a", List.of("*.pdf")).follow();
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

    /// The offer is over, nothing is answered in time, or the node goes.
    @ParameterizedTest
    @ValueSource(strings = {"{'id':'c1','event':'failed','code':'no-transfer','message':'over'}", "{}", ""})
    void whereItsOwnDeclineFailsItSaysNothingOfTheOfferThatIsNotKnown(String answer) {
        var node = new ScriptedNode().tells(OFFERED).tellsOf("0ffe", "unmatched");
        if (!answer.isEmpty()) node.tells(answer);
        CommandFailedException failed = assertThrows(CommandFailedException.class, node::exitCode);
        assertEquals(ExitCode.FAILED, failed.exitCode);
        assertEquals("Nothing of it is what --only names: *.pdf. Nothing was taken. The offer may still wait for an"
                + " answer: landline transfers list shows whether it does.", failed.getMessage());
    }

    @Test
    void whatHoldsNothingThatIsWantedIsDeclined() {
        var node = new ScriptedNode().tells(OFFERED).tellsOf("0ffe", "unmatched").tells("{'id':'c1','event':'ok'}");
        CommandFailedException failed = assertThrows(CommandFailedException.class, node::exitCode);
        assertEquals("Nothing of it is what --only names: *.pdf. Nothing was taken. landline shelf list shows what is"
                + " there.", failed.getMessage());
    }

    @Test
    void whatEndedOfOtherOffersEndsNothing() {
        var node = new ScriptedNode().tellsOf("07e4", "transferred").tells(OFFERED);
        assertThrows(EOFException.class, node::exitCode);
    }
}
