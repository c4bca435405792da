package io.landline.ui.transfers.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileManagerCommandTest {
    private static final String WINDOWS = "C:\\Windows";

    @Test
    void linuxAsksTheFileManagerOnTheBusAndElseOpensTheFolder() {
        assertEquals(List.of(
                List.of("gdbus", "call", "--session", "--dest", "org.freedesktop.FileManager1", "--object-path",
                        "/org/freedesktop/FileManager1", "--method", "org.freedesktop.FileManager1.ShowItems",
                        "['file:///home/eva/Downloads/a%20b.pdf']", ""),
                List.of("dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.FileManager1",
                        "--type=method_call", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1.ShowItems",
                        "array:string:file:///home/eva/Downloads/a%20b.pdf", "string:"),
                List.of("xdg-open", "/home/eva/Downloads")),
                FileManagerCommand.show(OperatingSystem.LINUX, Path.of("/home/eva/Downloads/a b.pdf"), WINDOWS));
    }

    @Test
    void aNameCannotEndTheListOnTheBus() {
        List<List<String>> commands = FileManagerCommand.show(OperatingSystem.LINUX,
                Path.of("/d/x','file:,///etc/passwd\u00e9"), WINDOWS);
        assertTrue(commands.get(0).contains("['file:///d/x%27%2C%27file:%2C/etc/passwd%C3%A9']"), commands.toString());
        assertFalse(commands.get(1).get(7).contains(","), commands.toString());
    }

    @Test
    void macSelectsTheFile() {
        assertEquals(List.of(List.of("/usr/bin/open", "-R", "/Users/eva/a b.pdf")),
                FileManagerCommand.show(OperatingSystem.MACOS, Path.of("/Users/eva/a b.pdf"), WINDOWS));
    }

    @Test
    void windowsStartsItsOwnExplorerWithThePathInQuotes() {
        assertEquals(List.of(List.of("C:\\Windows\\explorer.exe", "/select,", "\"/eva/a, b.pdf\"")),
                FileManagerCommand.show(OperatingSystem.WINDOWS, Path.of("/eva/a, b.pdf"), WINDOWS));
    }

    @Test
    void noSystemIsToldToOpenTheFileItself() {
        for (OperatingSystem system : OperatingSystem.values()) {
            for (List<String> command : FileManagerCommand.show(system, Path.of("/d/setup.exe"), WINDOWS)) {
                boolean selects = command.stream()
                        .anyMatch(each -> each.contains("ShowItems") || each.equals("-R") || each.equals("/select,"));
                assertTrue(selects || !command.getLast().contains("setup.exe"), command.toString());
            }
        }
    }

    @Test
    void aLinkIsOneArgumentOnEachSystem() {
        URI link = URI.create("https://example.org/a?b=c&d='e'#f,g;h");
        assertEquals(List.of(List.of("xdg-open", link.toString())),
                FileManagerCommand.browse(OperatingSystem.LINUX, link, WINDOWS));
        assertEquals(List.of(List.of("/usr/bin/open", link.toString())),
                FileManagerCommand.browse(OperatingSystem.MACOS, link, WINDOWS));
        assertEquals(List.of(List.of("C:\\Windows\\System32\\rundll32.exe", "url.dll,FileProtocolHandler",
                link.toString())), FileManagerCommand.browse(OperatingSystem.WINDOWS, link, WINDOWS));
    }

    @Test
    void onlyTheWebIsBrowsed() {
        for (String other : List.of("file:///etc/passwd", "javascript:alert(1)", "smb://10.0.0.1/share")) {
            assertThrows(IOException.class, () -> FileRevealer.browse(URI.create(other)), other);
        }
    }
}
