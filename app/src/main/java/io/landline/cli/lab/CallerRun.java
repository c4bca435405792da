package io.landline.cli.lab;

import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.labprograms.Program;
import io.landline.labprograms.SettingValues;
import io.landline.queue.Uninterrupted;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One run of a client on a thread of its own. Its end is told once. An interruption closes the socket that the client
/// waits for, and what the system says of that is no failure. Any thread.
final class CallerRun {
    /// A client that was interrupted ends at once, unless it waits for something that cannot be interrupted.
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(1);

    private final Consumer<LabEvent> events;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean interrupted;
    private boolean told;
    private boolean over;

    /// Begins at once.
    CallerRun(Program.Caller program, SettingValues values, RunOptions options, Consumer<LabEvent> events) {
        this.events = events;
        // A virtual thread: to interrupt it wakes it from a socket.
        thread = Thread.ofVirtual().name("lab-client").unstarted(() -> {
            try {
                program.calls().client(values, new StandardInput(options.json), this::tell).run();
            } catch (IOException | InterruptedException | RuntimeException e) {
                failure.set(e); // also a fault of ours: the exit code tells of it
            }
        });
        thread.start();
    }

    private synchronized void tell(LabEvent event) {
        if (over) return;
        told |= event instanceof LabEvent.Stopped;
        events.accept(event);
    }

    /// False where it goes on.
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return thread.join(atMost);
    }

    /// Nothing that it does is told any more, but why it ended, where it did not say that itself.
    synchronized void endWith(LabMessage why) {
        thread.interrupt();
        if (!told) tell(new LabEvent.Stopped(Instant.now(), why));
        over = true;
    }

    /// Ends it, as a signal does; returns when that is told, or a moment later where its reader takes nothing.
    void interrupt() {
        interrupted = true;
        thread.interrupt();
        Uninterrupted.run(() -> thread.join(PATIENCE_AT_END));
        Thread last = Thread.ofVirtual().name("lab-client").start(() -> endWith(LabMessage.of("interrupted")));
        Uninterrupted.run(() -> last.join(PATIENCE_AT_END));
    }

    boolean isInterrupted() {
        return interrupted;
    }

    /// How it failed; null where it came to its end.
    @Nullable
    Exception failure() {
        return failure.get();
    }
}
