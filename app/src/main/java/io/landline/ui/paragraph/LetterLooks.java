package io.landline.ui.paragraph;

import io.landline.ui.look.Fonts;

import io.landline.ui.text.SpannedText;
import io.landline.ui.text.TextSpan;
import io.landline.ui.text.TextSpan.Called;
import io.landline.ui.text.TextSpan.Coloured;
import io.landline.ui.text.TextSpan.Link;
import io.landline.ui.text.TextSpan.Styled;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How each letter of a text is drawn, as bits. Immutable.
final class LetterLooks {
    static final int PLAIN = 0;
    static final int BOLD = 1;
    static final int ITALIC = 2;
    static final int CODE = 4;
    static final int LINK = 8;
    static final int CALLED = 16;
    static final int CALLED_OWN = 32;
    static final int KEYWORD = 64;
    static final int STRING = 128;
    static final int NUMBER = 256;
    static final int COMMENT = 512;
    /// Those that change nothing but the colour of code.
    private static final int COLOURS = KEYWORD | STRING | NUMBER | COMMENT;
    /// Those that choose the font.
    private static final int FONTS = BOLD | ITALIC | CODE;

    /// Letters beside each other that are drawn alike.
    record Run(int start, int end, int look) {}

    private final short[] looks;
    private final List<Run> runs;
    private final Set<Integer> fonts;

    /// @param all what each letter has at least
    LetterLooks(SpannedText text, int all) {
        looks = new short[text.text().length()];
        if (all != PLAIN) add(0, looks.length, all);
        for (TextSpan span : text.spans()) {
            switch (span) {
                case Link link -> add(link.start(), link.end(), LINK);
                case Called name -> add(name.start(), name.end(), BOLD | (name.own() ? CALLED_OWN : CALLED));
                case Styled styled -> add(styled.start(), styled.end(), switch (styled.style()) {
                    case BOLD -> BOLD;
                    case ITALIC -> ITALIC;
                    case CODE -> CODE;
                });
                case Coloured part -> add(part.start(), part.end(), switch (part.kind()) {
                    case KEYWORD -> KEYWORD;
                    case STRING -> STRING;
                    case NUMBER -> NUMBER;
                    case COMMENT -> COMMENT;
                });
                case TextSpan.Hit _, TextSpan.Block _ -> {
                }
            }
        }
        runs = runs(0, looks.length, ~0);
        fonts = runs.stream().map(each -> font(each.look())).collect(Collectors.toCollection(TreeSet::new));
    }

    private void add(int start, int end, int look) {
        for (int i = start; i < end; i++) {
            looks[i] |= (short) look;
            if ((looks[i] & CODE) != 0) looks[i] &= ~ITALIC; // its font has none
        }
    }

    /// Those between two places as they are measured: what only colours part is one, and as wide.
    List<Run> measured(int from, int to) {
        return runs(from, to, ~COLOURS);
    }

    private List<Run> runs(int from, int to, int counted) {
        var runs = new ArrayList<Run>();
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i < to && ((looks[i] ^ looks[start]) & counted) == 0) continue;
            runs.add(new Run(start, i, looks[start] & counted));
            start = i;
        }
        return runs;
    }

    /// All of the text.
    List<Run> runs() {
        return runs;
    }

    /// What chooses a font, each once.
    Set<Integer> fonts() {
        return fonts;
    }

    /// Whether all letters have the font of plain ones.
    boolean isOneFont() {
        return fonts.isEmpty() || fonts.equals(Set.of(PLAIN));
    }

    /// What of a look chooses the font.
    static int font(int look) {
        return look & FONTS;
    }

    /// The style classes by which the sheet knows this look.
    static List<String> styles(int look) {
        var styles = new ArrayList<String>();
        if ((look & BOLD) != 0) styles.add("message-bold");
        if ((look & ITALIC) != 0) {
            Fonts.loadItalic();
            styles.add("message-italic");
        }
        if ((look & CODE) != 0) styles.add("message-code");
        if ((look & KEYWORD) != 0) styles.add("message-code-keyword");
        if ((look & STRING) != 0) styles.add("message-code-string");
        if ((look & NUMBER) != 0) styles.add("message-code-number");
        if ((look & COMMENT) != 0) styles.add("message-code-comment");
        if ((look & LINK) != 0) styles.add("message-link");
        if ((look & CALLED) != 0) styles.add("message-called");
        if ((look & CALLED_OWN) != 0) styles.add("message-called-own");
        return styles;
    }
}
