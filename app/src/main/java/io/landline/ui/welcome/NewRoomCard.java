package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.InputField;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.RoomKeyWords;
import io.landline.ui.look.Icon;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// *Create a room*. JavaFX thread.
final class NewRoomCard extends ChoiceCard {
    private final InputField name;
    private final ObservableValue<String> said; // nobody else holds it

    /// @param creating what Enter and the button do
    NewRoomCard(WelcomeViewModel model, Texts texts, Runnable creating) {
        super(Feather.PLUS_CIRCLE, texts.get("new.title"), texts.get("new.meaning"));
        NewRoomViewModel room = model.newRoom();
        name = new InputField("new-room-name", texts.get("room.name"), room.name(), room.note())
                .like(texts.get("room.example"))
                .onEnter(creating);

        var other = new Button(texts.get("new.other"), new Icon(Feather.REFRESH_CW));
        other.setId("other-words");
        other.getStyleClass().add(Styles.FLAT);
        other.setOnAction(_ -> room.otherWords());
        other.disableProperty().bind(model.working());
        var copy = new CopyButton(texts.get("copy.invitation"), texts.get("copied"), room::invitation);
        copy.setId("copy-invitation");
        copy.getStyleClass().add(Styles.FLAT);
        copy.disableProperty().bind(room.inviting().not());
        var words = new RoomKeyWords(room.words());
        words.setId("new-room-words");
        var aloud = Paragraph.muted("");
        aloud.setId("invitation-aloud");
        said = room.aloud();
        said.subscribe(aloud::setText);
        var key = new VBox(words, new ControlLine(other, copy), aloud);
        key.getStyleClass().add("welcome-key");

        var create = new WorkingButton(texts.get("new.do"), model.working());
        create.button().setId("create-room");
        create.button().setOnAction(_ -> creating.run());
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        getChildren().addAll(name, key, space, create);
    }

    /// From the top on.
    List<InputField> fields() {
        return List.of(name);
    }

    void focus() {
        name.input().requestFocus();
    }
}
