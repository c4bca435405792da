package io.landline.ui.chats.message;

import io.landline.chat.TimelinePosition;
import io.landline.language.Texts;
import io.landline.node.port.Quote;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.text.PeerText;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a message answers, in two lines above it. A click leads there. JavaFX thread.
public final class QuoteBox extends VBox {
    private final Texts texts;
    private final EmojiLabel who = new EmojiLabel();
    private final EmojiLabel words = new EmojiLabel();
    private @Nullable TimelinePosition place;

    public QuoteBox(Texts texts, Consumer<TimelinePosition> jump) {
        this.texts = texts;
        getStyleClass().add("chats-quote");
        who.getStyleClass().add("chats-quote-who");
        words.getStyleClass().add("chats-quote-words");
        setAccessibleRole(AccessibleRole.BUTTON);
        setMinWidth(0);
        getChildren().addAll(who, words);
        setOnMouseClicked(click -> {
            if (place == null || click.getButton() != MouseButton.PRIMARY) return;
            jump.accept(place);
            click.consume();
        });
    }

    public void show(Quote quote) {
        place = quote.position();
        setCursor(place == null ? Cursor.DEFAULT : Cursor.HAND);
        boolean isHere = place != null;
        who.setText(quote.own() ? texts.get("entry.you") : PeerText.person(quote.name()));
        Visibility.show(who, isHere);
        words.setText(new QuoteText(texts).of(quote));
        setAccessibleText(texts.format("quote.accessible", isHere ? who.said() : "", words.said()));
    }
}
