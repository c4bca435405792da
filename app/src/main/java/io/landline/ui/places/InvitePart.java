package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.RoomKeyWords;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.look.Icon;
import io.landline.ui.sheet.SheetPart;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How others get into a room: its words, once asked for, as others may look at the screen; the invitation and the link
/// to copy. JavaFX thread.
final class InvitePart extends SheetPart {
    private final Texts texts;
    private final Label how = Paragraph.muted("");
    private final StringProperty words = new SimpleStringProperty("");
    private final RoomKeyWords keyWords = new RoomKeyWords(words);
    private final Button showWords;
    private final Button copy;
    private final Button copyLink;
    private @Nullable OwnRoom room;

    InvitePart(Texts texts, RoomViewModel model) {
        super("invite-heading", texts.get("invite"));
        this.texts = texts;
        showWords = new TextButton("show-words", "", () -> wordsShown(words.get().isEmpty()));
        copy = new CopyButton(texts.get("invite.copy"), texts.get("copied"),
                () -> room == null ? "" : model.invitation(room));
        copy.setId("copy-invitation");
        copyLink = new CopyButton(texts.get("invite.link"), texts.get("copied"),
                () -> room == null ? "" : RoomViewModel.link(room).orElse(""));
        copyLink.setId("copy-link");
        keyWords.setId("room-words");
        var buttons = new ControlLine(showWords, copy, copyLink);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren().addAll(how, buttons, keyWords); // a click on the button does not move it
        for (Button each : new Button[]{showWords, copy, copyLink}) each.getStyleClass().add(Styles.FLAT);
        wordsShown(false);
    }

    void show(OwnRoom now) {
        room = now;
        how.setText(texts.get(now.open() ? "invite.open" : "invite.words"));
        Visibility.show(showWords, now.words() != null);
        Visibility.show(copyLink, RoomViewModel.link(now).isPresent());
        wordsShown(!words.get().isEmpty());
    }

    void focus() {
        (showWords.isVisible() ? showWords : copy).requestFocus();
    }

    private void wordsShown(boolean now) {
        OwnRoom of = room;
        words.set(now && of != null && of.words() != null ? of.words() : "");
        Visibility.show(keyWords, !words.get().isEmpty());
        showWords.setText(texts.get(now ? "invite.words.hide" : "invite.words.show"));
        showWords.setGraphic(new Icon(now ? Feather.EYE_OFF : Feather.EYE));
    }
}
