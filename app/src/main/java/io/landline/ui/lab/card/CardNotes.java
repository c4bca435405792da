package io.landline.ui.lab.card;

import io.landline.language.Texts;
import io.landline.ui.control.FieldNote;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What a card says in the line below its buttons: which setting is wrong, else where its program stands. No field and
/// no button moves when it comes while one types. JavaFX thread.
final class CardNotes {
    private final ObservableValue<FieldNote> state;
    private final List<SettingControl> settings;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<FieldNote> shown = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final Subscription subscription;

    CardNotes(ObservableValue<FieldNote> state, List<SettingControl> settings, Texts texts) {
        this.state = state;
        this.settings = settings;
        this.texts = texts;
        Stream<Subscription> notes = settings.stream().map(each -> each.note().subscribe(_ -> show(Stream.of(each))));
        subscription = Subscription.combine(
                Stream.concat(notes, Stream.of(state.subscribe(_ -> show(Stream.empty()))))
                        .toArray(Subscription[]::new));
    }

    ReadOnlyObjectProperty<FieldNote> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Of several wrong settings the one that changed, else the first, is told.
    private void show(Stream<SettingControl> changed) {
        shown.set(Stream.concat(changed, settings.stream())
                .filter(each -> !each.note().get().isNothing())
                .findFirst()
                .map(each -> FieldNote.bad(said(each)))
                .orElseGet(state::getValue));
    }

    /// Several settings may have the same bounds.
    private String said(SettingControl control) {
        return texts.format("wrong.of", control.label(), control.note().get().sentence());
    }

    void close() {
        subscription.unsubscribe();
    }
}
