package io.landline.ui.lab.card;

import io.landline.language.Texts;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// The line of a card that says where its program stands, or which setting is wrong. While the settings are in sight it
/// keeps the room of the longest that it may say of them: nothing moves while one types. JavaFX thread.
final class CardNotes extends StackPane {
    private final List<SettingControl> settings;
    private final Texts texts;
    private final List<NoteLine> rooms = new ArrayList<>();
    private final StackPane state;
    private final ReadOnlyObjectWrapper<FieldNote> wrong = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final Subscription subscription;

    CardNotes(ObservableValue<FieldNote> state, List<SettingControl> settings, Texts texts) {
        this.settings = settings.stream().filter(SettingControl::isTyped).toList();
        this.texts = texts;
        for (SettingControl each : this.settings) {
            rooms.add(new NoteLine(new SimpleObjectProperty<>(FieldNote.bad(said(each, each.wrong())))));
        }
        this.state = new StackPane(new NoteLine(state));
        this.state.setAlignment(Pos.TOP_LEFT);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(rooms);
        getChildren().addAll(this.state, new NoteLine(wrong));
        subscription = Subscription.combine(this.settings.stream()
                .map(each -> each.note().subscribe(_ -> show(each)))
                .toArray(Subscription[]::new));
        keepRoom(true);
    }

    /// Of several wrong ones the newest, else the first, is told.
    private void show(SettingControl changed) {
        wrong.set(Stream.concat(Stream.of(changed), settings.stream())
                .filter(each -> !each.note().get().isNothing())
                .findFirst()
                .map(each -> FieldNote.bad(said(each, each.note().get().sentence())))
                .orElse(FieldNote.NOTHING));
        state.setVisible(wrong.get().isNothing()); // it keeps its room
    }

    /// Several settings may have the same bounds.
    private String said(SettingControl control, String sentence) {
        return texts.format("wrong.of", control.label(), sentence);
    }

    /// Whether the settings are in sight.
    void keepRoom(boolean kept) {
        for (NoteLine each : rooms) {
            Visibility.show(each, kept);
            each.setVisible(false);
        }
    }

    void close() {
        subscription.unsubscribe();
    }
}
