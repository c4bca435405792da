package io.landline.cli.lab;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.Durations;
import io.landline.cli.terminal.MeantWord;
import io.landline.cli.terminal.NumberFormatter;
import io.landline.cli.terminal.NumberOption;
import io.landline.labprograms.Setting;
import io.landline.labprograms.Setting.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// How a setting reads and is read on the command line. Stateless; any thread.
final class SettingText {
    private static final long MILLIS_PER_SECOND = 1_000;

    private SettingText() {}

    /// For picocli's descriptions, which are format strings.
    static String literal(String text) {
        return text.replace("%", "%%");
    }

    static String help(Setting setting) {
        return literal(setting.help().text().replace("{usual}", usual(setting)).replace("{words}", words(setting)));
    }

    private static String usual(Setting setting) {
        return switch (setting.kind()) {
            case Kind.Whole _ when setting.usual().isEmpty() -> "";
            case Kind.Whole whole -> amount(setting, Long.parseLong(setting.usual())) + whole.unit();
            case Kind.Time _ -> time(Long.parseLong(setting.usual()));
            case Kind.Decimal _, Kind.Seed _, Kind.Choice _, Kind.Switch _, Kind.Line _, Kind.OpenFile _,
                    Kind.NewPath _, Kind.Folder _ -> setting
                    .usual();
        };
    }

    private static String time(long millis) {
        return millis % MILLIS_PER_SECOND == 0 ? millis / MILLIS_PER_SECOND + "s" : millis + "ms";
    }

    /// `upper (default), lower or reverse`.
    private static String words(Setting setting) {
        if (!(setting.kind() instanceof Kind.Choice choice)) return "";
        var words = new ArrayList<>(choice.words());
        words.replaceAll(each -> each.equals(setting.usual()) ? each + " (default)" : each);
        return listed(words);
    }

    private static String listed(List<String> words) {
        return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    /// The value that was typed, as the catalogue has it: milliseconds for `2s`, `one-shot` for `ONE_SHOT`.
    static String read(Setting setting, String typed) throws CommandFailedException {
        return switch (setting.kind()) {
            case Kind.Whole whole when typed.endsWith(whole.unit()) -> NumberOption
                    .ungrouped(typed.substring(0, typed.length() - whole.unit().length()));
            case Kind.Time _ -> String.valueOf(Durations.parse("--" + setting.name(), typed).toMillis());
            case Kind.Choice(List<String> words) -> words.stream()
                    .filter(each -> folded(each).equals(folded(typed)))
                    .findFirst()
                    .orElse(typed);
            case Kind.Whole _, Kind.Decimal _, Kind.Seed _, Kind.Switch _, Kind.Line _, Kind.OpenFile _,
                    Kind.NewPath _, Kind.Folder _ -> typed;
        };
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    /// How it is typed: its option, or the label of what stands alone.
    static String typed(Setting setting) {
        return setting.has(Setting.Trait.ALONE) ? setting.help().label() : "--" + setting.name();
    }

    /// Why this value is not accepted, and what would be.
    static String wrong(Setting setting, String value) {
        UnaryOperator<String> own = setting.help().wrong();
        if (own != null) return CommandTexts.inThisLanguage(own.apply(value));
        String option = typed(setting);
        return switch (setting.kind()) {
            case Kind.Whole(long least, long most, _) -> CommandTexts.of("{0} takes a number from {1} to {2}.", option,
                    amount(setting, least),
                    amount(setting, most));
            case Kind.Time(long least, long most) -> CommandTexts.of("{0} takes a time from {1} to {2}.", option,
                    time(least),
                    time(most));
            case Kind.Decimal(double most) -> CommandTexts.of("{0} takes a number above 0 and up to {1}, such as 0.3.",
                    option,
                    amount(setting, (long) most));
            case Kind.Choice(List<String> words) -> MeantWord
                    .behind(CommandTexts.of("{0} takes {1}.", option, listed(words)), value, words);
            case Kind.Seed _ -> CommandTexts.of("{0} takes a whole number.", option);
            case Kind.Switch _ -> CommandTexts.of("{0} takes no value.", option);
            case Kind.Line _ -> CommandTexts.of("{0} does not take this value.", option);
            case Kind.OpenFile _, Kind.NewPath _, Kind.Folder _ -> CommandTexts.of("{0} takes a path, not too long.",
                    option);
        };
    }

    /// As other numbers are written; a port is the name of something, and stands as it is typed.
    private static String amount(Setting setting, long number) {
        return setting.name().endsWith("port") ? String.valueOf(number) : NumberFormatter.grouped(number);
    }
}
