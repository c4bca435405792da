package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.console.ConsoleSocket;
import io.landline.filetransfer.FilesToSend;
import io.landline.node.Node;
import io.landline.node.port.MessageActs.Message;
import io.landline.room.EntryId;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// An answer to something that the command itself does not show: to files, which a history leaves out, and to a message
/// that stands further above, or is deleted.
@StartsPrograms
class AnsweredFilesTest extends AdasCommands {
    private static final String ABOUT_FILES = "Ada (answers “sheet.pdf”): how nice";
    private static final String ABOUT_DELETED = "Ada (answers a deleted message): no matter";

    /// What Ada writes, of which the first message stands above what the commands show.
    private void write(Node ada) throws Exception {
        String sheet = ada.chats()
                .send("#class", FilesToSend.of(List.of(Files.writeString(folder.resolve("sheet.pdf"), "a"))))
                .offer();
        EntryId gone = ada.chats().say("#class", "Sorry").id();
        EntryId first = ada.chats().say("#class", "Shall we meet?").id();
        for (int i = 0; i < 10; i++) ada.chats().say("#class", "between " + i);
        answer(ada, "how nice", id(sheet));
        answer(ada, "at noon", first);
        answer(ada, "no matter", gone);
        ada.chats().acts().delete(gone);
    }

    private static void answer(Node ada, String text, EntryId to) throws Exception {
        ada.chats().acts().say("#class", new Message(text, to, Set.of()));
    }

    /// An offer tells the first ten names.
    @Test
    void savedFilesTellThatThereAreMore() throws Exception {
        var files = new ArrayList<Path>();
        for (int i = 10; i < 22; i++) files.add(Files.writeString(folder.resolve("page" + i + ".txt"), "a"));
        try (Node ada = node("Ada", null)) {
            ada.start();
            ada.chats().acts().pin(id(ada.chats().send("#class", FilesToSend.of(files)).offer()), true);
            ada.reader().notes().save(id(ada.chats().send("#class", FilesToSend.of(files)).offer()), true);
        }
        for (String command : List.of("saved", "pinned")) {
            Ran told = command.equals("saved") ? ada(command) : ada(command, "#class");
            assertTrue(told.text().contains("page19.txt, 2 more"), told.text());
        }
    }

    private static EntryId id(String hex) {
        return EntryId.of(HexFormat.of().parseHex(hex));
    }

    private void showsBoth(String typed, String... arguments) throws Exception {
        commands.begin(folder.resolve("Ada"), typed, arguments);
        Ran told = commands.finish();
        assertEquals(ExitCode.DONE, told.exitCode(), told.text());
        assertTrue(told.text().contains(ABOUT_FILES), told.text());
        assertTrue(told.text().contains("Ada (answers “Shall we meet?”): at noon"), told.text());
        assertTrue(told.text().contains(ABOUT_DELETED), told.text());
    }

    @Test
    void anAnswerQuotesTheNamesOfFilesAndTheWordsOfAMessageThatIsNotShown() throws Exception {
        try (Node ada = node("Ada", null); ConsoleSocket _ = ConsoleSocket.open(ada, () -> {}, null)) {
            ada.start();
            write(ada);
            showsBoth("", "history", "#class", "--limit", "4");
            showsBoth("", "chat", "#class");
        }
        showsBoth("", "history", "#class", "--limit", "4");
        Ran found = ada("search", "nice");
        assertTrue(found.text().contains(ABOUT_FILES), found.text());
        found = ada("search", "matter");
        assertTrue(found.text().contains(ABOUT_DELETED), found.text());
    }
}
