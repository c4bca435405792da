package io.landline.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads translations as gettext writes them, of which it takes what is needed here: sentences by what they translate,
/// in quotation marks, over one or several lines, and remarks behind `#`. Stateless; any thread.
///
///     # where it is said
///     msgid "over {0} messages a second"
///     msgstr "plus de {0} messages par seconde"
public final class PoFile {
    private static final Pattern LINE = Pattern.compile("(msgid|msgstr)? *\"(.*)\"");

    private PoFile() {}

    /// @throws IOException a line is none of these, or something is translated twice
    public static Map<String, String> read(BufferedReader lines) throws IOException {
        var translations = new LinkedHashMap<String, String>();
        var original = new StringBuilder();
        var translation = new StringBuilder();
        StringBuilder begun = original;
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.isBlank() || line.startsWith("#")) continue;
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) throw new IOException("not a line of a .po file: " + line);
            if ("msgid".equals(parts.group(1))) {
                add(translations, original, translation);
                begun = original;
            } else if (parts.group(1) != null) {
                begun = translation;
            }
            begun.append(unescaped(parts.group(2)));
        }
        add(translations, original, translation);
        return translations;
    }

    /// The first entry of such a file translates nothing: it is its head.
    private static void add(Map<String, String> translations, StringBuilder original, StringBuilder translation)
            throws IOException {
        if (!original.isEmpty() && translations.put(original.toString(), translation.toString()) != null) {
            throw new IOException("translated twice: " + original);
        }
        original.setLength(0);
        translation.setLength(0);
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }
}
