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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The words that a room is to get, and who gets them: at first all that the node proposes. Of many members a part has
/// a box; the others get the words as proposed. JavaFX thread.
final class WordsForm extends VBox {
    private final PageContext context;
    private final Texts texts;
    private final Runnable done;
    private final TextField words = new TextField();
    private final VBox people = new VBox();
    private final Label more = Paragraph.muted("");
    private final Map<Fingerprint, CheckBox> boxes = new HashMap<>();
    /// All who get the words.
    private final Set<Fingerprint> chosen = new HashSet<>();
    private @Nullable Shown room;
    private final Button change;
    /// What the node is asked to propose: an earlier answer that comes late counts for nothing. Null once it is there.
    private @Nullable Object proposal;
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
        buttons.getStyleClass().add("sheet-buttons");
        getStyleClass().add("place-offer");
        getChildren().addAll(Paragraph.styled(texts.get("words.new"), Styles.TEXT_BOLD), words, new TypedEmoji(words),
                Paragraph.styled(texts.get("words.who"), Styles.TEXT_BOLD),
                Paragraph.muted(texts.get("words.who.meaning")),
                people, buttons);
    }

    private void look() {
        change.setDisable(working || proposal != null || !RoomKey.fits(words.getText()));
    }

    private void setWorking(boolean now) {
        working = now;
        look();
    }

    /// All that the node proposes are chosen, but for those who bear a name of somebody known. Nothing is changed
    /// before it has proposed.
    void begin(Shown now) {
        boxes.clear();
        chosen.clear();
        chosen.addAll(now.words().lackingPeers());
        now.members().forEach(each -> chosen.add(each.contact().peer()));
        people.getChildren().clear();
        words.clear();
        var asked = new Object();
        proposal = asked;
        follow(now);
        look();
        context.background().run(() -> context.node().rooms().wordsGoTo(now.room().key(), Set.of()), proposed -> {
            if (proposal == asked) propose(proposed.chosen());
        }, why -> {
            if (proposal == asked) propose(Set.copyOf(chosen));
            say(why);
        });
        context.background().run(() -> context.node().rooms().suggestKey(), suggested -> {
            if (words.getText().isEmpty()) words.setText(suggested);
        }, this::say);
        words.requestFocus();
    }

    /// Nobody gets words who stands nowhere in this sheet.
    private void propose(Set<Fingerprint> proposed) {
        proposal = null;
        chosen.retainAll(proposed);
        boxes.forEach((peer, box) -> box.setSelected(chosen.contains(peer)));
        if (room != null) follow(room);
        look();
    }

    /// Who has joined since stands below the others. They are chosen by hand, but for those who were to get the words
    /// before: one changes words to leave somebody out, who may join again under another name. What was chosen of the
    /// others stays.
    void follow(Shown now) {
        room = now;
        int others = 0;
        int chosenOfThem = 0;
        people.getChildren().remove(more);
        for (Member each : now.members()) {
            Contact member = each.contact();
            if (boxes.containsKey(member.peer())) continue;
            if (!isChosen(member)) chosen.remove(member.peer());
            if (boxes.size() < MembersPart.MEMBERS_MAX) {
                if (boxes.isEmpty()) people.getChildren().clear();
                add(member);
            } else {
                others++;
                if (chosen.contains(member.peer())) chosenOfThem++;
            }
        }
        if (boxes.isEmpty()) people.getChildren().setAll(Paragraph.muted(texts.get("members.none")));
        more.setText(texts.format("words.more", others, chosenOfThem));
        if (others > 0) people.getChildren().add(more);
    }

    private static boolean isChosen(Contact member) {
        return !member.blocked() && !member.notTheOne();
    }

    private void add(Contact member) {
        CheckBox box = box(member);
        box.setSelected(chosen.contains(member.peer()));
        box.selectedProperty().subscribe(isChosen -> {
            if (isChosen) {
                chosen.add(member.peer());
            } else {
                chosen.remove(member.peer());
            }
        });
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
        Shown now = room;
        if (now == null || change.isDisabled()) return;
        String key = now.room().key();
        Set<Fingerprint> wanted = Set.copyOf(chosen);
        String typed = words.getText();
        setWorking(true);
        context.background().run(() -> context.node().rooms().changeWords(key, typed, wanted), _ -> {
            setWorking(false);
            done.run();
            context.notices().done(texts.format("words.changed", PeerText.line(key)));
        }, why -> {
            setWorking(false);
            say(why);
        });
    }

    private void say(Exception why) {
        context.notices().problem(ErrorMessages.sentence(context.language(), why));
    }
}
