package io.landline.ui.text;

import io.landline.ui.text.TextSpan.Hit;
import io.landline.ui.text.TextSpan.Link;
import java.util.ArrayList;
import java.util.List;

/// A text as it is shown, and what in it is more than plain letters. Most messages have no such part. Immutable.
///
/// @param spans links in their order, then hits in theirs
public record SpannedText(String text, List<TextSpan> spans) {
    public SpannedText {
        spans = List.copyOf(spans);
        for (TextSpan span : spans) {
            if (span.start() < 0 || span.start() >= span.end() || span.end() > text.length()) {
                throw new IllegalArgumentException(span + " in a text of " + text.length());
            }
        }
    }

    /// Letters alone.
    public static SpannedText plain(String text) {
        return new SpannedText(text, List.of());
    }

    /// The same, with what these words find in it.
    public SpannedText marked(SearchWords words, boolean isCurrent) {
        List<SearchWords.Place> places = words.in(text);
        if (places.isEmpty()) return this;
        var all = new ArrayList<>(spans);
        for (SearchWords.Place place : places) all.add(new Hit(place.start(), place.end(), isCurrent));
        return new SpannedText(text, all);
    }

    public List<Link> links() {
        if (spans.isEmpty()) return List.of();
        return spans.stream().filter(Link.class::isInstance).map(Link.class::cast).toList();
    }

    public List<Hit> hits() {
        if (spans.isEmpty()) return List.of();
        return spans.stream().filter(Hit.class::isInstance).map(Hit.class::cast).toList();
    }
}
