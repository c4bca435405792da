package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.composer.ComposerPane;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.message.SpokenMessage;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.chats.timeline.Announcements;
import io.landline.ui.chats.timeline.MessageActions;
import io.landline.ui.chats.timeline.SelectedMessages;
import io.landline.ui.chats.timeline.TimelinePane;
import io.landline.ui.chats.timeline.TimelineRows;
import io.landline.ui.chats.timeline.TimelineViewModel;
import io.landline.ui.emoji.EmojiPicker;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The place of the messages in the open conversation: one timeline at a time, and what is announced of it. Where
/// somebody reads is kept when the timeline closes. JavaFX thread.
final class OpenTimeline extends StackPane implements ComposerPane.Messages {
    private final ChatsContext context;
    private final ChatsViewModel model;
    private final SelectedMessages selected;
    private final MessageActions actions;
    private final EmojiPicker picker;
    private final Consumer<String> announce;
    private @Nullable TimelinePane timeline;
    private @Nullable Announcements announcements;
    private @Nullable TimelineViewModel shown;

    /// @param announce gets each sentence about what came
    OpenTimeline(ChatsContext context, ChatsViewModel model, SelectedMessages selected, MessageActions actions,
            EmojiPicker picker, Consumer<String> announce) {
        this.context = context;
        this.model = model;
        this.selected = selected;
        this.actions = actions;
        this.picker = picker;
        this.announce = announce;
    }

    /// That of the conversation that was opened last; null where it has none.
    @Nullable
    TimelineViewModel shown() {
        return shown;
    }

    /// After [#close].
    ///
    /// @param of null where no conversation is open
    void open(@Nullable TimelineViewModel now, @Nullable ConversationHeader of) {
        shown = now;
        if (now == null || of == null) return;
        var opened = new TimelinePane(context, now, of, selected, model.marks(), model.composer(), actions,
                picker, model.places().of(now.key()));
        timeline = opened;
        getChildren().setAll(opened);
        var news = new Announcements(now, new SpokenMessage(context.texts(), context.times()), context.page().fx());
        announcements = news;
        news.said().subscribe(announce);
    }

    void close() {
        TimelinePane before = timeline;
        TimelineViewModel of = shown;
        if (before != null && of != null) model.places().keep(of.key(), before.place());
        if (before != null) before.close();
        timeline = null;
        if (announcements != null) announcements.close();
        announcements = null;
        getChildren().clear();
    }

    /// This message comes into sight.
    void show(TimelinePosition position) {
        TimelineViewModel now = shown;
        if (now != null) now.to(position, model.marks().get());
    }

    /// The keyboard goes to the messages.
    void focus() {
        if (timeline != null) timeline.focus();
    }

    @Override
    public void scrollPage(int direction) {
        TimelinePane now = timeline;
        if (now != null) now.scrollPage(direction);
    }

    @Override
    public void toNewest() {
        TimelineViewModel now = shown;
        if (now != null) now.toNewest();
    }

    @Override
    public List<TimelineItem.Text> ownTexts() {
        TimelineViewModel now = shown;
        return now == null ? List.of() : TimelineRows.ownTexts(now.rows());
    }
}
