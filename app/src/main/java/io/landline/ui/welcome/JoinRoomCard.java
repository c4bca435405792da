package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.InputField;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.TextButton;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// *Join a room*. JavaFX thread.
final class JoinRoomCard extends ChoiceCard {
    private final InputField words;
    private final InputField name;

    /// @param title what it is for: another room, or words to correct
    /// @param joining what Enter and the button do
    JoinRoomCard(WelcomeViewModel model, Texts texts, String title, String meaning, Runnable joining) {
        super(Feather.LOG_IN, title, meaning);
        JoinRoomViewModel room = model.joinRoom();
        words = new InputField("join-room-words", texts.get("join.words"), room.words(), room.wordsNote())
                .like(texts.get("join.example"))
                .onEnter(joining);
        words.input().setTextFormatter(new TextFormatter<>(change -> {
            String found = change.isContentChange() ? room.fromInvitation(change.getControlNewText()) : null;
            if (found != null) {
                change.setRange(0, change.getControlText().length());
                change.setText(found);
                change.selectRange(found.length(), found.length());
            }
            return change;
        }));
        words.input().focusedProperty().subscribe(focused -> {
            if (!focused) room.wordsLeft();
        });
        name = new InputField("join-room-name", texts.get("room.name"), room.name(), room.nameNote())
                .like(texts.get("room.example"))
                .onEnter(() -> {
                    if (room.words().get().isBlank()) {
                        focusWords();
                    } else {
                        joining.run();
                    }
                });

        var about = new Suggestions(texts, room.about(), offered -> {
            room.name().set(offered.name());
            focusWords();
        });
        var tips = new WordTips(room, texts, this::focusWords);
        var join = new WorkingButton(texts.get("join.do"), model.working());
        join.button().setId("join-room");
        join.button().setOnAction(_ -> joining.run());
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(name, about, words, tips, allTheSame(model, texts), space, trial(model, texts), join);
        room.wordsNote().subscribe(note -> {
            if (note.kind() == FieldNote.Kind.BAD && !words.input().isFocused()) focusWords();
        });
    }

    /// Takes words that are not of the list: asked only after *Join*.
    private static Button allTheSame(WelcomeViewModel model, Texts texts) {
        var button = new TextButton("join-all-the-same", texts.get("words.all-the-same"), model::joinAllTheSame);
        button.managedProperty().bind(model.joinRoom().asking());
        button.visibleProperty().bind(button.managedProperty());
        return button;
    }

    /// What is to say while the words are tried, and the way out.
    private static HBox trial(WelcomeViewModel model, Texts texts) {
        var note = new NoteLine(model.trial().note());
        HBox.setHgrow(note, Priority.ALWAYS);
        var stop = new Button(texts.get("trial.stop"));
        stop.setId("stop-trial");
        stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> model.trial().giveUp());
        var line = new HBox(note, stop);
        line.getStyleClass().add("welcome-trial");
        line.managedProperty().bind(model.trial().running());
        line.visibleProperty().bind(line.managedProperty());
        return line;
    }

    /// From the top on.
    List<InputField> fields() {
        return List.of(name, words);
    }

    void focus() {
        if (name.input().getText().isBlank()) {
            name.input().requestFocus();
        } else {
            focusWords();
        }
    }

    void focusWords() {
        words.input().requestFocus();
        words.input().end();
    }
}
