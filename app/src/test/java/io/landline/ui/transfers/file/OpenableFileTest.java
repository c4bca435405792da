package io.landline.ui.transfers.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenableFileTest {
    @TempDir
    private Path folder;

    private Path file(String name, String bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"',
            value = {"a.gif, GIF89a...", "A.PDF, %PDF-1.7", "a.jpg, \"\u00ff\u00d8\u00ff\u00e0\"",
                    "a.webp, RIFF1234WEBP", "a.wav, RIFF1234WAVE", "a.mp3, ID3...", "a.ogg, OggS",
                    "a.mp4, 1234ftypisom",
                    "a.txt, hello", "a.log, \"caf\u00c3\u00a9\"", "a.b.txt, \"\""})
    void picturesPdfTextSoundAndFilmsAreOpened(String name, String bytes) throws IOException {
        assertTrue(OpenableFile.isOne(file(name, bytes)), name);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"a.gif, MZ...", "a.exe, GIF89a", "a.gif.exe, GIF89a", "a.svg, <svg>",
            "a.html, <html>", "a.txt, #!/bin/sh", "a.txt, \"[Desktop Entry]\"", "a.txt, <html>",
            "a.txt, \"\u007fELF\"", "a.txt, \"caf\u00e9\"", "a.pdf, hello", "gif, GIF89a", ".gif, GIF89a",
            "a.docx, PK", "a.wav, RIFF1234WEBP", "a.png, \"\""})
    void nothingElseIs(String name, String bytes) throws IOException {
        assertFalse(OpenableFile.isOne(file(name, bytes)), name);
    }

    @Test
    void neverWithTheExecutableBit() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path picture = file("a.gif", "GIF89a");
        Files.setPosixFilePermissions(picture, PosixFilePermissions.fromString("rw-r--r-x"));
        assertFalse(OpenableFile.isOne(picture));
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path link = folder.resolve("link.gif");
        try {
            Files.createSymbolicLink(link, file("a.gif", "GIF89a"));
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "no links here: " + e);
        }
        assertFalse(OpenableFile.isOne(link));
    }

    @Test
    void aCharacterThatTheEndOfTheHeadCutsIsNoFault() throws IOException {
        String text = "x".repeat(OpenableFile.HEAD_BYTES - 1) + "\u00c3\u00a9";
        assertTrue(OpenableFile.isOne(file("long.txt", text)));
    }

    @Test
    void theProgramIsAskedWithoutAShell() {
        Path file = Path.of("/downloads/a $(b).gif");
        assertEquals(2, FileManagerCommand.open(OperatingSystem.LINUX, file, "").getFirst().size());
    }
}
