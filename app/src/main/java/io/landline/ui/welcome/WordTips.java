package io.landline.ui.welcome;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.text.PeerText;
import io.landline.ui.welcome.JoinRoomViewModel.WordTip;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;

/// *Did you mean:* with a button for each offered word; takes no room while there is none. JavaFX thread.
final class WordTips extends ControlLine {
    private final JoinRoomViewModel room;
    private final Texts texts;
    private final Runnable taken;

    /// @param taken is run after a word was taken
    WordTips(JoinRoomViewModel room, Texts texts, Runnable taken) {
        this.room = room;
        this.texts = texts;
        this.taken = taken;
        setId("word-tips");
        getStyleClass().add("welcome-about");
        managedProperty().bind(Bindings.isNotEmpty(room.tips()));
        visibleProperty().bind(managedProperty());
        room.tips().addListener((ListChangeListener<WordTip>) _ -> show());
        show();
    }

    private void show() {
        getChildren().setAll(Paragraph.muted(texts.get("tips")));
        for (WordTip tip : room.tips()) {
            var button = new Button(tip.listed());
            button.setMnemonicParsing(false);
            button.setAccessibleText(texts.format("tips.named", tip.listed(), PeerText.line(tip.typed())));
            button.getStyleClass().add(Styles.SMALL);
            button.setOnAction(_ -> {
                room.take(tip);
                taken.run();
            });
            getChildren().add(button);
        }
    }
}
