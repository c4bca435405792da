package io.landline.room;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.peer.RoomName;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// The words that the members of a room share, in the one form in which all spellings of them meet: NFKC, case folded,
/// every run of white space and hyphens one blank, trimmed (RFC 8265 in spirit). Immutable; any thread.
public final class RoomKey {
    /// In UTF-8 bytes, as typed: a sentence fits, a pasted page does not.
    public static final int MAX_BYTES = 512;
    /// Four words of 2,048 are 44 bits.
    public static final int GENERATED_WORDS = 4;
    public static final int GENERATED_BITS = GENERATED_WORDS * WordList.BITS_A_WORD;
    /// See docs/protocol/handshake.md, "What each concludes". About 0.3 s of one core for each key that somebody tries
    /// against a stolen file.
    public static final int STRETCHING_ROUNDS = 210_000;

    private static final byte[] SALT_LABEL = "landline/1 room\0".getBytes(US_ASCII);

    private final String words;

    private RoomKey(String words) { this.words = words; }

    /// Whether a key can be made of this text: something is left of it after normalising, and it is not too long.
    public static boolean fits(String typed) {
        return typed.getBytes(UTF_8).length <= MAX_BYTES && !normalised(typed).isEmpty();
    }

    /// The key in what somebody typed, pasted or scanned.
    public static RoomKey of(String typed) {
        if (!fits(typed)) throw new IllegalArgumentException("a room key has 1 to " + MAX_BYTES + " bytes");
        return new RoomKey(normalised(typed));
    }

    /// Four different words of the list, by chance.
    public static RoomKey generate(SecureRandom random) {
        Set<String> chosen = new LinkedHashSet<>();
        while (chosen.size() < GENERATED_WORDS) chosen.add(WordList.word(random.nextInt(WordList.WORDS)));
        return new RoomKey(String.join(" ", chosen));
    }

    /// The normalised words, to be shown to the user who asks for them and to be stored; never logged.
    public String words() {
        return words;
    }

    /// Whether this is easier to guess than a generated key, as far as [#bitsEstimate] can tell: worth a warning, and
    /// fewer guesses.
    public boolean isWeak() {
        return bitsEstimate() < GENERATED_BITS;
    }

    /// The words that are not of the list from which keys are generated, in their order: what was misheard or mistyped,
    /// unless somebody made the key up.
    public List<String> unlistedWords() {
        return Arrays.stream(words.split(" ")).filter(word -> !WordList.has(word)).distinct().toList();
    }

    /// The word of the list that was probably meant by this one: at most two letters are missing, too many, wrong, or
    /// swapped with their neighbours, in a short word one. Empty for a word of the list, and where none is near.
    public static Optional<String> nearestListed(String word) {
        return WordList.has(word) ? Optional.empty() : WordList.nearest(word);
    }

    /// A low estimate. Each different word of our list counts as what it has when drawn by chance. Any other word
    /// counts four bits for its first character. Each further letter adds two (about what a letter carries in English
    /// text), a digit three, anything else four. A character that repeats the one before it adds nothing, nor does a
    /// word that stands there twice.
    public int bitsEstimate() {
        int bits = 0;
        for (String word : Set.copyOf(Arrays.asList(words.split(" ")))) {
            bits += WordList.has(word) ? WordList.BITS_A_WORD : bitsOf(word);
        }
        return bits;
    }

    private static int bitsOf(String word) {
        int bits = 4;
        int before = word.codePointAt(0);
        for (int i = Character.charCount(before); i < word.length(); i += Character.charCount(before)) {
            int c = word.codePointAt(i);
            if (c != before) bits += Character.isLetter(c) ? 2 : Character.isDigit(c) ? 3 : 4;
            before = c;
        }
        return bits;
    }

    /// Stretches the key for one room: PBKDF2-HMAC-SHA-512 (RFC 8018 §5.2) over the words in UTF-8, salted with the
    /// canonical room name. Takes about 0.3 s.
    public StretchedKey stretch(RoomName room) {
        byte[] name = room.canonical().getBytes(UTF_8);
        byte[] salt = Arrays.copyOf(SALT_LABEL, SALT_LABEL.length + name.length);
        System.arraycopy(name, 0, salt, SALT_LABEL.length, name.length);
        var parameters = new PBEKeySpec(words.toCharArray(), salt, STRETCHING_ROUNDS, 8 * StretchedKey.BYTES);
        try {
            return StretchedKey
                    .of(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(parameters).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK since 8 has PBKDF2 with HMAC-SHA-512", e);
        } finally {
            parameters.clearPassword();
        }
    }

    private static String normalised(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var spaced = new StringBuilder(composed.length());
        composed.codePoints().forEach(c -> {
            if (!isGap(c)) {
                spaced.appendCodePoint(c);
            } else if (!spaced.isEmpty() && spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        });
        String folded = spaced.toString().strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /// White space and the hyphens that are left after NFKC.
    private static boolean isGap(int codePoint) {
        return codePoint == '-' || codePoint == 0x2010 || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoomKey that && words.equals(that.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    /// Shows nothing: it may end in a log.
    @Override
    public String toString() {
        return "room key";
    }
}
