package io.landline.ui.chats.header;

import atlantafx.base.theme.Styles;
import io.landline.chat.TimelinePosition;
import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.header.PinsViewModel.Shown;
import io.landline.ui.chats.message.ItemText;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.WideButton;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.look.Icon;
import io.landline.ui.text.PeerText;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Above the messages: what is pinned. A click leads to it, and the next one stands there then; beside it is the way to
/// the list of all. JavaFX thread.
public final class PinBar extends HBox {
    private static final int CHARACTERS_MAX = 200;

    private final Texts texts;
    private final EmojiLabel which = new EmojiLabel();
    private final EmojiLabel words = new EmojiLabel();
    private final WideButton there;
    private final Subscription subscription;

    /// @param jump leads to a message
    /// @param list shows all that are pinned
    public PinBar(Texts texts, PinsViewModel model, Consumer<TimelinePosition> jump, Runnable list) {
        this.texts = texts;
        setId("pins");
        getStyleClass().add("chats-pins");
        setAlignment(Pos.CENTER_LEFT);
        which.getStyleClass().add("chats-pins-which");
        words.getStyleClass().add("chats-pins-words");
        words.setMinWidth(0);
        var both = new VBox(which, words);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        var content = new HBox(new Icon(Feather.MAP_PIN), both);
        content.setAlignment(Pos.CENTER_LEFT);
        content.getStyleClass().add("chats-pins-content");
        there = new WideButton("chats-head-about", content);
        there.setId("pin-there");
        there.setOnAction(_ -> {
            Shown now = model.shown().get();
            if (now == null) return;
            jump.accept(now.item().position());
            model.step();
        });
        there.setAccessibleText(texts.get("pins.one"));
        HBox.setHgrow(there, Priority.ALWAYS);
        var all = new IconButton("pin-list", Feather.LIST, texts.get("pins.list"));
        all.getStyleClass().add(Styles.FLAT);
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(_ -> list.run());
        getChildren().addAll(there, all);
        managedProperty().bind(visibleProperty());
        subscription = model.shown().subscribe(this::show);
    }

    private void show(@Nullable Shown now) {
        setVisible(now != null);
        if (now == null) return;
        which.setText(now.count() == 1 ? texts.get("pins.one") : texts.format("pins.place", now.place(), now.count()));
        String line = now.item() instanceof TimelineItem.PollItem poll
                ? texts.format("list.poll", poll.question())
                : new ItemText(texts).of(now.item()).strip();
        String beginning = PeerText.shortened(line, CHARACTERS_MAX);
        boolean isSafe = now.item() instanceof TimelineItem.Offer; // names of files
        words.setText(isSafe ? beginning : PeerText.excerpt(beginning));
        there.setAccessibleText(texts.format("pins.accessible", which.said(), words.said()));
    }

    public void close() {
        subscription.unsubscribe();
    }
}
