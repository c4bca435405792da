package io.landline.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.UsageError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/// An option of the Lab with an empty value, as a variable that is not set leaves it. `--host ""` once listened on
/// every address.
class EmptyValuesTest {
    @Test
    void anEmptyValueOfAnyOptionIsRefusedWithItsName() {
        LabCommand.commandLine().getSubcommands().forEach((name, command) -> {
            for (OptionSpec each : command.getCommandSpec().options()) {
                if (each.arity().max() == 0) continue;
                CommandLine line = LabCommand.commandLine();
                var args = new ArrayList<>(List.of(name, each.longestName(), ""));
                command.getCommandSpec()
                        .positionalParameters()
                        .stream()
                        .filter(at -> at.required())
                        .forEach(_ -> args.add("x"));
                ParameterException refused = assertThrows(ParameterException.class,
                        () -> UsageError.refuseEmptyOptions(line.parseArgs(args.toArray(String[]::new))),
                        name + " " + each.longestName());
                assertEquals("What stands behind " + each.longestName() + " is empty.",
                        UsageError.sentence(refused));
            }
        });
    }

    @Test
    void anEmptyArgumentIsCalledSo() {
        ParameterException refused = assertThrows(ParameterException.class,
                () -> LabCommand.commandLine().parseArgs("tcp-echo", "--once", ""));
        assertEquals("An argument is empty.", UsageError.sentence(refused));
    }

    @Test
    void nothingIsRunWithAnEmptyValue() {
        assertEquals(ExitCode.USAGE, LabCommand.run(new String[]{"threads", "--seed", ""}));
        assertEquals(ExitCode.USAGE, LabCommand.run(new String[]{"--seed", "", "threads"}));
    }
}
