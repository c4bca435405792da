package io.landline.filetransfer.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.MalformedFrameException;
import io.landline.testing.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules for names of files, all of them on every system (docs/protocol/files.md, "Control frames in JSON").
class SafePathTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/etc/x", "../../x", "..\\x", "a/../b", "a\\..\\b", "..", ".", "a/./b", "a//b",
            "a/", "\\\\srv\\s\\x", "\\\\?\\C:\\x", "\\??\\C:\\x", "./x", "x/..", "C:\\..\\x"})
    void h53_aPathThatTriesToLeaveItsPlaceIsRefused(String path) {
        assertThrows(MalformedFrameException.class, () -> SafePath.names(path));
    }

    @Test
    void h53_driveLettersAreNames() throws MalformedFrameException {
        assertEquals(List.of("C_", "x"), SafePath.names("C:\\x"));
        assertEquals(List.of("C_x"), SafePath.names("C:x"));
        assertEquals(List.of("a", "b", "c.txt"), SafePath.names("a/b\\c.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2e%2e", "%2e%2e%2fx", "．．", "a․․b", "a∕b", "a⧵b", "／", "＼x", "a：b"})
    void h54_namesAreNeverDecodedAndLookAlikesStayLetters(String path) throws MalformedFrameException {
        assertEquals(List.of(path), SafePath.names(path));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`',
            value = {"CON,_CON", "con,_con", "nul.txt,_nul.txt", "COM1,_COM1", "COM0,_COM0", "COM¹,_COM¹",
                    "LPT9.tar.gz,_LPT9.tar.gz", "CONIN$,_CONIN$", "conout$.x,_conout$.x", "CLOCK$,_CLOCK$",
                    "`CON `,_CON", "CON.,_CON", "`CON .txt`,_CON .txt", "`NUL. . .`,_NUL", "ＣＯＮ,_ＣＯＮ", "AUX.h,_AUX.h",
                    "COM10,COM10", "CONSOLE,CONSOLE", "icon,icon", "prn.tar.gz,_prn.tar.gz"})
    void h55_deviceNamesAreChanged(String raw, String safe) {
        assertEquals(safe, SafePath.name(raw));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`',
            value = {"`a.`,a", "`a. . `,a", "` a`,a", "`a `,a", "`\u00a0a\u3000`,a", "...,_", "`   `,_",
                    "PROGRA~1,PROGRA_1", "abc~12.txt,abc_12.txt", "~,_", "~root,_root", "notes~.txt,notes~.txt",
                    "a~b,a~b"})
    void h56_endsThatWindowsDropsAndShortAliasesAreChanged(String raw, String safe) {
        assertEquals(safe, SafePath.name(raw));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"photo.jpg:evil.exe,photo.jpg_evil.exe", "x::$DATA,x__$DATA", ":,_",
            "a<b>c|d?e*f\"g,a_b_c_d_e_f_g"})
    void h57_charactersThatMeanSomethingOnWindowsAreReplaced(String raw, String safe) {
        assertEquals(safe, SafePath.name(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "con", "NUL", "Com1", "lpt9.txt", "aux.", ".", "thumbs.db", "Desktop.ini", ".ssh",
            "x.LNK", "x.url", ".landline-", ".LANDLINE-x", "a~1", "~", " a", "a ", "a b", "Ü", "-", "_.pif", "con.lnk"})
    void aNameOfPlainLettersComesOutAsByTheRulesForAllLetters(String name) {
        for (String each : List.of(name, name + ".txt", name + "1", "_" + name, name + "x".repeat(250 - name.length()),
                name + "x".repeat(255 - name.length()))) {
            assertEquals(SafePath.nameOfAny(each), SafePath.name(each));
        }
    }

    @Test
    void h58_composedAndDecomposedLettersGiveOneName() {
        assertEquals(SafePath.name("Ü.txt"), SafePath.name("U\u0308.txt"));
    }

    @Test
    void h59_whatCannotBeSeenOrTurnsTheTextIsReplaced() {
        assertEquals("a_b", SafePath.name("a\nb"));
        assertEquals("_[31mx", SafePath.name("\u001b[31mx"));
        assertEquals("a_b_c_d", SafePath.name("a\0b\u007fc\u0085d"));
        assertEquals("photo_gpj.exe", SafePath.name("photo\u202egpj.exe"));
        assertEquals("a_b_c", SafePath.name("a\u200bb\ufeffc"));
        assertEquals("a_b", SafePath.name("a\u2028b"));
        assertEquals("a_b", SafePath.name("a\ud800b"));
        assertEquals("👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿", SafePath.name("👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿"));
    }

    @Test
    void h60_aNameAtTheLimitStaysAndALongerOneIsCutBetweenCharactersAndKeepsItsExtension() {
        String atLimit = "x".repeat(251) + ".txt";
        assertEquals(atLimit, SafePath.name(atLimit));
        String cut = SafePath.name("x".repeat(252) + ".txt");
        assertEquals(255, cut.getBytes(UTF_8).length);
        assertTrue(cut.endsWith("].txt"));
        String emoji = SafePath.name("🙂".repeat(100) + ".png");
        assertTrue(emoji.getBytes(UTF_8).length <= 255 && emoji.endsWith("].png"));
        assertTrue(emoji.startsWith("🙂🙂") && !emoji.contains("\ufffd"));
        assertEquals(emoji, new String(emoji.getBytes(UTF_8), UTF_8));
    }

    @Test
    void h60_twoLongNamesThatDifferAtTheEndStayTwo() {
        assertNotEquals(SafePath.name("x".repeat(300) + "a"), SafePath.name("x".repeat(300) + "b"));
    }

    @Test
    void h60_aPathAtItsLimitsPassesAndOneMoreIsRefused() throws MalformedFrameException {
        String deepest = "a/".repeat(SafePath.DEPTH_MAX - 1) + "a";
        assertEquals(SafePath.DEPTH_MAX, SafePath.names(deepest).size());
        assertThrows(MalformedFrameException.class, () -> SafePath.names(deepest + "/a"));
        String longest = ("a".repeat(127) + "/").repeat(31) + "a".repeat(128);
        assertEquals(SafePath.PATH_BYTES_MAX, longest.length());
        assertEquals(32, SafePath.names(longest).size());
        assertThrows(MalformedFrameException.class, () -> SafePath.names(longest + "a"));
        assertThrows(MalformedFrameException.class, () -> SafePath.names("a/".repeat(2_500_000) + "a"));
    }

    @ParameterizedTest
    @CsvSource({".bashrc,_bashrc", ".ssh,_ssh", "..hidden,_.hidden", "autorun.inf,_autorun.inf",
            "AutoRun.INF,_AutoRun.INF", "desktop.ini,_desktop.ini", "Thumbs.db,_Thumbs.db", "x.desktop,x.desktop_",
            "x.LNK,x.LNK_", "x.url,x.url_", "a~1.lnk,a_1.lnk_",
            ".landline-0011223344556677-0.part,_.landline-0011223344556677-0.part"})
    void h61_namesThatAreActedUponOrHiddenAreChanged(String raw, String safe) {
        assertEquals(safe, SafePath.topName(raw));
    }

    @Test
    void h61_aHiddenNameInsideAFolderStaysButNeverLooksLikeOurPartials() throws MalformedFrameException {
        assertEquals(List.of("project", ".git", "config"), SafePath.names("project/.git/config"));
        assertEquals(List.of("_git", "config"), SafePath.names(".git/config"));
        assertEquals("_.landline-x.part", SafePath.name(".LANDLINE-x.part".toLowerCase(java.util.Locale.ROOT)));
        assertFalse(SafePath.name(".Landline-x.part").startsWith("."));
    }

    @Test
    void aNumberGoesBeforeTheExtensionAndWithinTheLimit() {
        assertEquals("photo.jpg", SafePath.numbered("photo.jpg", 1));
        assertEquals("photo (2).jpg", SafePath.numbered("photo.jpg", 2));
        assertEquals("photos (2).tar.gz", SafePath.numbered("photos.tar.gz", 2));
        assertEquals("photos (3).TAR.zst", SafePath.numbered("photos (2).TAR.zst", 2));
        assertEquals("photos (2).tar", SafePath.numbered("photos.tar", 2));
        assertEquals(".tar (2).gz", SafePath.numbered(".tar.gz", 2), "a name, not an extension");
        assertEquals("v1.2 (2).zip", SafePath.numbered("v1.2.zip", 2));
        assertEquals("README (2)", SafePath.numbered("README", 2));
        String numbered = SafePath.numbered("🙂".repeat(63) + ".md", 10_000);
        assertTrue(numbered.getBytes(UTF_8).length <= 255 && numbered.endsWith(" (10000).md"));
    }

    @Test
    void aNumberThatIsThereCountsOn() {
        assertEquals("photo (3).jpg", SafePath.numbered("photo (2).jpg", 2));
        assertEquals("photo (2).jpg", SafePath.numbered("photo (2).jpg", 1));
        assertEquals("README (100)", SafePath.numbered("README (98)", 3));
        assertEquals("my.photos (4)", SafePath.numberedFolder("my.photos (2)", 3));
        assertEquals("Report (2024) (2).pdf", SafePath.numbered("Report (2024).pdf", 2), "a year is no such number");
        assertEquals("lesson (1) (2).pdf", SafePath.numbered("lesson (1).pdf", 2), "ours begin with 2");
        assertEquals(" (2) (2)", SafePath.numbered(" (2)", 2), "a name stays");
    }

    @Test
    void anyTextGivesANameThatIsSafeAndStaysItself() {
        var random = Seed.random("SafePathTest");
        String alphabet = "aZ.~ :/\\\0\n\u202e\u200b\u0301é¹ﬀＣＯＮconNUL1$-_🙂\ud800．․\u3000LNKlnk\u00a0()[]";
        for (int i = 0; i < 200_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(1, random.nextInt(20) == 0 ? 400 : 12); n > 0; n--) {
                text.append(random.nextInt(10) == 0
                        ? (char) random.nextInt(0x10000)
                        : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String name = SafePath.topName(text.toString());
            assertEquals(name, SafePath.topName(name), () -> "of " + text);
            assertFalse(name.isEmpty() || name.startsWith(".") || name.endsWith(".") || name.endsWith(" "), name);
            assertTrue(name.chars().noneMatch(c -> c < 0x20 || "<>:\"/\\|?*".indexOf(c) >= 0), name);
            assertTrue(name.getBytes(UTF_8).length <= SafePath.SEGMENT_BYTES_MAX, name);
            assertEquals(name, new String(name.getBytes(UTF_8), UTF_8));
            String second = SafePath.numbered(name, 2);
            assertEquals(second, SafePath.topName(second), () -> "second of " + text);
        }
    }
}
