package io.landline.chat.view;

import io.landline.chat.view.FoldedLetter.Kind;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words of a text in the form in which a search compares them ([FoldedLetter]): the store's index has them, and
/// the window marks by them. What is stored stands in this form, so a change of it needs a change of the schema. A
/// script without spaces, as Chinese or Thai, has no words that a rule could tell. So each of its letters begins one:
/// itself and the letter behind it. An emoji is a word. Stateless; any thread.
public final class FoldedText {
    /// Of a word in a script without spaces.
    private static final int UNSPACED_LETTERS = 2;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// A word in a text.
    ///
    /// @param folded what is compared
    /// @param letters where that stands in the text; at least one
    public record Word(String folded, List<FoldedLetter> letters) {
        public Word {
            letters = List.copyOf(letters);
        }

        /// Where it begins, in UTF-16 units of the text.
        public int start() {
            return letters.getFirst().start();
        }

        /// Where its beginning ends in the text: behind the letter that brought the last of it, with its marks.
        ///
        /// @param units of what is compared, from 1
        public int end(int units) {
            int read = 0;
            for (FoldedLetter letter : letters) {
                read += Character.charCount(letter.folded());
                if (read >= units) return letter.end();
            }
            return letters.getLast().end();
        }
    }

    private FoldedText() {}

    /// In order. Those of scripts without spaces overlap.
    public static List<Word> words(String text) {
        List<FoldedLetter> letters = FoldedLetter.all(text);
        var words = new ArrayList<Word>();
        int from = 0;
        while (from < letters.size()) {
            Kind kind = letters.get(from).kind();
            int to = from + 1;
            if (kind != Kind.PICTOGRAPH) while (to < letters.size() && letters.get(to).kind() == kind) to++;
            if (kind == Kind.UNSPACED) {
                for (int i = from; i < to; i++) {
                    words.add(word(letters.subList(i, Math.min(i + UNSPACED_LETTERS, to))));
                }
            } else if (kind != Kind.BETWEEN) {
                words.add(word(letters.subList(from, to)));
            }
            from = to;
        }
        return words;
    }

    private static Word word(List<FoldedLetter> letters) {
        var folded = new StringBuilder(letters.size());
        letters.forEach(each -> folded.appendCodePoint(each.folded()));
        return new Word(folded.toString(), letters);
    }

    /// All words with a space between, as the index takes them.
    public static String indexed(String text) {
        String plain = ofAscii(text);
        return plain != null ? plain : words(text).stream().map(Word::folded).collect(Collectors.joining(" "));
    }

    /// A whole text in the form in which its words are compared; what stands between them stays. For what is found by
    /// any part, as names are.
    public static String whole(String text) {
        var folded = new StringBuilder(text.length());
        for (FoldedLetter each : FoldedLetter.all(text)) {
            if (each.kind() == Kind.BETWEEN && each.folded() >= FoldedLetter.ASCII_END) {
                folded.append(plainSign(each.folded()));
            } else {
                folded.appendCodePoint(each.folded());
            }
        }
        return folded.toString();
    }

    /// A wide space or sign as the usual one, and one that stands for letters as these: `Ⓐ`, `№`.
    private static String plainSign(int sign) {
        String plain = Normalizer.normalize(Character.toString(sign), Form.NFKD);
        return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /// The same as [#indexed], in a sixth of the time: most texts are stored in this way. Null where there are other
    /// letters.
    private static @Nullable String ofAscii(String text) {
        var words = new StringBuilder(text.length());
        boolean isWithin = false;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter >= FoldedLetter.ASCII_END) return null;
            boolean isLetter = Character.isLetterOrDigit(letter);
            if (isLetter && !isWithin && !words.isEmpty()) words.append(' ');
            if (isLetter) words.append(Character.toLowerCase(letter));
            isWithin = isLetter;
        }
        return words.toString();
    }

    /// What stands one behind the other in a text that has what was typed: whole words, and of the last one its
    /// beginning. Empty for signs alone.
    ///
    /// @param typed a word of a search
    public static List<String> sought(String typed) {
        List<Word> words = words(typed);
        List<String> folded = words.stream().map(Word::folded).toList();
        if (words.size() < 2) return folded;
        // The last letter stands in the word before it already. In the text it may go on as it likes.
        FoldedLetter last = words.getLast().letters().getLast();
        boolean isWithin = last.kind() == Kind.UNSPACED
                && last.equals(words.get(words.size() - 2).letters().getLast());
        return isWithin ? folded.subList(0, folded.size() - 1) : folded;
    }
}
