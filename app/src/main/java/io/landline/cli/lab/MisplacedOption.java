package io.landline.cli.lab;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.labprograms.Program;
import io.landline.labprograms.Setting;
import io.landline.labprograms.Setting.Trait;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// An option that stands on the command line and does nothing in the program that is meant: one of its client at a
/// server, for example. Who gives it expects something of it, so it is refused. Stateless; any thread.
final class MisplacedOption {
    private static final String TO = "to";

    private MisplacedOption() {}

    /// @param chosen the program that is meant; it does not have `foreign`
    /// @param programs all of the command
    /// @param given the names of all settings that were given
    static CommandFailedException refused(Setting foreign, Program chosen, List<Program> programs, Set<String> given) {
        // what may stand alone mostly does: nobody typed its option
        String name = foreign.has(Trait.ALSO_ALONE) ? foreign.help().label() : SettingText.typed(foreign);
        List<Program> takers = programs.stream().filter(each -> has(each, foreign)).toList();
        List<Program> meantToo = takers.stream().filter(each -> given.containsAll(each.chosenBy())).toList();
        if (meantToo.isEmpty()) return incomplete(name, chosen, takers, given);
        String choosers = shown(chosen.chosenBy());
        boolean ofServer = meantToo.stream().allMatch(Program.Server.class::isInstance);
        return CommandFailedException.usage(ofServer && chosen instanceof Program.Caller
                ? CommandTexts.of("{0} is for a server, and {1} makes this a client: leave one of them out.", name,
                        choosers)
                : CommandTexts.of("{0} does not go with {1}: leave one of them out.", name, choosers));
    }

    /// What would have meant the program that takes the option is missing.
    private static CommandFailedException incomplete(String name, Program chosen, List<Program> takers,
            Set<String> given) {
        Set<String> missing = takers.stream()
                .map(each -> without(each.chosenBy(), given))
                .min(Comparator.comparingInt(Set::size))
                .orElseThrow();
        return CommandFailedException.usage(missing.equals(Set.of(TO)) && chosen instanceof Program.Server
                ? CommandTexts.of("{0} is for a client: give --to HOST as well, or leave it out.", name)
                : CommandTexts.of("{0} goes only with {1}: give that as well, or leave it out.", name,
                        shown(missing)));
    }

    private static boolean has(Program program, Setting setting) {
        return program.settings().stream().anyMatch(each -> each.name().equals(setting.name()));
    }

    private static Set<String> without(Set<String> names, Set<String> given) {
        var left = new HashSet<>(names);
        left.removeAll(given);
        return left;
    }

    private static String shown(Collection<String> names) {
        return new TreeSet<>(names).stream().map(each -> "--" + each).collect(Collectors.joining(" "));
    }
}
