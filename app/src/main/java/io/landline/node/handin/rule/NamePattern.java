package io.landline.node.handin.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Which file names a box wants: `*.pdf, *.odt`. `*` stands for any letters, `?` for one; capitals do not matter.
/// Somebody else wrote it, so the time to match is bounded: letters of the pattern times letters of the name.
/// Immutable; any thread.
final class NamePattern {
    private static final String SPECIAL_IN_GLOBS = "\\[]{}*?";

    private final List<String> wanted;

    /// @param text names with commas between them; empty for all
    NamePattern(String text) {
        wanted = Arrays.stream(text.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    boolean isAll() {
        return wanted.isEmpty();
    }

    boolean takes(String name) {
        return isAll() || wanted.stream()
                .anyMatch(each -> matches(each.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)));
    }

    /// On a mismatch it goes back to the last `*` alone: what an earlier one took need never change.
    private static boolean matches(String pattern, String name) {
        int at = 0;
        int star = -1;
        int taken = 0;
        for (int i = 0; i < name.length();) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                taken = i;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++taken;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') at++;
        return at == pattern.length();
    }

    /// The same as patterns of [io.landline.filetransfer.Choice].
    List<String> globs() {
        return wanted.stream().map(NamePattern::glob).toList();
    }

    private static String glob(String pattern) {
        var glob = new StringBuilder();
        pattern.codePoints().forEach(c -> {
            if (c == '*' || c == '?') {
                glob.appendCodePoint(c);
            } else if (Character.toLowerCase(c) != Character.toUpperCase(c)) {
                glob.append('[')
                        .appendCodePoint(Character.toLowerCase(c))
                        .appendCodePoint(Character.toUpperCase(c))
                        .append(']');
            } else {
                if (SPECIAL_IN_GLOBS.indexOf(c) >= 0) glob.append('\\');
                glob.appendCodePoint(c);
            }
        });
        return glob.toString();
    }
}
