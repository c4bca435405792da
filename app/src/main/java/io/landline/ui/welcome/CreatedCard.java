package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.node.RoomBook.OwnRoom;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// The room is there: its words once more, and what comes next. JavaFX thread.
final class CreatedCard extends ChoiceCard {
    CreatedCard(WelcomeViewModel model, Texts texts, OwnRoom room) {
        super(Feather.CHECK_CIRCLE, texts.format("created.title", PeerText.line(room.name())), texts.get("created.meaning"));
        String words = room.words() == null ? "" : room.words();
        String invitation = model.newRoom().invitationTo(room.name(), words);
        var shown = new KeyWords(new SimpleStringProperty(words));
        shown.setId("created-words");
        shown.getStyleClass().add("large");
        var copy = new CopyButton(texts.get("copy.invitation"), texts.get("copied"), () -> invitation);
        copy.setId("copy-created");
        var start = new Button(texts.get("created.do"));
        start.setId("start-chatting");
        start.setMnemonicParsing(false);
        start.setDefaultButton(true);
        start.setOnAction(_ -> model.goOn());
        var buttons = new FlowPane(copy, start);
        buttons.getStyleClass().add("welcome-buttons");
        getStyleClass().add("welcome-narrow");
        getChildren().addAll(shown, Prose.styled(texts.get("created.unconfirmed"), Styles.TEXT_MUTED), buttons);
    }
}
