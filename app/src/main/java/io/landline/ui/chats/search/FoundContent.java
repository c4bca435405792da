package io.landline.ui.chats.search;

import io.landline.language.LeftToRight;
import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.message.ItemText;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.paragraph.MessageText;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.TimeFormatter;
import java.time.InstantSource;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A message that a search found: its author, when, and the words with what is around them. JavaFX thread.
public final class FoundContent extends VBox {
    /// Some words before what was found say what it is about; more would push it out of a narrow row.
    private static final int BEFORE_CHARACTERS_MAX = 24;
    private static final int CHARACTERS_MAX = 110;

    private final Texts texts;
    private final TimeFormatter times;
    private final InstantSource clock;
    private final EmojiLabel who = new EmojiLabel();
    private final Label when = new Label();
    private final MessageText what = new MessageText();

    public FoundContent(ChatsContext context) {
        texts = context.texts();
        times = context.times();
        clock = context.clock();
        getStyleClass().add("chats-found");
        who.setMnemonicParsing(false);
        when.setMnemonicParsing(false);
        who.setMaxWidth(Double.MAX_VALUE);
        who.getStyleClass().add("chats-author");
        when.setMinWidth(USE_PREF_SIZE);
        when.getStyleClass().add("chats-row-time");
        HBox.setHgrow(who, Priority.ALWAYS);
        getChildren().addAll(new HBox(who, when), what);
    }

    public void show(TimelineItem item, SearchTerms words) {
        who.setText(item.own() ? texts.get("entry.you") : PeerText.person(item.name()));
        when.setText(times.brief(item.written(), clock.instant()));
        what.show(item instanceof TimelineItem.Text said
                ? words.excerpt(MessageMarkup.plain(said.text()), BEFORE_CHARACTERS_MAX, CHARACTERS_MAX)
                : words.excerpt(LeftToRight.unmarked(new ItemText(texts).of(item)), BEFORE_CHARACTERS_MAX,
                        CHARACTERS_MAX));
    }

    public String spoken() {
        return texts.format("entry.accessible", who.said(), when.getText(), what.text(), "");
    }
}
