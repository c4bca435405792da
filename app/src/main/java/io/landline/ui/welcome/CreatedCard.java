package io.landline.ui.welcome;

import io.landline.node.Rooms.OwnRoom;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import javafx.beans.property.SimpleStringProperty;
import org.kordamp.ikonli.feather.Feather;

/// The room is there: its words once more, and what comes next. JavaFX thread.
final class CreatedCard extends AnswerCard {
    CreatedCard(WelcomeViewModel model, Texts texts, OwnRoom room) {
        super(Feather.CHECK_CIRCLE, texts.format("created.title", PeerText.line(room.name())),
                texts.get("created.meaning"));
        String words = room.words() == null ? "" : room.words();
        String invitation = model.newRoom().invitationTo(room.name(), words);
        var shown = new RoomKeyWords(new SimpleStringProperty(words));
        shown.setId("created-words");
        shown.getStyleClass().add("welcome-large");
        var copy = new CopyButton(texts.get("copy.invitation"), texts.get("copied"), () -> invitation);
        copy.setId("copy-created");
        getChildren().addAll(shown, Paragraph.muted(texts.get("created.unconfirmed")));
        answers(copy, answer("start-chatting", texts.get("created.do"), model::goOn));
    }
}
