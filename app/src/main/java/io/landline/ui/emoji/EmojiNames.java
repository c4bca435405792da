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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The emoji that are offered, by their names in one language, as Unicode's CLDR has them. Immutable; any thread.
public final class EmojiNames {
    private static final String NO_WORD = "[^\\p{L}\\p{N}]+";

    /// An emoji and how it is called.
    ///
    /// @param sought name and other words, folded, each with a blank before it
    public record Named(Offered emoji, String name, String sought) {}

    private final List<Named> all;

    private EmojiNames(List<Named> all) { this.all = List.copyOf(all); }

    public static EmojiNames in(Language language) {
        String name = "names_" + language.tag() + ".tsv";
        InputStream file = Objects.requireNonNull(EmojiNames.class.getResourceAsStream(name), name);
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<Offered> offered = Emoji.offered();
            var all = new ArrayList<Named>(offered.size());
            for (Offered each : offered) all.add(named(each, Objects.requireNonNull(lines.readLine(), name)));
            return new EmojiNames(all);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Named named(Offered emoji, String line) {
        String[] columns = line.split("\t");
        String sought = " " + SearchText.folded(String.join(" ", columns)).replaceAll(NO_WORD, " ");
        return new Named(emoji, columns[0], sought);
    }

    /// In Unicode's order.
    List<Named> all() {
        return all;
    }

    /// The emoji that match: each word of the query begins a word of the name or a keyword. Those with a name that
    /// begins with the query come first.
    public List<Named> find(String query) {
        String folded = SearchText.folded(query).replaceAll(NO_WORD, " ").strip();
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
