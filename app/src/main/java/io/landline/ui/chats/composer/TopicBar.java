package io.landline.ui.chats.composer;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Quote;
import io.landline.ui.chats.message.QuoteText;
import io.landline.ui.control.IconButton;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.text.PeerText;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Above the composer: which message is being answered or changed, and the way out. JavaFX thread.
final class TopicBar extends HBox {
    private static final int CHARACTERS_MAX = 200;

    private final Texts texts;
    private final EmojiLabel what = new EmojiLabel();
    private final EmojiLabel words = new EmojiLabel();

    TopicBar(Texts texts, Runnable cancel) {
        this.texts = texts;
        setId("composer-topic");
        getStyleClass().add("chats-topic");
        setAlignment(Pos.CENTER_LEFT);
        what.getStyleClass().add("chats-topic-what");
        words.getStyleClass().add("chats-topic-words");
        words.setMinWidth(0);
        var both = new VBox(what, words);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        var close = new IconButton("composer-topic-cancel", Feather.X, texts.get("topic.cancel"));
        close.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        close.setOnAction(_ -> cancel.run());
        getChildren().addAll(both, close);
        managedProperty().bind(visibleProperty());
        show(null);
    }

    void show(@Nullable ComposerTopic topic) {
        setVisible(topic != null);
        switch (topic) {
            case ComposerTopic.Reply(_, Quote quote) -> {
                what.setText(quote.own()
                        ? texts.get("topic.reply.own")
                        : texts.format("topic.reply", PeerText.person(quote.name())));
                words.setText(new QuoteText(texts).of(quote));
            }
            case ComposerTopic.Edit edit -> {
                what.setText(texts.get("topic.edit"));
                words.setText(PeerText.excerpt(edit.text(), CHARACTERS_MAX));
            }
            case null -> {
            }
        }
    }
}
