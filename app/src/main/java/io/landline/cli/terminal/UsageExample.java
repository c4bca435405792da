package io.landline.cli.terminal;

import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A whole command to type, with all that it has to be given: `landline say room:class hello`. It fits the shells of
/// all systems. Stateless; any thread.
public final class UsageExample {
    /// A vote can be taken back without one; who asks how to vote is shown how to choose.
    private static final String CHOICE = "NUMBER";
    /// By what stands for it in the help.
    private static final Map<String, String> VALUES = Map.ofEntries(Map.entry("TO", "room:class"),
            Map.entry("PEER", "Ben"), Map.entry("ID", "3f12abcd"), Map.entry("BOX", "3f12abcd"),
            Map.entry("NAME", "class"), Map.entry("TEXT", "hello"), Map.entry("WORDS", "hello"),
            Map.entry("EMOJI", "👍"), Map.entry("TITLE", "Essay"), Map.entry("QUESTION", "\"Which day?\""),
            Map.entry("OPTION", "Monday Tuesday"), Map.entry(CHOICE, "1"), Map.entry("PATH", "photo.jpg"),
            Map.entry("FILE", "talk.txt"), Map.entry("FOLDER", "Photos"), Map.entry("SHELF", "Photos"),
            Map.entry("NETWORK", "wlan0"), Map.entry("TIME", "7d"));

    private UsageExample() {}

    /// Null where the command has to be given nothing, or something that no example is known of.
    public static @Nullable String of(CommandSpec command) {
        var line = new StringJoiner(" ");
        line.add(command.qualifiedName());
        boolean needed = false;
        for (PositionalParamSpec each : command.positionalParameters()) {
            if (each.arity().min() == 0 && !each.paramLabel().equals(CHOICE)) continue;
            String value = value(each);
            if (value == null) return null;
            line.add(value);
            needed = true;
        }
        for (OptionSpec each : command.options()) {
            if (!HelpLayout.hasToBeGiven(each)) continue;
            String value = value(each);
            if (value == null) return null;
            line.add(each.longestName()).add(value);
        }
        return needed ? line.toString() : null;
    }

    private static @Nullable String value(ArgSpec each) {
        return VALUES.get(each.paramLabel());
    }
}
