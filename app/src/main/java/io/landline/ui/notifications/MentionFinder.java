package io.landline.ui.notifications;

import io.landline.ui.text.SearchText;

/// Finds out who is meant in a text. Stateless; any thread.
final class MentionFinder {
    private MentionFinder() {}

    /// Whether the text has this name as words of its own, in any case, with or without accents.
    static boolean isNamed(String name, String text) {
        String sought = SearchText.folded(name.strip());
        if (sought.isEmpty()) return false;
        String all = SearchText.folded(text);
        for (int at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1)) {
            int end = at + sought.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(all.codePointBefore(at));
            boolean ends = end == all.length() || !Character.isLetterOrDigit(all.codePointAt(end));
            if (begins && ends) return true;
        }
        return false;
    }
}
