package io.landline.ui.chats;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;

/// What stands between the head of a conversation and what one writes: search, notices, bars, and the messages. It gets
/// what those two leave, be it little, so what one writes stays in the window. Where the bars would leave the messages
/// less than a few lines, they are not shown. What has no room even then is cut at its end. JavaFX thread.
final class MessagesColumn extends VBox {
    /// In `em`: a short message and its time.
    private static final double MESSAGES_MIN_EM = 5;

    private final VBox bars;
    private final ObservableValue<Font> font;

    /// @param above what comes before the bars
    /// @param bars what is pinned, and open folders: both are reached in another way too
    /// @param messages the rest
    /// @param font of text beside it
    MessagesColumn(List<Node> above, List<Node> bars, StackPane messages, ObservableValue<Font> font) {
        this.bars = new VBox(bars.toArray(Node[]::new));
        this.font = font;
        this.bars.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(above);
        getChildren().addAll(this.bars, messages);
        messages.setMinHeight(0);
        messages.setPrefHeight(0);
        messages.setAlignment(Pos.TOP_CENTER); // what has no room is cut at its end, and covers nothing above it
        setMinHeight(0);
        setPrefHeight(0); // takes what the others leave: a list asks for 400, and a low window would squeeze all
        clip(this);
        clip(messages);
        this.bars.managedProperty().bind(this.bars.visibleProperty());
        heightProperty().subscribe(this::arrange);
        font.subscribe(this::arrange);
        bars.forEach(each -> each.managedProperty().subscribe(this::arrange));
    }

    private static void clip(Region part) {
        var visible = new Rectangle();
        visible.widthProperty().bind(part.widthProperty());
        visible.heightProperty().bind(part.heightProperty());
        part.setClip(visible);
    }

    private void arrange() {
        if (getHeight() <= 0) return;
        Insets around = getInsets();
        double left = getHeight() - around.getTop() - around.getBottom() - bars.prefHeight(getWidth());
        bars.setVisible(left >= MESSAGES_MIN_EM * font.getValue().getSize());
    }
}
