package io.landline.ui.text;

import io.landline.chat.view.TypedSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Words that a person searches for, and where a shown text has them: by the rules of the store's search. A word finds
/// what begins with it, whatever its case and its accents. Immutable; any thread.
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

    private record Token(int start, int end, String folded) {}

    private SearchTerms(List<List<String>> phrases) { this.phrases = phrases; }

    public static SearchTerms of(String typed) {
        var phrases = new ArrayList<List<String>>();
        for (String word : TypedSearch.of(typed)) {
            phrases.add(tokens(word).stream().map(Token::folded).toList());
        }
        return phrases.isEmpty() ? NONE : new SearchTerms(List.copyOf(phrases));
    }

    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    /// Whether a search for the words finds the text, which has to have them all.
    public boolean find(String text) {
        if (isEmpty()) return false;
        List<Token> tokens = tokens(text);
        return phrases.stream()
                .allMatch(phrase -> IntStream.range(0, tokens.size())
                        .anyMatch(first -> at(text, tokens, first, phrase) != null));
    }

    /// Where the text has any of the words, in order and apart from each other.
    public List<Range> in(String text) {
        if (isEmpty()) return List.of();
        List<Token> tokens = tokens(text);
        var ranges = new ArrayList<Range>();
        for (int i = 0; i < tokens.size() && ranges.size() < PLACES_MAX; i++) {
            Range longest = null;
            for (List<String> phrase : phrases) {
                Range range = at(text, tokens, i, phrase);
                if (range != null && (longest == null || range.end() > longest.end())) longest = range;
            }
            if (longest != null && (ranges.isEmpty() || ranges.getLast().end() <= longest.start())) ranges.add(longest);
        }
        return ranges;
    }

    private static @Nullable Range at(String text, List<Token> tokens, int first, List<String> phrase) {
        int last = first + phrase.size() - 1;
        if (last >= tokens.size()) return null;
        for (int i = first; i < last; i++) {
            if (!tokens.get(i).folded().equals(phrase.get(i - first))) return null;
        }
        Token token = tokens.get(last);
        String sought = phrase.getLast();
        if (!token.folded().startsWith(sought)) return null;
        boolean isLetterByLetter = token.folded().length() == token.end() - token.start();
        int end = isLetterByLetter ? token.start() + sought.length() : end(text, token, sought.length());
        return new Range(tokens.get(first).start(), end);
    }

    /// Where the sought letters end in a word with letters that are folded to more or fewer, as `ß` is, or `é` of two
    /// characters: behind the letter that brings the last of them, with its marks.
    private static int end(String text, Token token, int sought) {
        int end = token.start();
        int folded = 0;
        while (end < token.end() && folded < sought) {
            int behind = end + Character.charCount(text.codePointAt(end));
            folded += SearchText.folded(text.substring(end, behind)).length();
            end = behind;
        }
        while (end < token.end() && SearchText.folded(text.substring(end, end + 1)).isEmpty()) end++;
        return end;
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

    private static List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && TypedSearch.isPartOfWord(text.codePointAt(at))) {
                at += Character.charCount(text.codePointAt(at));
            }
            if (at > start) {
                tokens.add(new Token(start, at, SearchText.folded(text.substring(start, at))));
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
        return tokens;
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
