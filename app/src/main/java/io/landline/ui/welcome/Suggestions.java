package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.label.EmojiButton;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.text.PeerText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
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
    /// By label.
    private final Map<String, Button> byRoom = new HashMap<>();

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

    /// The button of a room stays the same one, with the keyboard where it has it: people come and go all the time.
    private void show() {
        List<Button> before = byRoom.values().stream().toList();
        Button focused = before.stream().filter(Button::isFocused).findFirst().orElse(null);
        byRoom.keySet().retainAll(rooms.stream().map(RoomAbout::label).toList());
        List<Node> wanted = rooms.stream().<Node>map(this::button).toList();
        ListPatch.move(buttons.getChildren(), wanted);
        if (focused != null && wanted.contains(focused)) focused.requestFocus(); // it may have gone to another place
    }

    private Button button(RoomAbout room) {
        String whole = texts.format("about.room", PeerText.line(room.name()), room.people());
        String brief = texts.format("about.room", PeerText.line(PeerText.shortened(room.name(), NAME_CHARACTERS_MAX)),
                room.people());
        Button button = byRoom.computeIfAbsent(room.label(), _ -> button());
        button.setText(brief);
        button.getTooltip().setText(whole);
        button.setAccessibleText(whole);
        button.setOnAction(_ -> chosen.accept(room));
        return button;
    }

    private static Button button() {
        var button = new EmojiButton("");
        button.setMinWidth(0);
        button.setTooltip(new TextTooltip(""));
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }
}
