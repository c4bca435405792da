package io.landline.ui.page;

import io.landline.node.port.CommandException;
import io.landline.node.port.LookAround;
import org.jspecify.annotations.Nullable;

/// A look around that gets as far as a test says. Confined to the test's thread.
public final class FakeLookAround implements LookAround {
    public Progress progress = new Progress(false, 0, 0, 0);
    public @Nullable CommandException refusal;

    @Override
    public void start() throws CommandException {
        if (refusal != null) throw refusal;
        progress = new Progress(true, 254, 0, 0);
    }

    @Override
    public void cancel() {
        progress = new Progress(false, progress.addresses(), progress.tried(), progress.found());
    }

    @Override
    public Progress progress() {
        return progress;
    }
}
