package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.EmojiButton;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.text.PeerText;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// Rooms that others here are in, each a button; takes no room while there are none. JavaFX thread.
final class Suggestions extends VBox {
    /// As people count them: the number of people behind the name stays in sight.
    private static final int NAME_CHARACTERS_MAX = 20;

    private final Texts texts;
    private final ObservableList<RoomAbout> rooms;
    private final Consumer<RoomAbout> chosen;
    private final ControlLine buttons = new ControlLine();

    Suggestions(Texts texts, ObservableList<RoomAbout> rooms, Consumer<RoomAbout> chosen) {
        this.texts = texts;
        this.rooms = rooms;
        this.chosen = chosen;
        buttons.getStyleClass().add("welcome-about");
        getStyleClass().add("welcome-field");
        getChildren().addAll(Paragraph.muted(texts.get("about")), buttons);
        managedProperty().bind(Bindings.isNotEmpty(rooms));
        visibleProperty().bind(managedProperty());
        rooms.addListener((ListChangeListener<RoomAbout>) _ -> show());
        show();
    }

    private void show() {
        buttons.getChildren().setAll(rooms.stream().map(this::button).toList());
    }

    private Button button(RoomAbout room) {
        String whole = texts.format("about.room", PeerText.line(room.name()), room.people());
        String brief = texts.format("about.room", PeerText.line(PeerText.shortened(room.name(), NAME_CHARACTERS_MAX)),
                room.people());
        var button = new EmojiButton(brief);
        button.setMinWidth(0);
        button.setTooltip(new TextTooltip(whole));
        button.setAccessibleText(whole);
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(_ -> chosen.accept(room));
        return button;
    }
}
