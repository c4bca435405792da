package io.landline.ui.text;

import io.landline.ui.text.CodeLanguage.Delimited;
import io.landline.ui.text.CodeLanguage.Rule;
import io.landline.ui.text.TextSpan.CodePart;
import io.landline.ui.text.TextSpan.Coloured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds the comments, strings, numbers and keywords of a program (docs/adr/0064). It knows words and signs, and no
/// grammar: what is written wrong has colours too. Each letter is looked at a few times, whatever stands there. One
/// code's, one thread.
final class CodeColours {
    private static final char BACKSLASH = '\\';
    private static final char APOSTROPHE = '\'';
    /// UTF-16 units of a letter between apostrophes that is given by its number in hexadecimal digits.
    private static final int ESCAPED_LETTER_MAX = 12;

    private final CharSequence code;
    private final CodeLanguage language;
    private final int partsMax;
    private final List<Coloured> found = new ArrayList<>();
    /// The last sign that is neither blank nor in a comment: what may stand before the name of a property.
    private char before = '\n';

    private CodeColours(CharSequence code, CodeLanguage language, int partsMax) {
        this.code = code;
        this.language = language;
        this.partsMax = partsMax;
    }

    /// In their order. Parts of one kind that only blanks part are one.
    ///
    /// @param name of the language, as it stands behind the backticks; nothing is found in one that we do not know
    static List<Coloured> in(CharSequence code, String name, int partsMax) {
        CodeLanguage language = CodeLanguage.of(name);
        if (language == null) return List.of();
        var colours = new CodeColours(code, language, partsMax);
        if (language.rules().contains(Rule.MARKUP)) {
            colours.readMarkup();
        } else {
            colours.read();
        }
        return colours.found;
    }

    private void read() {
        int at = 0;
        while (at < code.length() && found.size() < partsMax) {
            int end = next(at, code.charAt(at));
            char last = code.charAt(end - 1);
            boolean isComment = !found.isEmpty() && found.getLast().end() == end
                    && found.getLast().kind() == CodePart.COMMENT;
            if (!isComment && !Character.isWhitespace(last)) before = last;
            at = end;
        }
    }

    /// @return the place behind what begins here: more than `at`
    private int next(int at, char c) {
        Delimited delimited = delimited(at, c);
        if (delimited != null) {
            int end = end(delimited, at + delimited.open().length());
            boolean isName = delimited.part() == CodePart.STRING && isName(end);
            return add(at, end, isName ? CodePart.KEYWORD : delimited.part());
        }
        if (isDigit(c)) return add(at, numberEnd(at, c), CodePart.NUMBER);
        if (isWordStart(c)) {
            int end = wordEnd(at);
            return isKeyword(at, end) || isName(end) ? add(at, end, CodePart.KEYWORD) : end;
        }
        if (c == APOSTROPHE && language.rules().contains(Rule.LIFETIMES)) return letter(at);
        boolean isNext = at + 1 < code.length();
        if (isNext && c == BACKSLASH && language.rules().contains(Rule.BACKSLASH_ANYWHERE)) return at + 2;
        if (isNext && language.signs().indexOf(c) >= 0 && isWordStart(code.charAt(at + 1))) {
            return add(at, wordEnd(at + 1), CodePart.KEYWORD);
        }
        return at + 1;
    }

    private int add(int start, int end, CodePart part) {
        if (!found.isEmpty() && found.getLast().kind() == part && isBlank(found.getLast().end(), start)) {
            found.set(found.size() - 1, new Coloured(found.getLast().start(), end, part));
        } else if (found.size() < partsMax) {
            found.add(new Coloured(start, end, part));
        }
        return end;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) if (!Character.isWhitespace(code.charAt(i))) return false;
        return true;
    }

    private @Nullable Delimited delimited(int at, char c) {
        for (Delimited each : language.delimited()) {
            if (each.open().charAt(0) != c || !startsWith(each.open(), at)) continue;
            boolean isWithinWord = each.part() == CodePart.COMMENT && at > 0
                    && language.rules().contains(Rule.COMMENT_BEHIND_BLANK)
                    && !Character.isWhitespace(code.charAt(at - 1)) && code.charAt(at - 1) != ';';
            if (!isWithinWord) return each;
        }
        return null;
    }

    private boolean startsWith(String sign, int at) {
        if (at + sign.length() > code.length()) return false;
        for (int i = 0; i < sign.length(); i++) if (code.charAt(at + i) != sign.charAt(i)) return false;
        return true;
    }

    private int end(Delimited delimited, int from) {
        int depth = 1;
        int at = from;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (delimited.isOneLine() && c == '\n') return at;
            if (delimited.isEscaped() && c == BACKSLASH) {
                at += 2;
            } else if (c == delimited.close().charAt(0) && startsWith(delimited.close(), at)) {
                at += delimited.close().length();
                if (--depth == 0) return at;
            } else if (delimited.isNested() && c == delimited.open().charAt(0) && startsWith(delimited.open(), at)) {
                at += delimited.open().length();
                depth++;
            } else {
                at++;
            }
        }
        return code.length();
    }

    private int numberEnd(int at, char first) {
        boolean isApostrophe = language.rules().contains(Rule.APOSTROPHE_IN_NUMBERS);
        char last = first;
        boolean isHex = false;
        int end = at + 1;
        while (end < code.length()) {
            char c = code.charAt(end);
            if (end == at + 1) isHex = first == '0' && (c == 'x' || c == 'X');
            boolean isSign = !isHex && (c == '.' || (c == '+' || c == '-') && (last == 'e' || last == 'E'));
            boolean isBetween = isSign || isApostrophe && c == APOSTROPHE;
            if (isBetween && !isDigitAt(end + 1) || !isBetween && !isWordPart(c)) break;
            last = c;
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private boolean isDigitAt(int at) {
        return at < code.length() && isDigit(code.charAt(at));
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /// A hyphen begins no word, also where it belongs to words.
    private boolean isWordStart(char c) {
        return isWordPart(c) || c != '-' && language.inWords().indexOf(c) >= 0;
    }

    private int wordEnd(int at) {
        int end = at + 1;
        while (end < code.length()) {
            char c = code.charAt(end);
            if (!isWordPart(c) && language.inWords().indexOf(c) < 0) break;
            end++;
        }
        return end;
    }

    private boolean isKeyword(int start, int end) {
        String word = code.subSequence(start, end).toString();
        return language.keywords().contains(language.isCased() ? word : word.toLowerCase(Locale.ROOT));
    }

    /// Whether what ends here is the name of a property.
    private boolean isName(int end) {
        if (language.beforeNames().indexOf(before) < 0) return false;
        int at = end;
        while (at < code.length() && Character.isWhitespace(code.charAt(at))) at++;
        return at < code.length() && code.charAt(at) == ':';
    }

    /// A letter between apostrophes. A lifetime has one alone.
    private int letter(int at) {
        int behind = at + 2;
        if (behind < code.length() && code.charAt(at + 1) == BACKSLASH) {
            int last = Math.min(code.length(), at + ESCAPED_LETTER_MAX);
            for (int i = at + 3; i < last; i++) {
                if (code.charAt(i) == APOSTROPHE) return add(at, i + 1, CodePart.STRING);
            }
            return at + 1;
        }
        if (behind < code.length() && Character.isHighSurrogate(code.charAt(at + 1))) behind++;
        boolean isLetter = behind < code.length() && code.charAt(behind) == APOSTROPHE;
        return isLetter ? add(at, behind + 1, CodePart.STRING) : at + 1;
    }

    /// Tags with the strings in them, and comments.
    private void readMarkup() {
        int at = 0;
        while (at < code.length() && found.size() < partsMax) {
            if (code.charAt(at) != '<') {
                at++;
            } else if (startsWith("<!--", at)) {
                at = add(at, behind("-->", at + 4), CodePart.COMMENT);
            } else if (startsWith("<![CDATA[", at)) {
                at = add(at, behind("]]>", at), CodePart.STRING);
            } else {
                at = readTag(at);
            }
        }
    }

    private int behind(String sign, int from) {
        for (int i = from; i < code.length(); i++) if (startsWith(sign, i)) return i + sign.length();
        return code.length();
    }

    /// @return the place behind it
    private int readTag(int at) {
        int name = at + 1;
        if (name < code.length() && "/!?".indexOf(code.charAt(name)) >= 0) name++;
        if (name >= code.length() || !isWordStart(code.charAt(name)) && code.charAt(name) != '>') return at + 1;
        int end = name;
        while (end < code.length() && (isWordPart(code.charAt(end)) || ":-.".indexOf(code.charAt(end)) >= 0)) end++;
        add(at, end, CodePart.KEYWORD);
        while (end < code.length() && found.size() < partsMax) {
            char c = code.charAt(end);
            if (c == '<') return end; // nothing ended this one
            if (c == '>') return add(end, end + 1, CodePart.KEYWORD);
            end = c == '"' || c == APOSTROPHE ? add(end, behind(String.valueOf(c), end + 1), CodePart.STRING) : end + 1;
        }
        return end;
    }
}
