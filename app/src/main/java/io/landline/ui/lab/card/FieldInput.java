package io.landline.ui.lab.card;

import io.landline.lab.LabMessage;
import io.landline.lab.TypedInput;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a person types into a field, for a client that runs. Thread-safe.
final class FieldInput implements TypedInput {
    /// Nobody types this far ahead of a client.
    static final int WAITING_MAX = 64;

    private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>(WAITING_MAX);
    private final Consumer<LabMessage> asked;

    /// @param asked told on the client's thread what it asks for, when it begins to wait for a line
    public FieldInput(Consumer<LabMessage> asked) { this.asked = asked; }

    @Override
    public @Nullable String next(LabMessage prompt) throws InterruptedException {
        asked.accept(prompt);
        return lines.take().orElse(null);
    }

    /// False if too many lines wait already and this one is not taken.
    public boolean type(String line) {
        return lines.offer(Optional.of(line));
    }

    /// Nothing more will be typed: the client leaves in its protocol's own way. False where it must be interrupted
    /// instead.
    public boolean end() {
        return lines.offer(Optional.empty());
    }
}
