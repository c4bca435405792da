package io.landline.ui.chats.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.ChatHistory.Format;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportMenuTest {
    @TempDir
    Path folder;
    private final Fixture fixture = new Fixture();
    private final ExportMenu menu = new ExportMenu(fixture.chatsContext(FakeChats.START));

    @Test
    void allPartsStandInTheFileAndTheUserIsToldWhere() throws Exception {
        menu.write("#class", Format.HTML, folder.resolve("class.html"));
        assertEquals("the beginning\nthe end\n", Files.readString(folder.resolve("class.html")));
        assertEquals(List.of("#class HTML en"), fixture.chats.history.exported);
        assertTrue(fixture.window.told.getLast().contains("class.html"), fixture.window.told::toString);
    }

    @Test
    void aFileThatTheChooserAskedToReplaceIsReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve("class.html"), "mine");
        menu.write("#class", Format.HTML, file);
        assertEquals("the beginning\nthe end\n", Files.readString(file));
        assertFalse(Files.exists(folder.resolve("class (2).html")));
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedAsTheUserNamedIt() {
        Path file = folder.resolve("missing").resolve("class.html");
        menu.write("#class", Format.HTML, file);
        String told = fixture.window.told.getLast();
        assertTrue(told.contains(file.toString()), told);
        assertFalse(told.contains(".part"), told);
    }

    @Test
    void theNameOfTheFileIsMadeOfLettersAndDigitsAlone() {
        assertEquals("class-5b.txt", ExportMenu.fileName("class 5b", Format.TEXT));
        assertEquals("etc-passwd.json", ExportMenu.fileName("../../etc/passwd", Format.JSON));
        assertEquals("landline.html", ExportMenu.fileName("\u202e..\u0000", Format.HTML));
        assertEquals("Éléonore.html", ExportMenu.fileName("Éléonore", Format.HTML));
        assertTrue(ExportMenu.fileName("x".repeat(300), Format.TEXT).length() < 70);
    }
}
