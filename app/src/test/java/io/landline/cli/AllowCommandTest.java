package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.console.ConsoleSocket;
import io.landline.control.ControlClient;
import io.landline.cost.CostRules;
import io.landline.node.Node;
import io.landline.testing.StartsPrograms;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// `allow`: a person whose budget of today is full may send more.
@StartsPrograms
class AllowCommandTest extends AdasCommands {
    private static final Duration DAY = Duration.ofDays(1);

    private interface Part {
        void run(ControlClient adas, ControlClient bens) throws Exception;
    }

    /// Ada and Ben have met, and their nodes take commands. Answers Ben's fingerprint.
    private byte[] met(Part part) throws Exception {
        try (Node ada = node("Ada", null);
                ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null);
                Node ben = node("Ben", null);
                ConsoleSocket _ = ConsoleSocket.open(ben, () -> {}, null);
                ControlClient adas = lines("Ada");
                ControlClient bens = lines("Ben")) {
            ada.start();
            ben.start();
            await(adas, "joined");
            await(bens, "joined");
            part.run(adas, bens);
            return ben.fingerprint().bytes();
        }
    }

    private static void say(ControlClient bens, String text) throws Exception {
        JsonObject say = JsonLines.command("say", "to", "#class");
        say.addProperty("text", text);
        bens.send(say.toString());
    }

    private void benHasSentAllThatADayAllows() throws Exception {
        byte[] ben = met((adas, bens) -> {
            say(bens, "before");
            await(adas, "message");
        });
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("Ada/history.db"));
                PreparedStatement sql = connection
                        .prepareStatement("UPDATE budget SET bytes = ? WHERE person = ? AND purpose = 'OWN'")) {
            sql.setLong(1, CostRules.MEMBER_BYTES_A_DAY);
            sql.setBytes(2, ben);
            assertEquals(1, sql.executeUpdate());
        }
    }

    @Test
    void whatALimitHeldBackComesOnceMoreIsAllowedAndTheEndOfThatIsSaid() throws Exception {
        benHasSentAllThatADayAllows();
        met((adas, bens) -> {
            say(bens, "after");
            assertEquals("limit-reached", await(adas, "warning").get("code").getAsString());
            JsonObject allowed = json(ada("allow", "Ben", "--json"));
            assertTrue(allowed.get("paused").getAsBoolean(), allowed.toString());
            String until = allowed.get("until").getAsString();
            assertTrue(until.endsWith("T00:00:00.000Z"), "milliseconds as of all times: " + until);
            Duration left = Duration.between(Instant.now(), Instant.parse(until));
            assertTrue(left.compareTo(DAY) <= 0, until);
            assertEquals(0, Instant.parse(until).toEpochMilli() % DAY.toMillis(), until);
            await(adas, "pause-ended");
            assertEquals("after", await(adas, "message").get("text").getAsString());
            JsonObject again = json(ada("allow", "Ben", "--json"));
            assertFalse(again.get("paused").getAsBoolean());
            ada("allow", again.get("peer").getAsString()).assertEnded(ExitCode.DONE, "Ben has not reached the limit");
            ada("allow", "Ben").assertEnded(ExitCode.DONE, "Ben has not reached the limit of a day. If that happens,"
                    + " as much again comes until " + EventFields.localTime(until) + ".");
        });
    }

    @Test
    void oneWhoIsPausedIsNamedAndTheRestIsFetched() throws Exception {
        benHasSentAllThatADayAllows();
        met((adas, bens) -> {
            say(bens, "after");
            JsonObject told = await(adas, "warning");
            assertEquals("limit-reached", told.get("code").getAsString());
            ada("allow", told.get("peer").getAsString().substring(0, 8))
                    .assertEnded(ExitCode.DONE, "Ben may send as much again until ");
            assertEquals("after", await(adas, "message").get("text").getAsString());
        });
    }

    @Test
    void ofSeveralPeopleOfOneNameTheOneWhoIsPausedIsMeant() throws Exception {
        benHasSentAllThatADayAllows();
        met((adas, bens) -> {
            try (Node other = another("Ben", "Ben too")) {
                other.start();
                await(adas, "joined");
                say(bens, "after");
                await(adas, "warning");
                ada("allow", "Ben").assertEnded(ExitCode.DONE, "Ben may send as much again until ");
                await(adas, "pause-ended");
                ada("allow", "Ben").assertEnded(ExitCode.USAGE, "Several people are called Ben: Ben ");
            }
        });
    }

    @Test
    void whereNobodyIsMeantOrNoNodeRunsNothingIsAllowed() throws Exception {
        met((_, _) -> {
            ada("allow").assertEnded(ExitCode.USAGE, "PEER is missing.");
            ada("allow", "Ada").assertEnded(ExitCode.USAGE, "That is you.");
            ada("allow", "Nobody").assertEnded(ExitCode.PEER_NOT_FOUND, "Nobody called Nobody is here or was met");
            String stranger = "0123456789abcdef".repeat(4);
            ada("allow", stranger)
                    .assertEnded(ExitCode.PEER_NOT_FOUND, "Nobody called " + stranger + " is here or was");
            ada("allow", "#class").assertEnded(ExitCode.USAGE, "A person is meant here, not a room");
        });
        ada("allow", "Ben").assertEnded(ExitCode.FAILED, "Landline does not run on this profile,");
        ada("allow", "Ben", "--json").assertEnded(ExitCode.FAILED, "\"not-possible\"");
    }

    private static JsonObject json(Ran ran) {
        return JsonParser.parseString(ran.text().lines().toList().getLast()).getAsJsonObject();
    }
}
