package io.landline.cli.chat;

import java.time.Duration;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/// The line in which a person types, with what comes in above it: all that [EditedChat] asks of a [LineEditor]. One
/// thread.
interface EditedLine {
    /// What the person did.
    sealed interface Input {}

    /// A line, which may have several lines where it was pasted.
    record Typed(String text) implements Input {}

    /// Ctrl-D on an empty line, or the terminal is gone.
    record Ended() implements Input {}

    /// Ctrl-C on an empty line.
    record Interrupted() implements Input {}

    /// How many colours names may have; 0 for none.
    int colours();

    /// How wide the terminal is now; 0 where that is not known.
    int columns();

    /// Whether the person has changed a message since the last call.
    boolean takeTyped();

    /// What stands before the line from the next one on. The text is shown as it is.
    void prompt(String text);

    /// Lets the person type on. To be called once for each line, when what it meant is done.
    void want();

    /// The next input; null where there was none within this time.
    @Nullable
    Input next(Duration patience) throws InterruptedException;

    /// Prints lines above the one that is being typed.
    void print(AttributedString lines);
}
