package io.landline.cli.terminal;

import io.landline.language.Language;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// What `--help` says, in the language of this system: the English of the annotations, under the names by which picocli
/// asks a bundle for it. [HelpLayout] says where it stands.
public final class HelpTexts extends ResourceBundle {
    private static final String COLOUR = "--color";

    private final Map<String, String> texts = new HashMap<>();

    /// Has help said so, where these arguments ask for it.
    public static void use(CommandLine line, String[] args) {
        boolean isAsked = Arrays.stream(args).anyMatch(each -> each.equals("--help") || each.equals("-h"));
        if (!isAsked) return; // the other commands start sooner
        if (CommandTexts.language() != Language.ENGLISH) {
            line.setResourceBundle(new HelpTexts(line.getCommandSpec()));
        }
        HelpLayout.use(line);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(colours(args)));
    }

    /// The library takes an empty `NO_COLOR` for one that is set.
    private static Ansi usual() {
        if (Terminal.isDumb()) return Ansi.OFF;
        boolean isEmpty = "".equals(System.getenv(Terminal.NO_COLOR));
        return isEmpty && Terminal.isTerminal() ? Ansi.ON : Ansi.AUTO;
    }

    /// As `--color` says, the last one. What it says wrongly has no meaning here: help is wanted.
    private static Ansi colours(String[] args) {
        String said = "";
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith(COLOUR + "=")) said = args[i].substring(COLOUR.length() + 1);
            if (args[i].equals(COLOUR) && i + 1 < args.length) said = args[++i];
        }
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "always" -> Ansi.ON;
            case "never" -> Ansi.OFF;
            default -> usual();
        };
    }

    /// @param root with all its subcommands
    private HelpTexts(CommandSpec root) {
        texts.put("usage.synopsisHeading", CommandTexts.of("Usage: "));
        texts.put("usage.commandListHeading", CommandTexts.of("Commands:") + "%n");
        add(root);
    }

    private void add(CommandSpec command) {
        String name = command.qualifiedName(".");
        put(name + ".usage.description", String.join("", command.usageMessage().description()));
        for (OptionSpec option : command.options()) {
            for (String each : option.names()) put(name + "." + each.replaceFirst("^-+", ""), description(option));
        }
        for (PositionalParamSpec each : command.positionalParameters()) {
            put(name + "." + each.paramLabel() + "[" + each.index() + "]", description(each));
        }
        command.subcommands().values().forEach(each -> add(each.getCommandSpec()));
    }

    private static String description(ArgSpec argument) {
        return String.join("", argument.description());
    }

    private void put(String key, String help) {
        if (!help.isEmpty()) texts.put(key, CommandTexts.inThisLanguage(help));
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return texts.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
    }
}
