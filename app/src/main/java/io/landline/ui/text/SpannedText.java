package io.landline.ui.text;

import io.landline.ui.text.TextSpan.Hit;
import io.landline.ui.text.TextSpan.Link;
import java.util.ArrayList;
import java.util.List;

/// A text as it is shown, and what in it is more than plain letters. Most messages have no such part. Immutable.
///
/// @param spans those of each kind in their order, hits last
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

    /// This text, with the places marked that the words find in it.
    public SpannedText marked(SearchTerms words, boolean isCurrent) {
        List<SearchTerms.Range> ranges = words.in(text);
        if (ranges.isEmpty()) return this;
        var all = new ArrayList<>(spans);
        for (SearchTerms.Range range : ranges) all.add(new Hit(range.start(), range.end(), isCurrent));
        return new SpannedText(text, all);
    }

    /// What a search found is left out.
    public SpannedText unmarked() {
        if (hits().isEmpty()) return this;
        return new SpannedText(text, spans.stream().filter(each -> !(each instanceof Hit)).toList());
    }

    /// What stands between two places, with what is left of the spans there.
    public SpannedText part(int from, int to) {
        if (from == 0 && to == text.length()) return this;
        var within = new ArrayList<TextSpan>();
        for (TextSpan span : spans) {
            int start = Math.max(span.start(), from);
            int end = Math.min(span.end(), to);
            if (start < end) within.add(span.part(from, start, end));
        }
        return new SpannedText(text.substring(from, to), within);
    }

    /// The spans of one kind.
    public <T extends TextSpan> List<T> all(Class<T> kind) {
        if (spans.isEmpty()) return List.of();
        return spans.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<Link> links() {
        return all(Link.class);
    }

    public List<Hit> hits() {
        return all(Hit.class);
    }
}
