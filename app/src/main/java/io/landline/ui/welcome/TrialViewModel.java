package io.landline.ui.welcome;

import io.landline.language.Texts;
import io.landline.node.port.Rooms.TrialResult;
import io.landline.node.port.Rooms.TrialWatcher;
import io.landline.node.port.Subscription;
import io.landline.ui.control.FieldNote;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Words that are being tried with the people who are here: whether that goes on, and what is to say of it meanwhile.
/// JavaFX thread.
final class TrialViewModel {
    private final PageContext context;
    private final Texts texts;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private @Nullable Subscription trial;
    /// Counts trials: what an earlier one tells late is not heard.
    private int count;

    TrialViewModel(PageContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    /// Begins a trial, off this thread since the key is stretched.
    ///
    /// @param begin asks the node
    void begin(Function<TrialWatcher, Callable<Subscription>> begin, Consumer<TrialResult> ended,
            Consumer<Exception> failed) {
        int number = ++count;
        running.set(true);
        note.set(FieldNote.hint(texts.get("trial.under-way")));
        var watcher = new TrialWatcher() {
            @Override
            public void slowed() {
                context.fx().post(() -> {
                    if (number == count) note.set(FieldNote.hint(texts.get("trial.slowed")));
                });
            }

            @Override
            public void ended(TrialResult result) {
                context.fx().post(() -> {
                    if (number != count) return;
                    over();
                    ended.accept(result);
                });
            }
        };
        context.background().run(begin.apply(watcher), begun -> {
            if (number == count) {
                trial = begun;
            } else {
                begun.close();
            }
        }, e -> {
            if (number != count) return;
            over();
            failed.accept(e);
        });
    }

    /// The person does not want to wait.
    void giveUp() {
        Subscription now = trial;
        over();
        if (now != null) now.close();
    }

    private void over() {
        count++;
        trial = null;
        running.set(false);
        note.set(FieldNote.NOTHING);
    }

    /// What is said of words that others refused.
    String differ(List<String> people) {
        String first = PeerText.person(people.getFirst());
        return people.size() == 1
                ? texts.format("trial.differ", first)
                : texts.format("trial.differ.more", first, people.size() - 1);
    }
}
