package io.landline.ui.text;

import io.landline.chat.view.FoldedText;
import io.landline.chat.view.FoldedText.Word;
import io.landline.chat.view.TypedSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Words that a person searches for, and where a shown text has them: by the rules of the store's search. A word finds
/// what begins with it, as [FoldedText] compares letters. Immutable; any thread.
public final class SearchTerms {
    /// Nothing is sought.
    public static final SearchTerms NONE = new SearchTerms(List.of());
    /// Marks in one text: more say no more.
    public static final int PLACES_MAX = 200;
    private static final String CUT = "…";

    /// Each is one word, or what was typed together, as `well-known`: all but the last are whole words.
    private final List<List<String>> phrases;

    /// A part of a text, in UTF-16 units.
    public record Range(int start, int end) {}

    private SearchTerms(List<List<String>> phrases) { this.phrases = phrases; }

    public static SearchTerms of(String typed) {
        var phrases = new ArrayList<List<String>>();
        for (String word : TypedSearch.of(typed)) {
            phrases.add(FoldedText.sought(word));
        }
        return phrases.isEmpty() ? NONE : new SearchTerms(List.copyOf(phrases));
    }

    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    /// Whether a search for the words finds the text, which has to have them all.
    public boolean find(String text) {
        if (isEmpty()) return false;
        List<Word> words = FoldedText.words(text);
        return phrases.stream()
                .allMatch(phrase -> IntStream.range(0, words.size())
                        .anyMatch(first -> at(words, first, phrase) != null));
    }

    /// Where the text has any of the words, in order and apart from each other.
    public List<Range> in(String text) {
        if (isEmpty()) return List.of();
        List<Word> words = FoldedText.words(text);
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < words.size() && ranges.size() < PLACES_MAX; i++) {
            Range longest = null;
            for (List<String> phrase : phrases) {
                Range range = at(words, i, phrase);
                if (range != null && (longest == null || range.end() > longest.end())) longest = range;
            }
            if (longest != null && (ranges.isEmpty() || ranges.getLast().end() <= longest.start())) ranges.add(longest);
        }
        return ranges;
    }

    private static @Nullable Range at(List<Word> words, int first, List<String> phrase) {
        int last = first + phrase.size() - 1;
        if (last >= words.size()) return null;
        for (int i = first; i < last; i++) {
            if (!words.get(i).folded().equals(phrase.get(i - first))) return null;
        }
        Word word = words.get(last);
        String sought = phrase.getLast();
        if (!word.folded().startsWith(sought)) return null;
        return new Range(words.get(first).start(), word.end(sought.length()));
    }

    /// One line of the text from shortly before the first place, marked.
    ///
    /// @param before characters at most before it
    /// @param charactersMax in all, as people count them
    public SpannedText excerpt(String text, int before, int charactersMax) {
        String line = PeerText.excerpt(text);
        List<Range> ranges = in(line);
        int from = ranges.isEmpty() ? 0 : beginning(line, ranges.getFirst().start(), before);
        String shown = PeerText.shortened(from == 0 ? line : CUT + line.substring(from), charactersMax);
        return SpannedText.plain(shown).marked(this, false);
    }

    /// The beginning of a word, or else of a character, at most this far before a place.
    private static int beginning(String line, int hit, int before) {
        if (hit <= before) return 0;
        int blank = line.indexOf(' ', hit - before);
        if (blank >= 0 && blank < hit) return blank + 1;
        int from = hit - before;
        return Character.isLowSurrogate(line.charAt(from)) ? from + 1 : from;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SearchTerms words && words.phrases.equals(phrases);
    }

    @Override
    public int hashCode() {
        return phrases.hashCode();
    }
}
