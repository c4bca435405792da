package io.landline.ui.welcome;

import io.landline.ui.control.InputField;
import io.landline.ui.text.Texts;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// *Join a room*. JavaFX thread.
final class JoinRoomCard extends ChoiceCard {
    private final InputField words;

    JoinRoomCard(WelcomeViewModel model, Texts texts) {
        super(Feather.LOG_IN, texts.get("join.title"), texts.get("join.meaning"));
        JoinRoomViewModel room = model.joinRoom();
        words = new InputField("join-room-words", texts.get("join.words"), room.words(), room.wordsNote())
                .like(texts.get("join.example"))
                .onEnter(model::join);
        words.input().focusedProperty().subscribe(focused -> {
            if (!focused) room.wordsLeft();
        });
        var name = new InputField("join-room-name", texts.get("room.name"), room.name(), room.nameNote())
                .like(texts.get("room.example"))
                .onEnter(() -> {
                    if (room.words().get().isBlank()) {
                        focusWords();
                    } else {
                        model.join();
                    }
                });

        var about = new Suggestions(texts, room.about(), offered -> {
            room.name().set(offered.name());
            focusWords();
        });
        var join = new WorkingButton(texts.get("join.do"), model.working());
        join.button().setId("join-room");
        join.button().setOnAction(_ -> model.join());
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(name, about, words, space, join);
    }

    void focusWords() {
        words.input().requestFocus();
    }
}
