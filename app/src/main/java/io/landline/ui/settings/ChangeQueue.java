package io.landline.ui.settings;

import io.landline.language.Texts;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.ui.control.FieldNote;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Makes changes off the JavaFX thread, one after the other as they were asked for, and notes what came of each: what
/// failed, and what was kept. JavaFX thread.
final class ChangeQueue {
    /// What the node is asked to do.
    interface Change {
        void make() throws CommandException;
    }

    /// Nobody clicks this far ahead of a disk; a change beyond that is refused, and says so.
    static final int WAITING_MAX = 64;

    private final PageContext context;
    private final Texts texts;
    private final Runnable changed;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean underWay;

    /// @param changed is run after each change, made or not: what is shown is loaded anew
    ChangeQueue(PageContext context, Texts texts, Runnable changed) {
        this.context = context;
        this.texts = texts;
        this.changed = changed;
    }

    /// @param kept a sentence: what holds where the change is refused
    void make(Change change, Consumer<FieldNote> note, FieldNote done, String kept) {
        if (waiting.size() == WAITING_MAX) {
            note.accept(FieldNote.bad(kept));
            changed.run();
            return;
        }
        waiting.add(() -> begin(change, note, done, kept));
        next();
    }

    private void begin(Change change, Consumer<FieldNote> note, FieldNote done, String kept) {
        context.background().run(() -> {
            change.make();
            return done;
        }, made -> finish(note, made), e -> finish(note, FieldNote.bad(sentence(e) + " " + kept)));
    }

    private void finish(Consumer<FieldNote> note, FieldNote said) {
        underWay = false;
        note.accept(said);
        changed.run();
        next();
    }

    private void next() {
        if (underWay || waiting.isEmpty()) return;
        underWay = true;
        waiting.remove().run();
    }

    private String sentence(Exception e) {
        boolean disk = e instanceof CommandException refused && refused.code() == Code.STORAGE;
        return disk ? texts.get("disk") : ErrorMessages.sentence(context.language(), e);
    }
}
