package io.landline.labprograms;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Something that is chosen of a program before it starts, as the command line has it. Immutable; any thread.
///
/// @param name of the option without its hyphens, also where it stands alone
/// @param alone no option stands before it on the command line
/// @param usual what holds there when it is not given; empty: it must be given, or may be missing
/// @param initial what the page begins with
/// @param rare few people change it
public record Setting(String name, boolean alone, Kind kind, String usual, String initial, boolean rare) {
    /// What a switch is set to.
    public static final String ON = "true";
    public static final String OFF = "false";
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");

    /// What it takes.
    public sealed interface Kind {
        /// @param unit as the command line wants it after the number: `ms`, `/s`, or nothing
        record Whole(long least, long most, String unit) implements Kind {}

        /// A number above 0, with decimals.
        record Decimal(double most) implements Kind {}

        record Choice(List<String> words) implements Kind {
            public Choice {
                words = List.copyOf(words);
            }
        }

        record Switch() implements Kind {}

        /// @param pattern what the whole of it must match
        record Line(Pattern pattern) implements Kind {}

        /// A file that is read; empty where it need not be given.
        record OpenFile(boolean needed) implements Kind {}

        /// A path that is made where there is none.
        ///
        /// @param needed else it may be empty
        record NewPath(boolean needed, int charsMax) implements Kind {}

        /// A folder that is written to, and made where there is none.
        record Folder() implements Kind {}
    }

    static Setting whole(String name, long least, long most, long usual) {
        return whole(name, least, most, usual, "");
    }

    static Setting whole(String name, long least, long most, long usual, String unit) {
        return new Setting(name, false, new Kind.Whole(least, most, unit), String.valueOf(usual), String.valueOf(usual),
                false);
    }

    static Setting decimal(String name, double most, String usual) {
        return new Setting(name, false, new Kind.Decimal(most), usual, usual, false);
    }

    static Setting choice(String name, String... words) {
        return new Setting(name, false, new Kind.Choice(List.of(words)), words[0], words[0], false);
    }

    static Setting flag(String name) {
        return new Setting(name, false, new Kind.Switch(), OFF, OFF, true);
    }

    /// @param pattern what the whole of it must match
    static Setting line(String name, String pattern, String usual) {
        return new Setting(name, false, new Kind.Line(Pattern.compile(pattern)), usual, usual, false);
    }

    static Setting file(String name, boolean needed) {
        return new Setting(name, false, new Kind.OpenFile(needed), "", "", !needed);
    }

    /// @param charsMax of the whole path
    static Setting newPath(String name, boolean needed, int charsMax) {
        return new Setting(name, false, new Kind.NewPath(needed, charsMax), "", "", !needed);
    }

    static Setting folder(String name, Path usual) {
        return new Setting(name, false, new Kind.Folder(), usual.toString(), usual.toString(), true);
    }

    Setting beginningWith(String value) {
        return new Setting(name, alone, kind, usual, value, rare);
    }

    /// Nothing holds when it is not given, so it always stands on the command line.
    Setting needed() {
        return new Setting(name, alone, kind, "", initial, rare);
    }

    Setting standingAlone() {
        return new Setting(name, true, kind, "", initial, rare);
    }

    Setting isRare() {
        return new Setting(name, alone, kind, usual, initial, true);
    }

    public boolean accepts(String value) {
        return switch (kind) {
            case Kind.Whole(long least, long most, _) -> WHOLE.matcher(value).matches()
                    && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
            case Kind.Decimal(double most) -> DECIMAL.matcher(value).matches() && Double.parseDouble(value) > 0
                    && Double.parseDouble(value) <= most;
            case Kind.Choice(List<String> words) -> words.contains(value);
            case Kind.Switch() -> value.equals(ON) || value.equals(OFF);
            case Kind.Line(Pattern pattern) -> pattern.matcher(value).matches();
            case Kind.OpenFile(boolean isNeeded) -> isPath(value, !isNeeded, PATH_CHARS_MAX);
            case Kind.NewPath(boolean isNeeded, int charsMax) -> isPath(value, !isNeeded, charsMax);
            case Kind.Folder() -> isPath(value, false, PATH_CHARS_MAX);
        };
    }

    private static boolean isPath(String value, boolean mayBeEmpty, int charsMax) {
        if (value.isEmpty()) return mayBeEmpty;
        return value.indexOf('\0') < 0 && value.length() <= charsMax;
    }

    /// Longer paths no system has.
    static final int PATH_CHARS_MAX = 4_096;

    /// Whether the file that it names can be read; for other kinds true. Looks at the disk: not on the JavaFX thread.
    public boolean isThere(String value) {
        return !(kind instanceof Kind.OpenFile) || value.isEmpty() || Files.isReadable(Path.of(value));
    }
}
