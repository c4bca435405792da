package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.node.Node;
import io.landline.testing.StartsPrograms;
import org.junit.jupiter.api.Test;

/// `collect …` on a profile on which no node runs, beside somebody who is there.
@StartsPrograms
class CollectCommandTest extends AdasCommands {
    @Test
    void whatIsWrongIsSaidOnceWhereABoxIsClosed() throws Exception {
        try (Node bob = node("Bob", null)) {
            bob.start();
            String box;
            try (Node ada = node("Ada", null);
                    ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null);
                    ControlClient adas = lines("Ada")) {
                ada.start();
                await(adas, "joined");
                ada("collect", "make", "#class", "Essay", "--until", "7d").assertEnded(ExitCode.DONE, "Delivered.");
                String listed = ada("collect", "list", "--json").text().lines().findFirst().orElseThrow();
                box = JsonParser.parseString(listed).getAsJsonObject().get("id").getAsString();
            }
            Ran closed = ada("collect", "close", box, "--interface", "lo", "--interface", "none0", "--udp-port",
                    Integer.toString(udpPort));
            closed.assertEnded(ExitCode.DONE, "Delivered.");
            assertEquals(1, closed.text().lines().filter(line -> line.contains("none0")).count(), closed.text());
        }
    }
}
