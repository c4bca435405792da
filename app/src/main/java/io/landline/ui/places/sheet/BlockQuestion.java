package io.landline.ui.places.sheet;

import io.landline.language.Texts;
import io.landline.ui.control.TextButton;
import io.landline.ui.page.PageContext;
import javafx.scene.Node;

/// Asks in place whether a person is to be blocked. JavaFX thread.
public final class BlockQuestion {
    private final QuestionPopOver popOver;

    /// @param name safe to show
    public BlockQuestion(PageContext context, String name, Runnable block) {
        Texts texts = context.texts(BlockQuestion.class);
        popOver = new QuestionPopOver(texts.format("block.ask", name), texts.get("block.meaning"),
                new TextButton("block-yes", texts.get("block.do")), new TextButton("block-no", texts.get("block.no")),
                block);
    }

    public void showAt(Node owner) {
        popOver.showAt(owner);
    }
}
