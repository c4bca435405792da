package io.landline.ui.letters;

import io.landline.ui.text.Emoji;
import io.landline.ui.text.Emoji.Place;
import io.landline.ui.text.LineBreaks.Line;
import java.util.ArrayList;
import java.util.List;

/// A text as the toolkit gets it: with our own line breaks, and with a blank under the picture of each emoji. Knows
/// which place in the original text is which in the drawn one. Immutable.
public final class DrawnText {
    /// What is drawn of a label of one line, in UTF-16 units: wider than any window. Shaping thousands of characters
    /// that are drawn upon each other takes longer than a pulse.
    public static final int LINE_UNITS_MAX = 800;

    /// Two blanks as wide as a digit: about as wide as a line is high. They are no white space, so nothing takes them
    /// off a line's end, and every font has them or takes them from one that has.
    public static final String BLANK = "\u2007\u2007";
    private static final char BLANK_OF_OTHERS = '\u2007';
    private static final char SPACE = '\u00A0';

    /// An emoji's blank in what is drawn.
    public record Spot(int start, int picture) {
        int end() {
            return start + BLANK.length();
        }
    }

    /// @param picture below zero for letters, which are as many in both
    private record Part(int start, int end, int drawnStart, int drawnEnd, int picture) {
        boolean isLetters() {
            return picture < 0;
        }
    }

    private final String text;
    private final List<Part> parts;
    private final List<Spot> spots;

    private DrawnText(String text, List<Part> parts, List<Spot> spots) {
        this.text = text;
        this.parts = parts;
        this.spots = spots;
    }

    /// A text on the lines that it has itself.
    public static DrawnText of(String text, List<Place> emoji) {
        return of(text, emoji, List.of(new Line(0, text.length())));
    }

    /// A text on these lines.
    public static DrawnText of(String text, List<Place> emoji, List<Line> lines) {
        var out = new StringBuilder(text.length() + lines.size());
        var parts = new ArrayList<Part>();
        var spots = new ArrayList<Spot>();
        int next = 0;
        for (Line line : lines) {
            if (!parts.isEmpty()) out.append('\n');
            int at = line.start();
            while (next < emoji.size() && emoji.get(next).start() < at) next++;
            while (next < emoji.size() && emoji.get(next).end() <= line.end()) {
                Place place = emoji.get(next++);
                if (place.start() > at) parts.add(letters(text, at, place.start(), out));
                spots.add(new Spot(out.length(), place.picture()));
                int drawn = out.length();
                out.append(BLANK);
                parts.add(new Part(place.start(), place.end(), drawn, out.length(), place.picture()));
                at = place.end();
            }
            if (line.end() > at || at == line.start()) parts.add(letters(text, at, line.end(), out));
        }
        return new DrawnText(out.toString(), List.copyOf(parts), List.copyOf(spots));
    }

    private static Part letters(String text, int start, int end, StringBuilder out) {
        int drawn = out.length();
        out.append(text.substring(start, end).replace(BLANK_OF_OTHERS, SPACE));
        return new Part(start, end, drawn, out.length(), -1);
    }

    /// A text on one line with its emoji as blanks: what is measured.
    static String blanked(String text) {
        List<Place> emoji = Emoji.in(text);
        return emoji.isEmpty() ? text : of(text, emoji).text();
    }

    /// What is drawn.
    public String text() {
        return text;
    }

    /// The blanks, in their order.
    public List<Spot> spots() {
        return spots;
    }

    /// The drawn place of a place in the text.
    public int toDrawn(int place) {
        for (Part part : parts) {
            if (place > part.end()) continue;
            if (place <= part.start()) return part.drawnStart();
            return part.isLetters() ? part.drawnStart() + place - part.start() : part.drawnEnd();
        }
        return text.length();
    }

    /// Turns a place between two drawn letters into the place in the text.
    public int between(int drawnPlace) {
        for (Part part : parts) {
            if (drawnPlace > part.drawnEnd()) continue;
            if (drawnPlace <= part.drawnStart()) return part.start();
            return part.isLetters() ? part.start() + drawnPlace - part.drawnStart() : part.end();
        }
        return parts.isEmpty() ? 0 : parts.getLast().end();
    }

    /// The place in the text of the letter that is drawn there.
    public int letter(int drawnPlace) {
        for (Part part : parts) {
            if (drawnPlace >= part.drawnEnd()) continue;
            if (drawnPlace <= part.drawnStart()) return part.start();
            return part.isLetters() ? part.start() + drawnPlace - part.drawnStart() : part.start();
        }
        return parts.isEmpty() ? 0 : parts.getLast().end();
    }
}
