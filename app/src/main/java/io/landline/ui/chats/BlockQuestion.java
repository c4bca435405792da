package io.landline.ui.chats;

import atlantafx.base.theme.Styles;
import io.landline.ui.look.WrappingLabel;
import io.landline.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// Asks in place whether a person is to be blocked. JavaFX thread.
final class BlockQuestion {
    private final PopOver popOver = new PopOver();
    private final Button no;

    /// @param name safe to show
    BlockQuestion(Texts texts, String name, Runnable block) {
        var title = new WrappingLabel(texts.format("block.ask", name));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        var meaning = new WrappingLabel(texts.get("block.meaning"));
        meaning.getStyleClass().add(Styles.TEXT_MUTED);
        Button yes = button("block-yes", texts.get("limit.block"));
        yes.getStyleClass().add(Styles.DANGER);
        yes.setOnAction(_ -> {
            popOver.hide();
            block.run();
        });
        no = button("block-no", texts.get("block.no"));
        no.setOnAction(_ -> popOver.hide());
        var buttons = new HBox(yes, no);
        buttons.getStyleClass().add("chats-address-line");
        var content = new VBox(title, meaning, buttons);
        content.getStyleClass().add("chats-address");
        content.getStylesheets().add(ChatsPage.STYLES);
        popOver.setContentNode(content);
        popOver.setTitle(title.getText());
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    }

    private static Button button(String id, String words) {
        var button = new Button(words);
        button.setId(id);
        button.setMnemonicParsing(false);
        return button;
    }

    void showAt(Node owner) {
        popOver.show(owner);
        no.requestFocus();
    }
}
