package io.landline.node.handin.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where a hand-in goes.
class HandInFolderTest {
    private static final Fingerprint BOB = Fingerprint.parse("b0".repeat(32));
    private static final Fingerprint OTHER_BOB = Fingerprint.parse("b1".repeat(32));
    private static final Instant AT = Instant.parse("2026-11-24T13:00:05Z");

    @TempDir
    Path downloads;

    private Path make(String name, Fingerprint person, Fingerprint... others) throws IOException {
        return make("Essay", name, person, others);
    }

    private Path make(String title, String name, Fingerprint person, Fingerprint... others) throws IOException {
        return downloads.toRealPath()
                .relativize(
                        HandInFolder.make(downloads, title, name, person, List.of(others), AT, ZoneOffset.UTC));
    }

    @Test
    void itHasTheBoxThePersonAndTheTime() throws IOException {
        assertEquals(Path.of("Essay", "Bob~b0b0b0b0", "2026-11-24 13.00.05"), make("Bob", BOB));
    }

    @Test
    void handingInTwiceInASecondMakesTwoFolders() throws IOException {
        make("Bob", BOB);
        assertEquals(Path.of("Essay", "Bob~b0b0b0b0", "2026-11-24 13.00.05 (2)"), make("Bob", BOB));
    }

    @Test
    void twoPeopleOfOneNameHaveTwoFolders() throws IOException {
        assertNotEquals(make("Bob", BOB, OTHER_BOB).getParent(), make("Bob", OTHER_BOB, BOB).getParent());
    }

    @Test
    void whoHasAnotherNameStaysInTheirFolder() throws IOException {
        assertEquals(make("Bob", BOB).getParent(), make("Robert", BOB).getParent());
    }

    @Test
    void aFingerprintThatBeginsAlikeGetsAFolderOfItsOwn() throws IOException {
        Fingerprint made = Fingerprint.parse("b0".repeat(4) + "00".repeat(28));
        Path first = make("Bob", BOB);
        Path second = make("Bob", made, BOB);
        assertNotEquals(first.getParent(), second.getParent());
        assertTrue(second.toString().contains("~" + "b0".repeat(4) + "00".repeat(12)), second.toString());
    }

    /// A name that ends like somebody's folder does not lead into it.
    @Test
    void aNameWithSomebodysDigitsIsNoWayIntoTheirFolder() throws IOException {
        make("Eve~b0b0b0b0", OTHER_BOB);
        assertEquals(Path.of("Essay", "Bob~b0b0b0b0"), make("Bob", BOB).getParent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../../etc", "a/b", "a\\b", "CON", ".hidden", "a\u202eb", "x\u0000y", "~", " "})
    void titlesAndNamesOfOthersAreSafe(String evil) throws IOException {
        Path folder = make(evil, evil, BOB);
        assertEquals(3, folder.getNameCount(), folder.toString());
        assertFalse(folder.normalize().startsWith(".."));
        assertFalse(folder.getName(0).toString().startsWith("."));
        assertTrue(Files.isDirectory(downloads.resolve(folder), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aLongNameLeavesPlaceForTheDigits() throws IOException {
        Path folder = make("\u00e9".repeat(100), "\ud83d\ude00".repeat(64), BOB);
        assertTrue(folder.getName(1).toString().endsWith("~b0b0b0b0"), folder.toString());
    }

    @Test
    void aLinkInThePlaceOfAFolderIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(downloads.resolve("elsewhere"));
        Files.createSymbolicLink(downloads.resolve("Essay"), elsewhere);
        assertEquals(Path.of("Essay (2)"), make("Bob", BOB).getName(0));
        try (var inside = Files.list(elsewhere)) {
            assertEquals(0, inside.count());
        }
    }

    @Test
    void aFileOfTheNameOfTheBoxStays() throws IOException {
        Files.writeString(downloads.resolve("Essay"), "mine");
        assertEquals(Path.of("Essay (2)"), make("Bob", BOB).getName(0));
    }

    @Test
    void aTableHoldsNoFormulas() {
        var table = new HandInTable();
        table.row(List.of("=1+1", "a\"b", "@x", "plain, and more", ""));
        assertEquals("\"'=1+1\",\"a\"\"b\",\"'@x\",\"plain, and more\",\"\"\r\n", table.text());
    }
}
