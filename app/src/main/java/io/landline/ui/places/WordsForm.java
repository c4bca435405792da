package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Contacts.Contact;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomKey;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.RoomViewModel.Member;
import io.landline.ui.places.RoomViewModel.Shown;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The words that a room is to get, and who gets them. JavaFX thread.
final class WordsForm extends VBox {
    private final PageContext context;
    private final Texts texts;
    private final Runnable done;
    private final TextField words = new TextField();
    private final VBox people = new VBox();
    private final Map<Fingerprint, CheckBox> boxes = new LinkedHashMap<>();
    private final Set<Fingerprint> coming = new HashSet<>();
    private final Button change;
    private @Nullable String key;
    /// Whether the words are being changed, which takes its time: they are stretched.
    private boolean working;

    /// @param done is run when the words are changed, or stay
    WordsForm(PageContext context, Texts texts, Runnable done) {
        this.context = context;
        this.texts = texts;
        this.done = done;
        words.setId("new-words");
        words.setAccessibleText(texts.get("words.new"));
        people.getStyleClass().add("place-rows");
        change = new TextButton("change-words-do", texts.get("words.change.do"), this::change);
        change.getStyleClass().add(Styles.ACCENT);
        words.textProperty().subscribe(this::look);
        words.setOnAction(_ -> change.fire());
        var buttons = new ControlLine(change, new TextButton("change-words-not", texts.get("words.change.not"), done));
        buttons.getStyleClass().add("safety-buttons");
        getStyleClass().add("place-offer");
        getChildren().addAll(Paragraph.styled(texts.get("words.new"), Styles.TEXT_BOLD), words, new TypedEmoji(words),
                Paragraph.styled(texts.get("words.who"), Styles.TEXT_BOLD),
                Paragraph.muted(texts.get("words.who.meaning")),
                people, buttons);
    }

    private void look() {
        change.setDisable(working || !RoomKey.fits(words.getText()));
    }

    private void setWorking(boolean now) {
        working = now;
        look();
    }

    /// Everybody is chosen but for people that the user blocked, and those who bear a name of somebody known.
    void begin(Shown room) {
        key = room.room().key();
        boxes.clear();
        coming.clear();
        coming.addAll(room.words().lackingPeers());
        people.getChildren().clear();
        room.members().forEach(each -> add(each.contact(), isChosen(each.contact())));
        if (boxes.isEmpty()) people.getChildren().add(Paragraph.muted(texts.get("members.none")));
        words.clear();
        context.background().run(() -> context.node().rooms().suggestKey(), suggested -> {
            if (words.getText().isEmpty()) words.setText(suggested);
        }, this::say);
        words.requestFocus();
    }

    /// Who has joined since stands below the others. They are chosen by hand, but for those who were to get the words
    /// before: one changes words to leave somebody out, who may join again under another name. What was chosen of the
    /// others stays.
    void follow(Shown room) {
        for (Member each : room.members()) {
            Fingerprint peer = each.contact().peer();
            if (boxes.containsKey(peer)) continue;
            if (boxes.isEmpty()) people.getChildren().clear();
            add(each.contact(), coming.contains(peer) && isChosen(each.contact()));
        }
    }

    private static boolean isChosen(Contact member) {
        return !member.blocked() && !member.notTheOne();
    }

    private void add(Contact member, boolean isChosen) {
        CheckBox box = box(member);
        box.setSelected(isChosen);
        boxes.put(member.peer(), box);
        people.getChildren().add(box);
    }

    private CheckBox box(Contact member) {
        String name = PeerText.person(member.name());
        if (member.notTheOne()) name = texts.format("member.not-the-one", name, member.peer().brief());
        var label = new EmojiLabel(name);
        label.getStyleClass().add("place-chosen-name");
        var box = new CheckBox();
        box.setGraphic(label);
        box.setAccessibleText(name);
        box.getStyleClass().add("place-chosen");
        return box;
    }

    private void change() {
        String room = key;
        if (room == null || change.isDisabled()) return;
        Set<Fingerprint> chosen = new HashSet<>(coming);
        boxes.forEach((peer, box) -> {
            if (box.isSelected()) {
                chosen.add(peer);
            } else {
                chosen.remove(peer);
            }
        });
        String typed = words.getText();
        setWorking(true);
        context.background().run(() -> context.node().rooms().changeWords(room, typed, chosen), _ -> {
            setWorking(false);
            done.run();
            context.notices().done(texts.format("words.changed", PeerText.line(room)));
        }, why -> {
            setWorking(false);
            say(why);
        });
    }

    private void say(Exception why) {
        context.notices().problem(ErrorMessages.sentence(context.language(), why));
    }
}
