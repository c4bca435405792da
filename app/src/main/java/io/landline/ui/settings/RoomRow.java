package io.landline.ui.settings;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.RoomKeyWords;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Navigation;
import io.landline.ui.text.PeerText;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One room: what it is called, what is known of its key, and what can be done with it. JavaFX thread.
final class RoomRow extends VBox {
    private final RoomsViewModel model;
    private final Texts texts;
    private final EmojiLabel label = new EmojiLabel();
    private final Label state = Paragraph.muted("");
    private final StringProperty words = new SimpleStringProperty("");
    private final RoomKeyWords keyWords = new RoomKeyWords(words);
    private final Button showWords = new Button();
    private final Button correct;
    private final Button leave;
    private final VBox asking = new VBox();
    private final Label question = Paragraph.plain("");
    private final Button stay;
    private OwnRoom room;

    /// @param navigation leads to the page on which its words are set right
    RoomRow(RoomsViewModel model, Navigation navigation, Texts texts, OwnRoom room) {
        this.model = model;
        this.texts = texts;
        this.room = room;
        label.setMnemonicParsing(false);
        label.setTooltip(new TextTooltip());
        label.getStyleClass().add(Styles.TEXT_BOLD);
        showWords.setMnemonicParsing(false);
        showWords.getStyleClass().add(Styles.FLAT);
        showWords.setOnAction(_ -> wordsShown(words.get().isEmpty()));
        var copy = new CopyButton(texts.get("room.copy"), texts.get("copied"), () -> model.invitation(this.room));
        copy.getStyleClass().add(Styles.FLAT);
        leave = new Button(texts.get("room.leave"), new Icon(Feather.LOG_OUT));
        leave.getStyleClass().addAll(Styles.FLAT, Styles.DANGER);
        leave.setOnAction(_ -> ask(true));
        leave.setId("leave");
        showWords.setId("show-words");
        copy.setId("copy-room-invitation");
        stay = new Button(texts.get("room.leave.no"));
        correct = new Button(texts.get("room.correct"), new Icon(Feather.EDIT_2));
        correct.setId("correct-words");
        correct.getStyleClass().add(Styles.FLAT);
        correct.setOnAction(_ -> navigation.correctWords(this.room.key()));
        ControlLine actions = Section.line(showWords, copy, correct, leave);
        fillAsking();
        getStyleClass().add("settings-row");
        getChildren().addAll(label, state, keyWords, actions, asking);
        show(room);
        wordsShown(false);
        ask(false);
    }

    private void fillAsking() {
        var yes = new Button(texts.get("room.leave.yes"));
        yes.setId("leave-room");
        yes.getStyleClass().add(Styles.DANGER);
        yes.setOnAction(_ -> {
            ask(false);
            model.leave(room);
        });
        stay.setId("stay");
        stay.setOnAction(_ -> {
            ask(false);
            leave.requestFocus();
        });
        asking.getStyleClass().add("settings-asking");
        asking.getChildren().addAll(question, Section.line(yes, stay));
    }

    void show(OwnRoom shown) {
        room = shown;
        String name = PeerText.line(shown.label());
        label.setText(name);
        label.getTooltip().setText(name);
        Visibility.show(showWords, !shown.open());
        Visibility.show(correct, shown.doubtful()); // words that were made here are right
        leave.setAccessibleText(texts.format("room.leave.named", name));
        state.setText(state(shown));
        question.setText(shown.open() ? texts.get("room.leave.ask-open") : texts.get("room.leave.ask"));
        if (!words.get().isEmpty()) wordsShown(true);
    }

    private String state(OwnRoom shown) {
        if (shown.open()) return texts.get("room.open");
        String confirmed = shown.confirmed() ? texts.get("room.confirmed") : texts.get("room.unconfirmed");
        return shown.weak() ? confirmed + " " + texts.get("room.weak") : confirmed;
    }

    private void wordsShown(boolean shown) {
        words.set(shown && room.words() != null ? room.words() : "");
        Visibility.show(keyWords, shown);
        showWords.setText(shown ? texts.get("room.words.hide") : texts.get("room.words.show"));
        showWords.setGraphic(new Icon(shown ? Feather.EYE_OFF : Feather.EYE));
    }

    private void ask(boolean shown) {
        Visibility.show(asking, shown);
        if (shown) stay.requestFocus();
    }
}
