package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonObject;
import io.landline.node.RunningForTest;
import io.landline.process.FreePorts;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A command may come while its node ends, as at Ctrl-C. That is no fault.
class EndedNodeTest {
    @TempDir
    static Path folder;
    private static CommandLines commands;

    @BeforeAll
    static void end() throws Exception {
        try (var ada = RunningForTest.start(folder, "Ada", FreePorts.udp(), RunningForTest.room())) {
            commands = new CommandLines(ada.node, () -> {}, null, () -> {}, () -> {});
        }
    }

    private static JsonObject answer(String fields) {
        var answer = new CompletableFuture<JsonObject>();
        commands.carryOut("{\"do\":" + fields.replace('\'', '"') + "}", answer::complete);
        return answer.join();
    }

    @Test
    void whatNeedsAPartThatIsClosedIsToldThatTheNodeEnds() {
        JsonObject answer = answer("'transfers','over':true");
        assertEquals("failed", answer.get("event").getAsString());
        assertEquals("node-gone", answer.get("code").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"'peers'", "'rooms'", "'transfers'", "'history','conversation':'#class'", "'blocked'",
            "'cancel','transfer':'0123456789abcdef'", "'retry','all':true", "'read','conversation':'#class'",
            "'join','room':'later','open':true", "'leave','room':'#class'", "'status','state':'away'", "'networks'",
            "'search','words':'x'", "'boxes'", "'shelves'", "'pinned','conversation':'#class'", "'look-around'",
            "'connect','host':'127.0.0.1','port':9", "'limit','rate':1000000", "'typing','to':'#class'",
            "'change-words','room':'#class'", "'react','target':'0123456789abcdef','emoji':'x'",
            "'send','to':'#class','paths':['pom.xml']", "'collect','to':'#class','title':'T'",
            "'shelf-add','to':'#class','paths':['pom.xml']", "'doctor'"})
    void noCommandCallsItAFault(String fields) {
        JsonObject answer = answer(fields);
        assertNotEquals("fault", answer.has("code") ? answer.get("code").getAsString() : "",
                () -> fields + ": " + answer);
    }
}
