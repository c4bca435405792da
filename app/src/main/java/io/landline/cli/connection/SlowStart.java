package io.landline.cli.connection;

import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.Terminal;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.OpenProfile;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/// Says on standard error why a start takes a while, and how far it is: a long history of an earlier version is brought
/// into the form of this one. One for each opening; the thread that opens.
public final class SlowStart implements IntConsumer {
    /// Between two lines. A change that is over before says nothing.
    static final Duration LINE_EVERY = Duration.ofSeconds(3);
    private final Consumer<String> line;
    private final LongSupplier nanos;
    private long saidNanos;

    /// @param line writes one
    /// @param nanos a clock that never goes back
    SlowStart(Consumer<String> line, LongSupplier nanos) {
        this.line = line;
        this.nanos = nanos;
        saidNanos = nanos.getAsLong();
    }

    /// For what opens a profile next.
    public static SlowStart of(NodeOptions options) {
        var terminal = new Terminal(false, Terminal.Colour.NEVER);
        if (OpenProfile.takesLong(options)) {
            terminal.warn(CommandTexts.of("Your history is from an earlier version and is brought into its new form"
                    + " now. With many messages this takes a minute or more. Ending Landline meanwhile does no harm."));
        }
        return new SlowStart(terminal::warn, System::nanoTime);
    }

    @Override
    public void accept(int percent) {
        long now = nanos.getAsLong();
        if (now - saidNanos < LINE_EVERY.toNanos()) return;
        saidNanos = now;
        line.accept(CommandTexts.of("Your history takes its new form: about {0} % is done.", percent));
    }
}
