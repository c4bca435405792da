package io.landline.ui.places.sheet;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.sheet.SheetScroll;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// A question beside what was pressed, before a step that somebody may regret. The keyboard is on the answer that
/// changes nothing. JavaFX thread.
final class QuestionPopOver {
    private final PopOver popOver = new PopOver();
    private final TextButton no;

    /// @param meaning what *yes* does
    QuestionPopOver(String question, String meaning, TextButton yes, TextButton no, Runnable act) {
        this.no = no;
        var title = Paragraph.styled(question, Styles.TEXT_BOLD);
        yes.setOnAction(_ -> {
            popOver.hide();
            act.run();
        });
        yes.getStyleClass().add(Styles.DANGER);
        no.setOnAction(_ -> popOver.hide());
        var buttons = new ControlLine(yes, no);
        buttons.getStyleClass().add("sheet-buttons");
        var content = new VBox(title, Paragraph.muted(meaning), buttons);
        content.getStyleClass().add("sheet-question");
        content.getStylesheets().add(SheetScroll.styleSheet());
        popOver.setContentNode(content);
        popOver.setTitle(question);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    }

    void showAt(Node owner) {
        popOver.show(owner);
        no.requestFocus();
    }
}
