package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.NodeTree;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.RoomViewModel.Shown;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// New words of a room: those that somebody offers, to be taken or turned down; and the user's own change, with who
/// does not have them yet. JavaFX thread.
final class WordsPart extends SheetPart {
    private final PageContext context;
    private final Texts texts;
    private final VBox offers = new VBox();
    private final Label lacking = Paragraph.muted("");
    private final Button change;
    private final WordsForm form;
    private List<OfferedWords> shown = List.of();
    private @Nullable Shown room;
    /// Whether an answer to somebody's offer is being carried out.
    private final BooleanProperty answering = new SimpleBooleanProperty();

    WordsPart(PageContext context, Texts texts) {
        super("words-heading", texts.get("words"));
        this.context = context;
        this.texts = texts;
        offers.getStyleClass().add("place-offers");
        lacking.setId("words-lacking");
        change = new TextButton("change-words", texts.get("words.change"), this::begin);
        change.getStyleClass().add(Styles.FLAT);
        form = new WordsForm(context, texts, this::end);
        getChildren().addAll(offers, lacking, change, form);
        end();
    }

    void show(Shown now) {
        room = now;
        if (form.isVisible()) form.follow(now);
        Visibility.show(this, !now.room().open());
        if (!now.words().offers().equals(shown)) {
            shown = now.words().offers();
            offers.getChildren().setAll(shown.stream().map(this::offer).toList());
        }
        Visibility.show(offers, !shown.isEmpty());
        List<String> names = now.words().lacking().stream().map(PeerText::person).toList();
        lacking.setText(names.isEmpty() ? "" : texts.format("words.lacking", texts.list(names)));
        Visibility.show(lacking, !names.isEmpty());
    }

    /// Whether the user is at the form of their own change.
    boolean isTyped() {
        return getScene() != null && NodeTree.isIn(getScene().getFocusOwner(), form);
    }

    private Node offer(OfferedWords offer) {
        Label question = Paragraph.styled(texts.format("words.offered", PeerText.person(offer.name()),
                PeerText.line(offer.key())), Styles.TEXT_BOLD);
        var take = new TextButton("take-words", texts.get("words.take"),
                () -> run(() -> context.node().rooms().takeWords(offer.change())));
        take.getStyleClass().add(Styles.ACCENT);
        var decline = new TextButton("decline-words", texts.get("words.decline"), () -> run(() -> {
            context.node().rooms().declineWords(offer.change());
            return offer;
        }));
        for (TextButton each : List.of(take, decline)) each.disableProperty().bind(answering);
        var buttons = new ControlLine(take, decline);
        buttons.getStyleClass().add("sheet-buttons");
        var box = new VBox(question, Paragraph.muted(texts.get("words.meaning")), buttons);
        box.getStyleClass().add("place-offer");
        return box;
    }

    private interface Step {
        Object run() throws Exception;
    }

    private void run(Step step) {
        answering.set(true);
        context.background().run(step::run, _ -> answering.set(false), why -> {
            answering.set(false);
            context.notices().problem(ErrorMessages.sentence(context.language(), why));
        });
    }

    private void begin() {
        Shown now = room;
        if (now == null) return;
        Visibility.show(form, true); // first: what is not shown gets no keyboard
        form.begin(now);
        Visibility.show(change, false);
    }

    /// Who was in the form with the keyboard is where it was opened.
    private void end() {
        Visibility.show(change, true);
        if (form.isFocusWithin()) change.requestFocus();
        Visibility.show(form, false);
    }
}
