package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.node.Roster.RoomAbout;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// *Join a room*. JavaFX thread.
final class JoinRoomCard extends ChoiceCard {
    private final Texts texts;
    private final JoinRoomViewModel room;
    private final Field words;
    private final FlowPane about = new FlowPane();

    JoinRoomCard(WelcomeViewModel model, Texts texts) {
        super(Feather.LOG_IN, texts.get("join.title"), texts.get("join.meaning"));
        this.texts = texts;
        room = model.joinRoom();
        words = new Field("join-room-words", texts.get("join.words"), room.words(), room.wordsNote()).like(texts.get("join.example"))
                .onEnter(model::join);
        words.input().focusedProperty().subscribe(focused -> {
            if (!focused) room.wordsLeft();
        });
        var name = new Field("join-room-name", texts.get("room.name"), room.name(), room.nameNote()).like(texts.get("room.example"))
                .onEnter(() -> {
                    if (room.words().get().isBlank()) {
                        focusWords();
                    } else {
                        model.join();
                    }
                });

        about.getStyleClass().add("welcome-about");
        var here = new VBox(Prose.muted(texts.get("join.about")), about);
        here.getStyleClass().add("field");
        here.managedProperty().bind(Bindings.isNotEmpty(room.about()));
        here.visibleProperty().bind(here.managedProperty());
        room.about().addListener((ListChangeListener<RoomAbout>) _ -> showAbout());
        showAbout();

        var join = new WorkingButton(texts.get("join.do"), model.working());
        join.button().setId("join-room");
        join.button().setOnAction(_ -> model.join());
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(name, here, words, space, join);
    }

    private void showAbout() {
        about.getChildren().setAll(room.about().stream().map(this::suggestion).toList());
    }

    private Button suggestion(RoomAbout offered) {
        String label = texts.format("join.suggestion", PeerText.line(offered.name()), offered.people());
        var button = new Button(label);
        button.setMnemonicParsing(false);
        button.setTooltip(new Tooltip(label));
        button.setAccessibleText(label);
        button.getStyleClass().addAll(Styles.SMALL, "welcome-suggestion");
        button.setOnAction(_ -> {
            room.name().set(offered.name());
            focusWords();
        });
        return button;
    }

    void focusWords() {
        words.input().requestFocus();
    }
}
