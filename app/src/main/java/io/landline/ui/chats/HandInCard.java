package io.landline.ui.chats;

import io.landline.node.port.BoxItem;
import io.landline.ui.look.WrappingLabel;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// A hand-in box: what is collected, until when, and how much. JavaFX thread.
final class HandInCard extends VBox {
    private final Texts texts;
    private final ChatsContext context;
    private final AmountFormatter amounts;

    HandInCard(ChatsContext context) {
        this.context = context;
        texts = context.texts();
        amounts = new AmountFormatter(context.page().language());
        getStyleClass().add("chats-poll");
    }

    void show(BoxItem item) {
        var parts = new ArrayList<Node>();
        parts.add(new WrappingLabel(texts.get("box.kind")));
        var title = new WrappingLabel(PeerText.block(item.what().title()));
        title.getStyleClass().add("chats-poll-question");
        parts.add(title);
        parts.add(new WrappingLabel(state(item)));
        if (item.isOpen()) {
            if (!item.what().pattern().isEmpty()) {
                parts.add(new WrappingLabel(texts.format("box.pattern", PeerText.line(item.what().pattern()))));
            }
            parts.add(new WrappingLabel(texts.format("box.limit", amounts.bytes(item.what().maxBytes()))));
        }
        getChildren().setAll(parts);
    }

    private String state(BoxItem item) {
        if (!item.isOpen()) return texts.get("box.closed");
        Instant until = item.what().until();
        return texts.format(until.isAfter(context.clock().instant()) ? "box.until" : "box.late",
                context.moments().whole(until));
    }
}
