package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.UsageError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

/// What a mistyped command or option is taken for.
class SuggestionsTest {
    private static String said(String line) {
        return UsageError.sentence(assertThrows(ParameterException.class,
                () -> LandlineCommand.commandLine().parseArgs(line.split(" "))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"help", "quit", "contacts", "version", "move", "x", "stop", "open", "mesage", "add", "call",
            "kick", "transfers accept x", "transfers delete x", "transfers show", "room delete x", "room remove x",
            "room add x", "room open x", "room show x", "shelf open x", "collect show", "collect open x",
            "say --to ben hi", "node --port 5", "node --user ada", "send --force a b", "transfers list x"})
    void aWordThatIsOnlyALittleAlikeIsNotSuggested(String line) {
        String said = said(line);
        assertFalse(said.contains("Did you mean"), said);
    }

    /// Not alike, but other programs call it so.
    @ParameterizedTest
    @CsvSource({"join, room", "invite, room", "log, history", "read, history", "list, peers", "ls, peers", "rm, delete",
            "start, node", "get, receive", "put, send", "share, send"})
    void aWordThatMeansTheSameIsSuggested(String line, String meant) {
        whatWasMistypedIsSuggested(line, meant);
    }

    @ParameterizedTest
    @CsvSource({"pears, peers", "snd, send", "recieve, receive", "histroy, history", "rooms, room", "HISTORY, history",
            "transfers rety x, retry", "transfers lst, list", "transfers cancle x, cancel",
            "room chnage-words x, change-words", "node --jsn, --json", "node --josn, --json", "node -josn, --json",
            "say --rply a b c, --reply", "node --nmae=Ada, --name", "peers --fro 3s, --for", "transfers --hlp, --help"})
    void whatWasMistypedIsSuggested(String line, String meant) {
        String said = said(line);
        assertTrue(said.contains("Did you mean " + meant + "?"), said);
    }
}
