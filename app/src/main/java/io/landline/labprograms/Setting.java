package io.landline.labprograms;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person can choose about a program before it starts: an option of its command, and a field on its card.
/// Immutable; any thread.
///
/// @param name of the option without its hyphens, also where it stands alone
/// @param usual what holds where the command line does not give it; empty: nothing holds
/// @param initial what the page begins with
public record Setting(String name, Kind kind, String usual, String initial, Set<Trait> traits, Help help) {
    /// What a switch is set to.
    public static final String ON = "true";
    public static final String OFF = "false";
    /// Longer paths no system has.
    static final int PATH_CHARS_MAX = 4_096;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(\\.\\d{1,9})?|\\.\\d{1,9}");
    private static final Pattern SEED = Pattern.compile("-?\\d{1,19}");

    public Setting {
        traits = Set.copyOf(traits);
    }

    /// What it takes.
    public sealed interface Kind {
        /// @param unit as the command line may have it after the number: `/s`, or nothing
        record Whole(long least, long most, String unit) implements Kind {}

        /// Milliseconds. The command line takes other units too: `2s`.
        record Time(long leastMillis, long mostMillis) implements Kind {}

        /// A number above 0, with decimals.
        record Decimal(double most) implements Kind {}

        /// The beginning of a random sequence: any `long`.
        ///
        /// @param needed else it may be empty: another with each run
        record Seed(boolean needed) implements Kind {}

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

        /// A path that is made if it is missing.
        ///
        /// @param needed else it may be empty
        record NewPath(boolean needed, int charsMax) implements Kind {}

        /// A folder that is written to, and made if it is missing.
        record Folder() implements Kind {}
    }

    public enum Trait {
        /// Few people change it.
        RARE,
        /// The page has no field for it.
        COMMAND_LINE_ONLY,
        /// Who gives it on the command line means this program, not another of the same command.
        CHOOSES,
        /// No value holds when it is not given, so it always stands on the command line.
        NEEDED,
        /// It is no option: its value stands alone on the command line.
        ALONE,
        /// It is an option, and its value may stand alone as well.
        ALSO_ALONE,
        /// A port: it is written as it is typed, and as addresses have it, without marks between its digits.
        PORT
    }

    /// What the command line says about it.
    ///
    /// @param label stands for the value: `N`
    /// @param text for `--help`; `{usual}` and `{words}` stand for the usual value and the words of a choice
    /// @param bare holds where the option is given without a value; null: it needs one
    /// @param wrong what is said of a value that is not accepted; null: what its kind says
    public record Help(String label, String text, @Nullable String bare, @Nullable UnaryOperator<String> wrong) {
        private static final Help NONE = new Help("", "", null, null);
    }

    private static Setting of(String name, Kind kind, String usual) {
        return new Setting(name, kind, usual, usual, Set.of(), Help.NONE);
    }

    static Setting whole(String name, long least, long most, long usual) {
        return whole(name, least, most, usual, "");
    }

    static Setting whole(String name, long least, long most, long usual, String unit) {
        return of(name, new Kind.Whole(least, most, unit), String.valueOf(usual));
    }

    static Setting time(String name, long leastMillis, long mostMillis, long usualMillis) {
        return of(name, new Kind.Time(leastMillis, mostMillis), String.valueOf(usualMillis));
    }

    static Setting decimal(String name, double most, String usual) {
        return of(name, new Kind.Decimal(most), usual);
    }

    static Setting seed(String usual) {
        return of("seed", new Kind.Seed(!usual.isEmpty()), usual).isRare();
    }

    static Setting choice(String name, String... words) {
        return of(name, new Kind.Choice(List.of(words)), words[0]);
    }

    static Setting flag(String name, String text) {
        return of(name, new Kind.Switch(), OFF).isRare().help("", text);
    }

    /// A switch that is all the difference between this program and another of its command.
    static Setting mark(String name, String text) {
        return flag(name, text).beginningWith(ON).with(Trait.COMMAND_LINE_ONLY).choosing();
    }

    /// @param pattern what the whole of it must match
    static Setting line(String name, String pattern, String usual) {
        return of(name, new Kind.Line(Pattern.compile(pattern)), usual);
    }

    static Setting file(String name, boolean needed) {
        Setting file = of(name, new Kind.OpenFile(needed), "");
        return needed ? file : file.isRare();
    }

    /// @param charsMax of the whole path
    static Setting newPath(String name, boolean needed, int charsMax) {
        Setting path = of(name, new Kind.NewPath(needed, charsMax), "");
        return needed ? path : path.isRare();
    }

    static Setting folder(String name, Path usual) {
        return of(name, new Kind.Folder(), usual.toString()).isRare();
    }

    Setting beginningWith(String value) {
        return new Setting(name, kind, usual, value, traits, help);
    }

    Setting needed() {
        return new Setting(name, kind, "", initial, traits, help).with(Trait.NEEDED);
    }

    Setting standingAlone() {
        return with(Trait.ALONE);
    }

    Setting isRare() {
        return with(Trait.RARE);
    }

    Setting choosing() {
        return with(Trait.CHOOSES);
    }

    Setting with(Trait trait) {
        var all = EnumSet.of(trait);
        all.addAll(traits);
        return new Setting(name, kind, usual, initial, all, help);
    }

    Setting help(String label, String text) {
        return new Setting(name, kind, usual, initial, traits, new Help(label, text, help.bare(), help.wrong()));
    }

    /// @param value holds where the option is given without one
    Setting bare(String value) {
        return new Setting(name, kind, usual, initial, traits,
                new Help(help.label(), help.text(), value, help.wrong()));
    }

    Setting wrong(String sentence) {
        return wrong(_ -> sentence);
    }

    Setting wrong(UnaryOperator<String> sentence) {
        return new Setting(name, kind, usual, initial, traits,
                new Help(help.label(), help.text(), help.bare(), sentence));
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public boolean isOnPage() {
        return !has(Trait.COMMAND_LINE_ONLY);
    }

    public boolean accepts(String value) {
        return switch (kind) {
            case Kind.Whole(long least, long most, _) -> isWithin(value, least, most);
            case Kind.Time(long least, long most) -> isWithin(value, least, most);
            case Kind.Decimal(double most) -> DECIMAL.matcher(value).matches() && Double.parseDouble(value) > 0
                    && Double.parseDouble(value) <= most;
            case Kind.Seed(boolean isNeeded) -> value.isEmpty() ? !isNeeded : isLong(value);
            case Kind.Choice(List<String> words) -> words.contains(value);
            case Kind.Switch() -> value.equals(ON) || value.equals(OFF);
            case Kind.Line(Pattern pattern) -> pattern.matcher(value).matches();
            case Kind.OpenFile(boolean isNeeded) -> isPath(value, !isNeeded, PATH_CHARS_MAX);
            case Kind.NewPath(boolean isNeeded, int charsMax) -> isPath(value, !isNeeded, charsMax);
            case Kind.Folder() -> isPath(value, false, PATH_CHARS_MAX);
        };
    }

    private static boolean isWithin(String value, long least, long most) {
        return WHOLE.matcher(value).matches() && Long.parseLong(value) >= least && Long.parseLong(value) <= most;
    }

    /// Nineteen digits can be too much for it.
    private static boolean isLong(String value) {
        return SEED.matcher(value).matches() && new BigInteger(value).bitLength() < Long.SIZE;
    }

    private static boolean isPath(String value, boolean mayBeEmpty, int charsMax) {
        if (value.isEmpty()) return mayBeEmpty;
        return value.indexOf('\0') < 0 && value.length() <= charsMax;
    }

    /// Whether the file that it names can be read; for other kinds true. Looks at the disk: not on the JavaFX thread.
    public boolean isThere(String value) {
        return !(kind instanceof Kind.OpenFile) || value.isEmpty() || Files.isReadable(Path.of(value));
    }
}
