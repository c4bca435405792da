package io.landline.ui.places;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// Asks in place whether a person is to be blocked. JavaFX thread.
public final class BlockQuestion {
    private final PopOver popOver = new PopOver();
    private final TextButton no;

    /// @param name safe to show
    public BlockQuestion(PageContext context, String name, Runnable block) {
        Texts texts = context.texts(BlockQuestion.class);
        var title = Paragraph.styled(texts.format("block.ask", name), Styles.TEXT_BOLD);
        var yes = new TextButton("block-yes", texts.get("block.do"), () -> {
            popOver.hide();
            block.run();
        });
        yes.getStyleClass().add(Styles.DANGER);
        no = new TextButton("block-no", texts.get("block.no"), popOver::hide);
        var buttons = new FlowPane(yes, no);
        buttons.getStyleClass().add("safety-buttons");
        var content = new VBox(title, Paragraph.muted(texts.get("block.meaning")), buttons);
        content.getStyleClass().add("safety-question");
        content.getStylesheets()
                .add(requireNonNull(BlockQuestion.class.getResource("places.css")).toExternalForm());
        popOver.setContentNode(content);
        popOver.setTitle(title.getText());
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    }

    public void showAt(Node owner) {
        popOver.show(owner);
        no.requestFocus();
    }
}
