package io.landline.cli.lab;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.SignalHandling;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabServer;
import io.landline.lab.net.Failures;
import io.landline.labprograms.MessageStyle;
import io.landline.labprograms.Program;
import io.landline.labprograms.SettingValues;
import io.landline.labprograms.UnusableSettingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// Runs one program on the command line: as a server until it is told to end, or as a client to the end of its
/// conversation.
final class LabRun {
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private final RunOptions options;

    LabRun(RunOptions options) { this.options = options; }

    int run(Program program, SettingValues values) throws CommandFailedException, InterruptedException {
        options.lasting(); // a bad one is said before anything is opened or sent
        return switch (program) {
            case Program.Server server -> serve(server, values);
            case Program.Caller caller -> call(caller, values);
        };
    }

    private int serve(Program.Server program, SettingValues values)
            throws CommandFailedException, InterruptedException {
        var lastly = new AtomicReference<>(LabMessage.NOTHING);
        var printer = new LabPrinter(program.lab(), true, options.trace, MessageStyle.ALL, options.terminal());
        if (!program.warning().isEmpty()) {
            printer.accept(new LabEvent.Remark(Instant.now(), LabMessage.asIs(program.warning())));
        }
        try (LabServer server = program.opens().open(values, event -> {
            printer.accept(event);
            if (event instanceof LabEvent.Stopped stopped) lastly.set(stopped.reason());
        })) {
            if (options.trace && !options.json) printer.accept(new LabEvent.Result(Instant.now(), server.card()));
            SignalHandling.does(ExitCode.DONE, () -> server.stop(LabMessage.of("interrupted")));
            Duration lasting = options.lasting();
            if (!server.awaitEnd(lasting == null ? FOR_EVER : lasting)) server.stop(LabMessage.of("its time was over"));
        } catch (IOException e) {
            throw failed(e);
        }
        LabMessage end = lastly.get();
        if (!end.english().startsWith("failed")) return ExitCode.DONE;
        LabMessage why = !end.places().isEmpty() && end.places().getFirst() instanceof LabMessage kind ? kind : end;
        throw new CommandFailedException(ExitCode.FAILED, Why.FAILED,
                CommandTexts.of("The server ended by itself: {0}. Start it again.", LabWords.of(why)));
    }

    private int call(Program.Caller program, SettingValues values)
            throws CommandFailedException, InterruptedException {
        var printer = new LabPrinter(program.lab(), false, options.trace, program.style(), options.terminal());
        var run = new CallerRun(program, values, options, printer);
        SignalHandling.does(ExitCode.INTERRUPTED, run::interrupt);
        Duration lasting = options.lasting();
        if (!run.awaitEnd(lasting == null ? FOR_EVER : lasting)) {
            run.endWith(LabMessage.of("its time was over"));
            return ExitCode.DONE;
        }
        if (run.isInterrupted()) throw new InterruptedException();
        return switch (run.failure()) {
            case null -> ExitCode.DONE;
            case UnusableSettingException e -> throw failed(e);
            case IOException e -> {
                if (options.json) run.endWith(Failures.message(e));
                throw failed(e);
            }
            case RuntimeException e -> throw e;
            default -> throw new InterruptedException();
        };
    }

    private static CommandFailedException failed(IOException e) {
        if (e instanceof UnusableSettingException unusable) {
            return CommandFailedException.usage(LabWords.of(unusable.said()));
        }
        return new CommandFailedException(ExitCode.FAILED, Why.FAILED, LabWords.of(Failures.sentence(e)));
    }
}
