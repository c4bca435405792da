package io.landline.ui.chats;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Found;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Subscription;
import io.landline.ui.acts.SavedViewModel;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.SearchWords;
import io.landline.ui.text.TimeFormatter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The chats page: its list, and which conversation is open. Confined to the JavaFX thread.
final class ChatsViewModel implements AutoCloseable {
    private final PageContext context;
    private final TimeFormatter moments;
    private final Refresh<List<Conversation>> conversationsLoad;
    private final Refresh<List<Contact>> contactsLoad;
    private final Subscription events;
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable TimelineViewModel> timeline = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ConversationHeader> head = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ArchivedRows archived = new ArchivedRows(this::arrange);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final Drafts drafts;
    private final javafx.util.Subscription draftChanges;
    private final ComposerViewModel composer;
    private final SearchViewModel search;
    private final GlobalSearchViewModel everywhere;
    private final TimelineMarks marks;
    private final LimitViewModel limit;
    private final PasteViewModel paste;
    private final SavedViewModel saved;
    private final UnreadMark mark;
    private @Nullable List<Conversation> conversations;
    private @Nullable List<Contact> contacts;
    private final ConversationWatch changes;
    private @Nullable String awaited;
    private @Nullable String returning;
    /// Read on the node's threads.
    private volatile @Nullable TimelineViewModel open;
    private boolean inFront;
    private final ReadOnlyBooleanWrapper arranging = new ReadOnlyBooleanWrapper();
    private boolean closed;

    ChatsViewModel(PageContext context, TimeFormatter moments) {
        this(context, moments, new Drafts(context.node().chats(), context.background()));
    }

    /// @param drafts outlives this
    ChatsViewModel(PageContext context, TimeFormatter moments, Drafts drafts) {
        this.context = context;
        this.drafts = drafts;
        this.moments = moments;
        NodePorts node = context.node();
        composer = new ComposerViewModel(context, drafts, this::sent);
        search = new SearchViewModel(context);
        everywhere = new GlobalSearchViewModel(context);
        marks = new TimelineMarks(search);
        limit = new LimitViewModel(context, this::refresh);
        paste = new PasteViewModel(context);
        saved = new SavedViewModel(context);
        mark = new UnreadMark(context);
        conversationsLoad = new Refresh<>(context.background(), node.chats()::list, this::showConversations);
        contactsLoad = new Refresh<>(context.background(), node.contacts()::contacts, this::showContacts);
        everywhere.words().subscribe(_ -> {
            marks.leave();
            arrange();
        });
        everywhere.found().subscribe(_ -> arrange());
        drafts.load();
        draftChanges = drafts.watch(this::draftChanged);
        events = node.watch().apply((event, _) -> take(event));
        // only then: what happened before this is in what is loaded
        changes = new ConversationWatch(node, context.background(), this::changed, this::refresh);
    }

    /// On a thread of the node.
    private void take(NodeEvent event) {
        ListChange change = ListChange.by(event);
        if (change != ListChange.NOTHING) contactsLoad.changed();
        if (change == ListChange.ALL) conversationsLoad.changed();
    }

    /// On a thread of the node.
    private void changed(String key) {
        conversationsLoad.changed();
        limit.changed(key);
        TimelineViewModel now = open;
        if (now != null && now.key().equals(key)) now.changed();
    }

    /// Updated in place.
    ObservableList<ListRow> rows() {
        return rows;
    }

    /// What was typed to find somebody in the list, or a message.
    StringProperty wanted() {
        return everywhere.words();
    }

    /// What the open timeline marks.
    ReadOnlyObjectProperty<SearchMarks> marks() {
        return marks.marks();
    }

    /// That of the open conversation; null while none is open, and for strangers.
    ReadOnlyObjectProperty<@Nullable TimelineViewModel> timeline() {
        return timeline.getReadOnlyProperty();
    }

    /// Of the open conversation; null while none is open.
    ReadOnlyObjectProperty<@Nullable ConversationHeader> head() {
        return head.getReadOnlyProperty();
    }

    /// Those that are out of the list.
    ArchivedRows archived() {
        return archived;
    }

    /// In all conversations that are neither muted nor archived.
    ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Whether the list is what the node knows, not still empty.
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    ComposerViewModel composer() {
        return composer;
    }

    GlobalSearchViewModel everywhere() {
        return everywhere;
    }

    SearchViewModel search() {
        return search;
    }

    /// Of the open conversation.
    LimitViewModel limit() {
        return limit;
    }

    /// Of the open conversation.
    PasteViewModel paste() {
        return paste;
    }

    /// Offers files there, and opens it: so one sees what became of them.
    void offer(String key, List<Path> files) {
        open(key);
        context.background()
                .run(() -> context.node().chats().send(key, files), _ -> {},
                        why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }

    /// What changes without an event: rooms that were joined or left on another page, names that others gave
    /// themselves.
    void refresh() {
        conversationsLoad.changed();
        contactsLoad.changed();
    }

    private void showConversations(List<Conversation> now) {
        List<Conversation> before = conversations;
        boolean isGone = before != null && !ListRows.rooms(now).containsAll(ListRows.rooms(before));
        if (isGone) drafts.load(); // a room's goes with the room
        conversations = now;
        archived.take(now);
        unread.set(UnreadMark.countAll(now));
        arrange();
    }

    private void draftChanged(String key) {
        ConversationHeader now = head.get();
        if (now == null || !now.key().equals(key)) context.fx().changed(drafts, this::arrange);
    }

    /// Something of ours is in this conversation: the timeline goes to it.
    private void sent(String key) {
        mark.opened(conversation(key)); // who writes there has come back to it
        if (open instanceof TimelineViewModel shown && shown.key().equals(key)) shown.toNewest();
    }

    private void showContacts(List<Contact> now) {
        contacts = now;
        arrange();
    }

    private void arrange() {
        if (conversations == null || contacts == null || closed) return;
        arrangeRows();
        loaded.set(true);
        String before = returning;
        returning = null;
        String key = awaited;
        if (key == null && before != null) {
            reopen(before);
        } else if (key != null) {
            awaited = null;
            open(key);
        } else {
            ConversationHeader now = head.get();
            if (now != null) showHead(now.key());
        }
    }

    private void arrangeRows() {
        ConversationHeader now = head.get();
        List<ListRow> wanted = ListRows.of(Objects.requireNonNull(conversations), Objects.requireNonNull(contacts),
                drafts.allBut(now == null ? null : now.key()), wanted().get(), archived.shown().get(),
                everywhere.found().get());
        arranging.set(true);
        try {
            ListPatch.update(rows, wanted, ListRow::id);
        } finally {
            arranging.set(false);
        }
    }

    /// Whether the rows are changing: a list then selects the neighbour of a row that moves, and no user did that.
    ReadOnlyBooleanProperty arranging() {
        return arranging.getReadOnlyProperty();
    }

    /// Opens a conversation, or says why it cannot be.
    void open(String key) {
        if (conversations == null || contacts == null) {
            awaited = key;
            return;
        }
        ConversationHeader now = head.get();
        if (now != null && now.key().equals(key)) return;
        show(key);
        mark.opened(conversation(key));
    }

    private void show(String key) {
        marks.leave();
        closeTimeline();
        composer.open(key);
        search.open(key);
        limit.open(key);
        paste.open(key);
        showHead(key);
        arrangeRows();
    }

    /// Opens the conversation that was open before, if there still is one and no other was opened meanwhile.
    void reopen(String key) {
        if (conversations == null || contacts == null) {
            returning = key;
        } else if (head.get() == null && conversation(key) != null) {
            show(key); // nobody chose it now, so a mark stays
        }
    }

    /// Opens the conversation of a message that was found, at that message.
    void land(ListRow.Hit hit) {
        show(hit.found(), hit.words());
    }

    /// The same without words.
    void show(Found found) {
        show(found, SearchWords.NONE);
    }

    private void show(Found found, SearchWords words) {
        open(found.conversation());
        search.words().set("");
        var there = new SearchMarks(words, found.item().position());
        marks.land(there);
        TimelineViewModel shown = open;
        if (shown != null) shown.to(found.item().position(), there);
    }

    /// What the user saved.
    SavedViewModel saved() {
        return saved;
    }

    private @Nullable Conversation conversation(String key) {
        List<Conversation> all = Objects.requireNonNull(conversations);
        return all.stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
    }

    /// What the menu of the open conversation is about; null while none is open.
    @Nullable
    MenuSubject subject() {
        ConversationHeader now = head.get();
        return now == null ? null : new MenuSubject(conversation(now.key()), now.person());
    }

    private void showHead(String key) {
        Conversation conversation = conversation(key);
        List<Contact> known = Objects.requireNonNull(contacts);
        ConversationHeader now = ConversationHeader.of(key, conversation, known);
        composer.callees().show(ConversationHeader.others(key, conversation, known));
        TimelineViewModel shown = open;
        boolean hasTimeline = conversation != null || now.writing() == ConversationHeader.Writing.POSSIBLE;
        if (shown == null && hasTimeline) shown = openTimeline(key);
        if (shown != null) {
            shown.setPeople(now.peer() == null, now.reaches());
            shown.setUnread(conversation == null ? 0 : conversation.unread());
        }
        head.set(now);
        timeline.set(shown);
    }

    private TimelineViewModel openTimeline(String key) {
        var opened = new TimelineViewModel(context, moments, key);
        open = opened;
        opened.setInFront(inFront);
        opened.changed();
        return opened;
    }

    private void closeTimeline() {
        TimelineViewModel shown = open;
        open = null;
        if (shown != null) shown.close();
    }

    /// No conversation is open.
    void leave() {
        closeTimeline();
        limit.open(null);
        timeline.set(null);
        head.set(null);
        arrange();
    }

    /// Whether the page is in front, in a window that has the keyboard.
    void setInFront(boolean front) {
        inFront = front;
        TimelineViewModel shown = open;
        if (shown != null) shown.setInFront(front);
    }

    /// The next conversation in this direction, 1 below and -1 above, going round; null if the list is empty.
    @Nullable
    String neighbour(int direction) {
        ConversationHeader now = head.get();
        return ListRows.neighbour(rows, now == null ? null : now.key(), direction, _ -> true);
    }

    /// The next one with new messages in this direction, going round; null if no conversation has any.
    @Nullable
    String unreadNeighbour(int direction) {
        ConversationHeader now = head.get();
        return ListRows.neighbour(rows, now == null ? null : now.key(), direction, Conversation::isUnread);
    }

    /// Marks the open conversation, to come back to it.
    void markUnread() {
        ConversationHeader now = head.get();
        if (now != null && now.exists()) mark.set(now.key(), true);
    }

    @Override
    public void close() {
        closed = true;
        events.close();
        conversationsLoad.close();
        contactsLoad.close();
        search.close();
        everywhere.close();
        limit.close();
        saved.close();
        composer.close();
        draftChanges.unsubscribe();
        closeTimeline();
        changes.close();
    }
}
