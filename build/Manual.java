import static java.util.stream.Collectors.joining;

import io.landline.cli.LandlineCommand;
import io.landline.cli.lab.LabCommand;
import io.landline.cli.terminal.HelpLayout;
import io.landline.cli.terminal.Terminal.Colour;
import io.landline.filetransfer.AcceptRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/// Writes manual pages and a completion for bash from the commands as the program reads them.
///
/// Arguments: the folder to write to, the date that pages show. There, `man` gets a page for `landline` and
/// for each of its commands, and `completion` the file for bash.
class Manual {
    private static final Map<String, String> EXIT_CODES = exitCodes();
    /// What these options take, at each command that has them.
    private static final Map<String, List<String>> VALUES = values();

    private static final String OPTIONS = "OPTIONS";
    /// As [#text] writes it.
    private static final Pattern OPTION = Pattern.compile("\\\\-\\\\-[a-z\\\\-]+");
    /// What is put in the place of a word, and no letter of a change of font.
    private static final Pattern LABEL = Pattern.compile("(?<!\\\\f)\\b[A-Z][A-Z0-9_]*");

    private final Path pages;
    private final String date;
    private final String version;

    private Manual(Path pages, String date, String version) {
        this.pages = pages;
        this.date = date;
        this.version = version;
    }

    static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        CommandSpec landline = LandlineCommand.commandLine().getCommandSpec();
        var manual = new Manual(Files.createDirectories(folder.resolve("man")), args[1], landline.version()[0]);
        manual.write("landline", manual.page("landline", landline));
        commands(landline).forEach((name, spec) -> manual.write("landline-" + name,
                manual.page("landline " + name, name.equals("lab") ? lab() : spec)));
        Path completion = Files.createDirectories(folder.resolve("completion"));
        Files.writeString(completion.resolve("landline"), completion(landline));
    }

    /// The lab reads its command line apart from the rest.
    private static CommandSpec lab() {
        return LabCommand.commandLine().getCommandSpec();
    }

    private static Map<String, String> exitCodes() {
        var codes = new LinkedHashMap<String, String>();
        codes.put("0", "done");
        codes.put("1", "failed; the sentence on stderr says why");
        codes.put("2", "wrong usage: an option, an argument, an ambiguous name");
        codes.put("3", "the peer was not found");
        codes.put("4", "refused, or a wrong key");
        codes.put("5", "interrupted, or not delivered yet; it goes on later");
        codes.put("130", "ended by Ctrl-C or SIGTERM, where nothing else is said here");
        return codes;
    }

    private static Map<String, List<String>> values() {
        var values = new LinkedHashMap<String, List<String>>();
        values.put("--accept", Stream.of(AcceptRule.values()).map(AcceptRule::word).toList());
        values.put("--color", Stream.of(Colour.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList());
        return values;
    }

    private static Map<String, CommandSpec> commands(CommandSpec spec) {
        var commands = new LinkedHashMap<String, CommandSpec>();
        spec.subcommands().forEach((name, line) -> {
            if (!line.getCommandSpec().usageMessage().hidden()) commands.put(name, line.getCommandSpec());
        });
        return commands;
    }

    private void write(String name, String page) {
        try {
            Files.writeString(pages.resolve(name + ".1"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(String words, CommandSpec spec) {
        boolean root = words.equals("landline");
        String name = words.replace(' ', '-');
        var page = new StringBuilder();
        page.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(" 1 ").append(date).append(" \"")
                .append(version).append("\" \"Landline\"\n");
        page.append(".SH NAME\n").append(name).append(" \\- ")
                .append(text(root ? "chat and files between the computers of one local network" : described(spec)))
                .append('\n');
        page.append(".SH SYNOPSIS\n").append(synopsis(words, spec));
        page.append(".SH DESCRIPTION\n").append(line(sentence(described(spec))));
        arguments(page, ".SH ARGUMENTS\n", spec);
        options(page, ".SH OPTIONS\n", spec, root);
        Map<String, CommandSpec> commands = commands(spec);
        if (!commands.isEmpty()) page.append(".SH COMMANDS\n");
        commands.forEach((each, command) -> {
            if (root) {
                page.append(".TP\n.BR landline\\-").append(text(each)).append(" (1)\n")
                        .append(line(described(command)));
            } else {
                String whole = words + " " + each;
                page.append(".SS ").append(text(whole)).append('\n').append(line(sentence(described(command))));
                page.append(".PP\n").append(synopsis(whole, command));
                arguments(page, "", command);
                options(page, "", command, false);
            }
        });
        if (root) {
            page.append(".SH EXIT STATUS\n");
            EXIT_CODES.forEach((code, meaning) -> page.append(".TP\n").append(code).append('\n').append(line(meaning)));
            page.append(".SH ENVIRONMENT\n.TP\n.B LANDLINE_KEY\n").append(line("the key of the one room that has none"
                    + " of its own, where other users of the computer cannot read it"));
            page.append(".SH FILES\n.TP\n.I $XDG_DATA_HOME/landline\n").append(line("the profile: identity, settings"
                    + " and history; ~/.local/share/landline where the variable is not set"));
        } else {
            page.append(".SH SEE ALSO\n.BR landline (1)\n");
        }
        return page.toString();
    }

    /// What `--help` begins with, in English.
    private static String synopsis(String words, CommandSpec spec) {
        String line = HelpLayout.synopsis(spec, OPTIONS);
        String behind = line.substring(line.indexOf("[" + OPTIONS + "]") + OPTIONS.length() + 2);
        return ".B " + text(words) + "\n[" + OPTIONS + "]" + LABEL.matcher(OPTION.matcher(text(behind))
                .replaceAll("\\\\fB$0\\\\fR")).replaceAll("\\\\fI$0\\\\fR") + "\n";
    }

    private static List<PositionalParamSpec> shown(Collection<PositionalParamSpec> all) {
        return all.stream().filter(each -> !each.hidden()).toList();
    }

    private static void arguments(StringBuilder page, String heading, CommandSpec spec) {
        List<PositionalParamSpec> arguments = shown(spec.positionalParameters());
        if (arguments.isEmpty()) return;
        page.append(heading);
        for (PositionalParamSpec each : arguments) {
            page.append(".TP\n.I ").append(text(each.paramLabel())).append('\n')
                    .append(line(joined(each.description())));
        }
    }

    /// Options that every command has stand on the page of `landline` alone.
    private static void options(StringBuilder page, String heading, CommandSpec spec, boolean root) {
        List<OptionSpec> own = own(spec);
        if (!own.isEmpty() || !heading.isEmpty()) page.append(heading);
        for (OptionSpec each : own) {
            page.append(".TP\n\\fB").append(text(String.join(", ", each.names()))).append("\\fR");
            if (each.arity().max() > 0) page.append(" \\fI").append(text(each.paramLabel())).append("\\fR");
            page.append('\n').append(line(joined(each.description())));
        }
        if (!root && !heading.isEmpty()) {
            page.append(".PP\nThe options that every command has are described in\n.BR landline (1).\n");
        }
    }

    private static List<OptionSpec> own(CommandSpec spec) {
        return spec.options()
                .stream()
                .filter(each -> !each.hidden() && !each.inherited())
                .sorted(Comparator.comparingInt(OptionSpec::order))
                .toList();
    }

    private static String described(CommandSpec spec) {
        return joined(spec.usageMessage().description());
    }

    private static String joined(String[] lines) {
        return String.join(" ", lines).replace("%n", " ").replace("%%", "%");
    }

    private static String sentence(String description) {
        if (description.isEmpty()) return "";
        String first = description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1);
        return first.endsWith(".") ? first : first + ".";
    }

    /// A line that begins with a dot or an apostrophe would be a request to the formatter, an empty one a gap.
    private static String line(String said) {
        String line = text(said);
        return (line.isEmpty() || line.startsWith(".") || line.startsWith("'") ? "\\&" : "") + line + "\n";
    }

    private static String text(String said) {
        return said.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("\n", " ");
    }

    /// One function: it follows the words that are commands, then offers what may stand there. Where nothing fits, bash
    /// offers files.
    private static String completion(CommandSpec landline) {
        List<OptionSpec> everywhere = own(landline).stream().filter(Manual::isEverywhere).toList();
        var places = new LinkedHashMap<String, Place>();
        collect("landline", landline, places, everywhere);
        var script = new StringBuilder("""
                # bash completion for landline, made from its commands
                _landline() {
                    local word=${COMP_WORDS[COMP_CWORD]} path=landline option= words= each
                    for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                        [ "$each" != = ] || continue               # bash takes --name=Ada apart
                        [ -z "$option" ] || { option=; continue; } # its value, which is no command
                        case $each in
                            COMMON) option=$each; continue ;;
                        esac
                        case "$path $each" in
                """.replace("COMMON", String.join(" | ", names(valued(everywhere)))));
        script.append(arm(places.keySet().stream().skip(1))).append("path=\"$path $each\" ;;\n");
        script.append(arm(places.entrySet()
                .stream()
                .flatMap(place -> names(valued(place.getValue().own())).stream()
                        .map(name -> place.getKey() + " " + name))))
                .append("option=$each ;;\n");
        script.append("""
                        esac
                    done
                    if [ -n "$option" ]; then
                        [ "$word" != = ] || word=
                        case "$path $option" in
                """);
        places.forEach((path, place) -> place.own().stream().filter(each -> each.completionCandidates() != null)
                .forEach(each -> script.append(arm(names(List.of(each)).stream().map(name -> path + " " + name)))
                        .append(words(each.completionCandidates()))));
        VALUES.forEach((name, values) -> script.append("            *' ").append(name).append("') ")
                .append(words(values)));
        script.append("""
                        esac
                    else
                        case $path in
                """);
        places.forEach((path, place) -> script.append("            '").append(path).append("') ")
                .append(place.takesFiles() ? "[[ $word != -* ]] || " : "").append(words(place.offered())));
        return script.append("""
                        esac
                    fi
                    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
                }
                complete -o bashdefault -o default -F _landline landline
                """).toString();
    }

    private static String arm(Stream<String> words) {
        return words.map(each -> "'" + each + "'").collect(joining(" | \\\n                ", "            ", ") "));
    }

    private static String words(Iterable<String> offered) {
        return "words='" + String.join(" ", offered) + "' ;;\n";
    }

    /// A command: what may stand behind it, and which of that are options of its own.
    private record Place(Set<String> offered, List<OptionSpec> own, boolean takesFiles) {
    }

    private static void collect(String path, CommandSpec spec, Map<String, Place> places, List<OptionSpec> everywhere) {
        var offered = new LinkedHashSet<String>(commands(spec).keySet());
        offered.addAll(names(own(spec)));
        offered.addAll(names(everywhere));
        boolean takesFiles = spec.positionalParameters().stream().anyMatch(Manual::isFileHere);
        places.put(path, new Place(offered, own(spec), takesFiles));
        commands(spec).forEach((name, command) -> {
            boolean lab = path.equals("landline") && name.equals("lab");
            collect(path + " " + name, lab ? lab() : command, places, lab ? List.of() : everywhere);
        });
    }

    /// Those that open the window take no command.
    private static boolean isEverywhere(OptionSpec each) {
        return each.scopeType() == ScopeType.INHERIT || each.usageHelp();
    }

    /// A path that may be left out is one on a shelf.
    private static boolean isFileHere(PositionalParamSpec each) {
        return each.arity().min() > 0 && List.of("PATH", "FILE", "FOLDER").contains(each.paramLabel());
    }

    private static List<OptionSpec> valued(List<OptionSpec> options) {
        return options.stream().filter(each -> each.arity().min() > 0).toList();
    }

    private static Set<String> names(List<OptionSpec> options) {
        var names = new LinkedHashSet<String>();
        for (OptionSpec each : options) {
            if (!List.of(each.names()).contains("--version")) names.addAll(List.of(each.names()));
        }
        return names;
    }
}
