package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.cli.ExitCode;
import io.landline.cli.SignalHandling;
import io.landline.lab.Client;
import io.landline.lab.Experiment;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabServer;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Failures;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.UdpServer;
import io.landline.lab.net.UdpService;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs one experiment on the command line: as a server until it is told to end, or as a client to the end of its
/// conversation.
final class LabRun {
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    private final Experiment lab;
    private final LabOptions options;

    LabRun(Experiment lab, LabOptions options) {
        this.lab = lab;
        this.options = options;
    }

    /// Opens a server and tells of it to the listener.
    interface Start {
        LabServer start(ServerOptions opening, Consumer<LabEvent> events) throws IOException, InterruptedException;
    }

    /// A client, ready to run, that takes what is typed and tells the listener.
    interface Call {
        Client client(TypedInput typed, Consumer<LabEvent> events)
                throws CommandFailedException, IOException, InterruptedException;
    }

    int serve(UdpService service) throws CommandFailedException, InterruptedException {
        return serve((opening, events) -> UdpServer.start(opening, service, events));
    }

    int serve(Start start) throws CommandFailedException, InterruptedException {
        var lastly = new AtomicReference<>(LabMessage.NOTHING);
        var printer = new LabPrinter(lab, true, options.trace, LabPrinter.Style.MESSAGES, options.terminal());
        try (LabServer server = start.start(options.opening(lab), event -> {
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
        return lastly.get().english().startsWith("failed") ? ExitCode.FAILED : ExitCode.DONE;
    }

    int call(Call call) throws CommandFailedException, InterruptedException {
        return call(LabPrinter.Style.MESSAGES, call);
    }

    int call(LabPrinter.Style style, Call call) throws CommandFailedException, InterruptedException {
        var printer = new LabPrinter(lab, false, options.trace, style, options.terminal());
        var failure = new AtomicReference<@Nullable Exception>();
        // A virtual thread: to interrupt it wakes it from a socket.
        Thread thread = Thread.ofVirtual().name("lab-client").start(() -> {
            try {
                call.client(new StandardInput(options.json), printer).run();
            } catch (CommandFailedException | IOException | InterruptedException e) {
                failure.set(e);
            }
        });
        SignalHandling.does(ExitCode.INTERRUPTED, thread::interrupt);
        Duration lasting = options.lasting();
        if (!thread.join(lasting == null ? FOR_EVER : lasting)) {
            thread.interrupt();
            printer.accept(new LabEvent.Stopped(Instant.now(), LabMessage.of("its time was over")));
            return ExitCode.DONE;
        }
        return switch (failure.get()) {
            case null -> ExitCode.DONE;
            case CommandFailedException failed -> throw failed;
            case IOException e -> {
                if (options.json) printer.accept(new LabEvent.Stopped(Instant.now(), Failures.message(e)));
                throw failed(e);
            }
            default -> throw new InterruptedException();
        };
    }

    private static CommandFailedException failed(IOException e) {
        return new CommandFailedException(ExitCode.FAILED, "failed", Failures.sentence(e).english());
    }
}
