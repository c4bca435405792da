package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.look.Icon;
import io.landline.ui.places.SafetyViewModel.Shown;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Blocking a person: a button for the sheet's head, and below the head the question before it, or the way back after
/// it. JavaFX thread.
final class BlockPart extends VBox {
    private final Texts texts;
    private final Button ask;
    private final Label question = Paragraph.plain("");
    private final Label meaning = Paragraph.muted("");
    private final Button yes;
    private final Button no;
    private final Button unblock;
    private final ControlLine buttons = new ControlLine();
    private boolean asking;
    private boolean known;
    private boolean blocked;

    BlockPart(Texts texts, SafetyViewModel model) {
        this.texts = texts;
        ask = new TextButton("block", texts.get("block.do"), () -> ask(true));
        ask.setGraphic(new Icon(Feather.SLASH));
        yes = new TextButton("block-yes", texts.get("block.do"), () -> {
            ask(false);
            model.setBlocked(true);
        });
        yes.getStyleClass().add(Styles.DANGER);
        no = new TextButton("block-no", texts.get("block.no"), () -> {
            ask(false);
            ask.requestFocus();
        });
        unblock = new TextButton("unblock", texts.get("unblock.do"), () -> model.setBlocked(false));
        question.setId("block-question");
        question.getStyleClass().add(Styles.TEXT_BOLD);
        for (Button each : new Button[]{ask, yes, unblock}) each.disableProperty().bind(model.working());
        buttons.getStyleClass().add("sheet-buttons");
        buttons.getChildren().addAll(yes, no, unblock);
        getStyleClass().add("safety-block");
        getChildren().addAll(question, meaning, buttons);
        arrange();
    }

    /// What begins it, for the head of the sheet.
    Button opener() {
        return ask;
    }

    void show(Shown person) {
        known = person.known();
        blocked = person.blocked();
        if (blocked || !known) asking = false;
        question.setText(texts.format("block.ask", person.title()));
        meaning.setText(blocked ? texts.get("blocked") : texts.get("block.meaning"));
        arrange();
    }

    private void ask(boolean now) {
        asking = now;
        arrange();
        if (now) no.requestFocus();
    }

    private void arrange() {
        Visibility.show(this, known && (asking || blocked));
        Visibility.show(ask, known && !blocked && !asking);
        Visibility.show(question, asking);
        Visibility.show(yes, asking);
        Visibility.show(no, asking);
        Visibility.show(unblock, blocked);
    }
}
