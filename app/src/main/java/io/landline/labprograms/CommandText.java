package io.landline.labprograms;

import io.landline.labprograms.Setting.Trait;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// The command line that does what a card does. Stateless; any thread.
public final class CommandText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");
    /// PowerShell takes commas for a list, and `@word` for what a variable holds.
    private static final Pattern PLAIN_ON_WINDOWS = Pattern.compile("[A-Za-z0-9_./:%+=-]+");

    private CommandText() {}

    /// @param windows the quotation marks are those of its shells; else those of POSIX
    public static String of(Program program, SettingValues values, boolean windows) {
        var words = new StringJoiner(" ").add("landline").add("lab").add(program.lab().title());
        for (Setting setting : program.settings()) {
            String value = values.text(setting.name());
            if (value.equals(setting.usual()) && !setting.has(Trait.NEEDED)) continue;
            if (setting.kind() instanceof Setting.Kind.Switch) {
                words.add("--" + setting.name());
            } else if (setting.has(Trait.ALONE)) {
                words.add((value.startsWith("-") ? "-- " : "") + quoted(value, windows));
            } else if (value.startsWith("-")) {
                words.add(quoted("--" + setting.name() + "=" + value, windows)); // else it reads as an option
            } else {
                words.add("--" + setting.name()).add(quoted(value + unit(setting), windows));
            }
        }
        return words.toString();
    }

    private static String unit(Setting setting) {
        return switch (setting.kind()) {
            case Setting.Kind.Whole whole -> whole.unit();
            case Setting.Kind.Time _ -> "ms";
            default -> "";
        };
    }

    /// A word as a shell takes it.
    public static String quoted(String word, boolean windows) {
        if ((windows ? PLAIN_ON_WINDOWS : PLAIN).matcher(word).matches()) return word;
        return windows ? "\"" + escaped(word) + "\"" : "'" + word.replace("'", "'\\''") + "'";
    }

    /// Programs of Windows take a backslash for itself, but not before a quotation mark.
    private static String escaped(String word) {
        return word.replaceAll("(\\\\*)\"", "$1$1\\\\\"").replaceAll("(\\\\+)\\z", "$1$1");
    }
}
