package io.landline.ui.emoji;

import io.landline.language.Language;
import io.landline.ui.text.Emoji;
import io.landline.ui.text.Emoji.Offered;
import io.landline.ui.text.SearchText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The emoji that are offered, by their names in one language, as Unicode's CLDR has them. Immutable; any thread.
public final class EmojiNames {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /// As other messengers know them, in English wherever one is.
    private static final String SHORT_NAMES = "short_names.tsv";

    /// An emoji and how it is called.
    ///
    /// @param sought name and other words, folded, each with a blank before it
    public record Named(Offered emoji, String name, String sought) {}

    private final List<Named> all;
    /// By each whole name, folded, with a blank between its words. A short name goes before that of another one.
    private final Map<String, Named> byName = new HashMap<>();
    /// By each name as it is written: some differ by marks alone, as *caméra* from the short name *camera*.
    private final Map<String, Named> byLetters = new HashMap<>();

    private EmojiNames(List<Named> all, List<String> shortNames) {
        this.all = List.copyOf(all);
        var byCharacters = new HashMap<String, Named>();
        for (Named each : all) {
            byCharacters.put(each.emoji().characters(), each);
            byName.putIfAbsent(whole(each.name()), each);
            byLetters.putIfAbsent(letters(each.name()), each);
        }
        for (String line : shortNames) {
            String[] columns = line.split("\t");
            Named called = Objects.requireNonNull(byCharacters.get(columns[1]), line);
            byLetters.put(letters(columns[0]), called);
            byName.put(columns[0], called);
        }
    }

    public static EmojiNames in(Language language) {
        List<String> lines = lines("names_" + language.tag() + ".tsv");
        List<Offered> offered = Emoji.offered();
        var all = new ArrayList<Named>(offered.size());
        for (int i = 0; i < offered.size(); i++) all.add(named(offered.get(i), lines.get(i)));
        return new EmojiNames(all, lines(SHORT_NAMES));
    }

    private static List<String> lines(String name) {
        InputStream file = Objects.requireNonNull(EmojiNames.class.getResourceAsStream(name), name);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Named named(Offered emoji, String line) {
        String[] columns = line.split("\t");
        String sought = " " + words(String.join(" ", columns));
        return new Named(emoji, columns[0], sought);
    }

    /// In Unicode's order.
    List<Named> all() {
        return all;
    }

    /// The one that has this whole name: that of the window's language with `_` or `-` for blanks, or a short one as
    /// other messengers have it. Null for none.
    @Nullable
    public Named called(String name) {
        Named named = byLetters.get(letters(name));
        if (named == null) named = byName.get(name);
        return named != null ? named : byName.get(whole(name));
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ')
                .replace('-', ' ');
    }

    private static String whole(String name) {
        return words(name).strip();
    }

    private static String words(String text) {
        return NO_WORD.matcher(SearchText.folded(text)).replaceAll(" ");
    }

    /// The emoji that match: each word of the query begins a word of the name or a keyword. Those with a name that
    /// begins with the query come first.
    public List<Named> find(String query) {
        String folded = whole(query);
        if (folded.isEmpty()) return List.of();
        var first = new ArrayList<Named>();
        var others = new ArrayList<Named>();
        for (Named each : all) {
            boolean isFound = true;
            for (String word : folded.split(" ")) isFound &= each.sought().contains(" " + word);
            if (isFound) (each.sought().startsWith(" " + folded) ? first : others).add(each);
        }
        first.addAll(others);
        return first;
    }
}
