package io.landline.room;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.RoomName;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomKeyTest {
    private static final RoomName CLASS = new RoomName("class");

    @Test
    void theCheckValuesOfTheReferenceComeOut() {
        Room room = Room.keyed(new RoomName("CLASS"), RoomKey.of("amber fox piano river"));
        assertEquals("4d24e94423ece205f494d918f4dc90fa0be01b4779f993cc9203904c6ced1c9a",
                HexFormat.of().formatHex(java.util.Objects.requireNonNull(room.stretched()).bytes()));
        assertEquals("ae563aaf9a69b51aad4e11ce787b0f49", room.id().hex());
        assertTrue(room.generatedStrength());
    }

    @Test
    void keysOutsideAsciiAreStretchedAsUtf8() throws Exception {
        byte[] password = "grüsse 東京 🦊".getBytes(UTF_8);
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(password, "HmacSHA512"));
        mac.update("landline/1 room\0class".getBytes(UTF_8));
        byte[] round = mac.doFinal(new byte[]{0, 0, 0, 1}); // PBKDF2's first block, RFC 8018 §5.2
        byte[] block = round.clone();
        for (int i = 1; i < RoomKey.STRETCHING_ROUNDS; i++) {
            round = mac.doFinal(round);
            for (int j = 0; j < block.length; j++) block[j] ^= round[j];
        }
        assertArrayEquals(Arrays.copyOf(block, 32), RoomKey.of("Grüße-東京  🦊").stretch(CLASS).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"amber fox piano river", "Amber-Fox-Piano-River", "  AMBER\tfox\n\npiano   river ",
            "amber - fox -- piano‐river",
            "amber fox piano　river", "ａｍｂｅｒ ｆｏｘ ｐｉａｎｏ ｒｉｖｅｒ", "-amber‑fox piano river-"})
    void allSpellingsOfOneKeyAreOneKey(String typed) {
        assertEquals("amber fox piano river", RoomKey.of(typed).words());
    }

    @Test
    void caseIsFoldedAsInRoomNames() {
        assertEquals(RoomKey.of("STRASSE"), RoomKey.of("straße"));
        assertEquals(RoomKey.of("ΟΔΟΣ"), RoomKey.of("οδος"));
        assertEquals(RoomKey.of("é"), RoomKey.of("E\u0301"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "---", "\t\n", "‐"})
    void nothingIsNoKey(String typed) {
        assertFalse(RoomKey.fits(typed));
        assertThrows(IllegalArgumentException.class, () -> RoomKey.of(typed));
    }

    @Test
    void theLongestKeyFitsAndOneByteMoreDoesNot() {
        assertTrue(RoomKey.fits("x".repeat(RoomKey.MAX_BYTES)));
        assertFalse(RoomKey.fits("x".repeat(RoomKey.MAX_BYTES + 1)));
        assertFalse(RoomKey.fits("ü".repeat(RoomKey.MAX_BYTES / 2) + "x"));
    }

    @Test
    void aGeneratedKeyHasFourDifferentWordsOfTheListAndIsNotWeak() {
        var random = new SecureRandom();
        var seen = new HashSet<String>();
        for (int i = 0; i < 200; i++) {
            RoomKey key = RoomKey.generate(random);
            List<String> words = List.of(key.words().split(" "));
            assertEquals(RoomKey.GENERATED_WORDS, new HashSet<>(words).size());
            assertTrue(WordList.all().containsAll(words));
            assertFalse(key.isWeak());
            assertEquals(key, RoomKey.of(key.words()), "normalising changes nothing");
            seen.add(key.words());
        }
        assertEquals(200, seen.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "password", "amber fox piano", "lake lake lake lake",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "summer2024", "abc123"})
    void whatIsEasierThanFourWordsIsWeak(String typed) {
        assertTrue(RoomKey.of(typed).isWeak(), () -> RoomKey.of(typed).bitsEstimate() + " bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"amber fox piano river", "zebra zoo lake river fox", "q8zr4xk7w2mv9tb5hj3n",
            "4071 8823 5519 6302"})
    void whatIsAsHardAsFourWordsIsNotWeak(String typed) {
        assertFalse(RoomKey.of(typed).isWeak(), () -> RoomKey.of(typed).bitsEstimate() + " bits");
    }

    @Test
    void theListHas2048SortedDifferentPlainWords() {
        List<String> words = WordList.all();
        assertEquals(WordList.WORDS, words.size());
        assertEquals(List.copyOf(new TreeSet<>(words)), words, "sorted and different");
        for (String word : words) {
            assertTrue(word.matches("[a-z]{3,7}"), word);
            assertEquals(word, RoomKey.of(word).words(), "normalising changes nothing");
        }
        assertTrue(words.containsAll(List.of("amber", "fox", "piano", "river", "zebra", "lake")));
    }

    @Test
    void anOpenRoomsIdComesFromItsCanonicalName() throws Exception {
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                .digest("landline/1 open room\0lobby".getBytes(UTF_8));
        assertEquals(HexFormat.of().formatHex(hash, 0, 16), Room.open(new RoomName("Lobby")).id().hex());
    }

    @Test
    void h33_nothingSecretShowsInAToString() {
        RoomKey key = RoomKey.of("amber fox piano river");
        StretchedKey stretched = StretchedKey.of(new byte[]{0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a,
                0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a, 0x5a,
                0x5a, 0x5a, 0x5a, 0x5a, 0x5a});
        Room room = Room.restored(CLASS, key, stretched);
        var kept = new RoomStore.Kept(room, RoomStore.Origin.MADE_HERE, java.time.Instant.EPOCH, null);
        for (Object secret : List.of(key, stretched, room, kept, List.of(room))) {
            String shown = secret.toString();
            assertFalse(shown.contains("amber") || shown.contains("5a5a") || shown.contains("90, 90")
                    || shown.contains(room.id().hex()), shown);
        }
    }

    @Test
    void wordsThatAreNotOfTheListAreNamedInTheirOrder() {
        String listed = WordList.word(7);
        assertEquals(List.of("zzyzx", "qwrtz"), RoomKey.of("Zzyzx " + listed + "-QWRTZ zzyzx").unlistedWords());
    }

    @Test
    void aGeneratedKeyHasNoUnlistedWords() {
        assertEquals(List.of(), RoomKey.generate(new SecureRandom()).unlistedWords());
    }
}
