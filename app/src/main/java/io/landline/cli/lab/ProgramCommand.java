package io.landline.cli.lab;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.lab.Experiment;
import io.landline.labprograms.CommonSettings;
import io.landline.labprograms.LabSystems;
import io.landline.labprograms.Program;
import io.landline.labprograms.Setting;
import io.landline.labprograms.Setting.Trait;
import io.landline.labprograms.SettingValues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `landline lab NAME`, made from what the catalogue says of its programs. Confined to the main thread.
@Command
final class ProgramCommand implements Callable<Integer> {
    private final List<Program> programs;
    private final CommandSpec spec;
    /// Those of [RunOptions]: they belong to servers and clients alike, also where one of these looks at them.
    private final Set<String> ofEachRun;
    @Mixin
    private RunOptions options = new RunOptions();

    private ProgramCommand(Experiment lab) {
        programs = LabSystems.programs(lab);
        spec = CommandSpec.forAnnotatedObject(this).name(lab.title());
        ofEachRun = Set.copyOf(spec.optionsMap().keySet());
        spec.usageMessage().description(SettingText.literal(lab.usage()));
        for (Program program : programs) program.settings().forEach(each -> add(each, spec));
    }

    /// A program that a command line means, with a value for each of its settings.
    record Chosen(Program program, SettingValues values) {}

    /// The command of programs that the catalogue has.
    static CommandSpec of(Experiment lab) {
        return new ProgramCommand(lab).spec;
    }

    /// The options that every command takes, where it has not got them yet.
    static void addCommon(CommandSpec spec) {
        CommonSettings.OF_EVERY_COMMAND.forEach(each -> add(each, spec));
    }

    private static void add(Setting setting, CommandSpec spec) {
        String name = "--" + setting.name();
        String help = SettingText.help(setting);
        if (standsAlone(setting)) {
            // its option, where it has one too, is among those of every command
            boolean needed = setting.has(Trait.NEEDED) && setting.has(Trait.ALONE);
            spec.addPositional(PositionalParamSpec.builder()
                    .type(String.class)
                    .index("0")
                    .arity(needed ? "1" : "0..1")
                    .required(needed)
                    .paramLabel(setting.help().label())
                    .description(help)
                    .build());
        } else if (spec.findOption(name) == null && setting.kind() instanceof Setting.Kind.Switch) {
            spec.addOption(OptionSpec.builder(name).type(boolean.class).description(help).build());
        } else if (spec.findOption(name) == null) {
            var option = OptionSpec.builder(name)
                    .type(String.class)
                    .paramLabel(setting.help().label())
                    .description(help);
            if (setting.kind() instanceof Setting.Kind.Choice choice) option.completionCandidates(choice.words());
            String bare = setting.help().bare();
            spec.addOption((bare == null ? option : option.arity("0..1").fallbackValue(bare)).build());
        }
    }

    private static boolean standsAlone(Setting setting) {
        return setting.has(Trait.ALONE) || setting.has(Trait.ALSO_ALONE);
    }

    @Override
    public Integer call() throws CommandFailedException, InterruptedException {
        Chosen chosen = chosen(spec.commandLine().getParseResult());
        return new LabRun(options).run(chosen.program(), chosen.values());
    }

    /// What a command line of this kind means.
    ///
    /// @throws CommandFailedException a value does not fit, one is missing, or one is of another program of the command
    static Chosen chosen(ParseResult parsed) throws CommandFailedException {
        var command = (ProgramCommand) parsed.commandSpec().userObject();
        List<Program> programs = command.programs;
        var given = new HashSet<String>();
        for (Program program : programs) {
            for (Setting each : program.settings()) if (typed(each, parsed) != null) given.add(each.name());
        }
        Program program = LabSystems.meant(programs, given);
        var values = new HashMap<String, String>();
        // a typing error is said first, also in what does not belong here; then that; what is missing is said last
        for (Setting each : program.settings()) {
            if (typed(each, parsed) != null) values.put(each.name(), value(each, parsed));
        }
        Setting foreign = null;
        for (Program other : programs) {
            for (Setting each : other.settings()) {
                if (typed(each, parsed) == null || values.containsKey(each.name())) continue;
                value(each, parsed);
                if (foreign == null && !command.ofEachRun.contains("--" + each.name())) foreign = each;
            }
        }
        if (foreign != null) throw MisplacedOption.refused(foreign, program, programs, given);
        for (Setting each : program.settings()) values.put(each.name(), value(each, parsed));
        return new Chosen(program, new SettingValues(values));
    }

    private static String value(Setting setting, ParseResult parsed) throws CommandFailedException {
        String typed = typed(setting, parsed);
        String value = typed == null ? setting.usual() : SettingText.read(setting, typed);
        if (!setting.accepts(value)) throw CommandFailedException.usage(SettingText.wrong(setting, value));
        return value;
    }

    /// As it was typed; null where it was not given.
    private static @Nullable String typed(Setting setting, ParseResult parsed) {
        if (standsAlone(setting) && parsed.hasMatchedPositional(0)) return parsed.matchedPositionalValue(0, "");
        Object value = parsed.matchedOptionValue("--" + setting.name(), null);
        return value == null ? null : value.toString();
    }
}
