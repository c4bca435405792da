package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Contacts.Contact;
import io.landline.ui.chats.composer.ComposerViewModel;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.list.ListViewModel;
import io.landline.ui.chats.timeline.ReadingPositions;
import io.landline.ui.chats.timeline.TimelineFlow;
import io.landline.ui.chats.timeline.TimelineViewModel;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.TimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The conversation that is open: its head, its timeline where it has one, and who can be called in what is written
/// there. Confined to the JavaFX thread, but for [#changed].
final class OpenConversation {
    private final PageContext context;
    private final TimeFormatter times;
    private final ReadingPositions places;
    private final ListViewModel list;
    private final ComposerViewModel composer;
    private final ReadOnlyObjectWrapper<@Nullable TimelineViewModel> timeline = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ConversationHeader> head = new ReadOnlyObjectWrapper<>();
    /// Read on the node's threads.
    private volatile @Nullable TimelineViewModel running;
    private boolean inFront;

    /// @param places where somebody reads in conversations that are not open
    /// @param list says what the node knows of the conversation
    OpenConversation(PageContext context, TimeFormatter times, ReadingPositions places, ListViewModel list,
            ComposerViewModel composer) {
        this.context = context;
        this.times = times;
        this.places = places;
        this.list = list;
        this.composer = composer;
    }

    /// Null while none is open, and for strangers.
    ReadOnlyObjectProperty<@Nullable TimelineViewModel> timeline() {
        return timeline.getReadOnlyProperty();
    }

    /// Null while none is open.
    ReadOnlyObjectProperty<@Nullable ConversationHeader> head() {
        return head.getReadOnlyProperty();
    }

    /// Null while none is open.
    @Nullable
    String key() {
        ConversationHeader now = head.get();
        return now == null ? null : now.key();
    }

    /// The timeline of this conversation; null where that is not the open one.
    @Nullable
    TimelineViewModel timelineOf(String key) {
        TimelineViewModel now = running;
        return now != null && now.key().equals(key) ? now : null;
    }

    /// Something in this conversation is new. On a thread of the node.
    void changed(String key) {
        TimelineViewModel now = timelineOf(key);
        if (now != null) now.changed();
    }

    /// What is true of this conversation now; its timeline is opened where it can have one and has none. After
    /// [#closeTimeline], where another one was open.
    void show(String key) {
        Conversation conversation = list.conversation(key);
        List<Contact> known = list.contacts();
        ConversationHeader now = ConversationHeader.of(key, conversation, known);
        if (list.hasNewWords(key)) now = now.withNewWords();
        if (list.isDoubtful(key)) now = now.withDoubt();
        composer.callees().show(ConversationHeader.others(key, conversation, known));
        TimelineViewModel shown = running;
        boolean hasTimeline = conversation != null || now.writing() == ConversationHeader.Writing.POSSIBLE;
        if (shown == null && hasTimeline) shown = openTimeline(key);
        if (shown != null) {
            shown.setPeople(now.peer() == null, now.reaches());
            shown.setBlocked(known.stream().filter(Contact::blocked).map(Contact::peer).collect(Collectors.toSet()));
            shown.setUnread(conversation == null ? 0 : conversation.unread());
        }
        composer.setWritable(now.writing() == ConversationHeader.Writing.POSSIBLE);
        head.set(now);
        timeline.set(shown);
    }

    private TimelineViewModel openTimeline(String key) {
        TimelineFlow.Anchor place = places.of(key);
        var opened = new TimelineViewModel(context, times, key,
                place != null && place.rowId() instanceof TimelinePosition there ? there : null);
        running = opened;
        opened.setInFront(inFront);
        opened.changed();
        return opened;
    }

    /// Nothing is loaded or read there any more.
    void closeTimeline() {
        TimelineViewModel shown = running;
        running = null;
        if (shown != null) shown.close();
    }

    /// None is open. After [#closeTimeline].
    void leave() {
        timeline.set(null);
        head.set(null);
    }

    /// Whether the page is in front, in a window that has the keyboard.
    void setInFront(boolean front) {
        inFront = front;
        TimelineViewModel shown = running;
        if (shown != null) shown.setInFront(front);
    }
}
