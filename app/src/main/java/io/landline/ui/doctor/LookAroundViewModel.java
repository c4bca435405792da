package io.landline.ui.doctor;

import io.landline.node.port.LookAround;
import io.landline.node.port.LookAround.Progress;
import io.landline.ui.control.FieldNote;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The look around by TCP, which a person starts and may stop. It goes on while another page is in front. JavaFX
/// thread.
final class LookAroundViewModel implements AutoCloseable {
    private static final Progress NOTHING = new Progress(false, 0, 0, 0);

    private final PageContext context;
    private final LookAround look;
    private final ReadOnlyObjectWrapper<Progress> progress = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private boolean asking;
    private boolean closed;

    LookAroundViewModel(PageContext context) {
        this.context = context;
        look = context.node().network().lookAround();
    }

    /// With no addresses before the first look.
    ReadOnlyObjectProperty<Progress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// Why it could not begin.
    ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    void start() {
        note.set(FieldNote.NOTHING);
        ask(() -> {
            look.start();
            return look.progress();
        });
    }

    void stop() {
        ask(() -> {
            look.cancel();
            return look.progress();
        });
    }

    /// Looks how far it is. Asked too often, it asks when the answer before is there.
    void refresh() {
        if (!asking) ask(look::progress);
    }

    private void ask(Callable<Progress> question) {
        asking = true;
        context.background().run(question, this::show, why -> {
            asking = false;
            if (!closed) note.set(FieldNote.bad(ErrorMessages.sentence(context.language(), why)));
        });
    }

    private void show(Progress now) {
        asking = false;
        if (!closed) progress.set(now);
    }

    /// The look itself goes on.
    @Override
    public void close() {
        closed = true;
    }
}
