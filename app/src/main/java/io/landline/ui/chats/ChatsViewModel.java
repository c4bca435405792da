package io.landline.ui.chats;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Found;
import io.landline.ui.acts.SavedViewModel;
import io.landline.ui.chats.composer.ComposerViewModel;
import io.landline.ui.chats.composer.Drafts;
import io.landline.ui.chats.composer.PasteViewModel;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.header.LimitViewModel;
import io.landline.ui.chats.list.ArchivedRows;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.chats.list.ListViewModel;
import io.landline.ui.chats.list.UnreadMark;
import io.landline.ui.chats.menu.MenuSubject;
import io.landline.ui.chats.part.FileOffering;
import io.landline.ui.chats.search.GlobalSearchViewModel;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.chats.search.SearchViewModel;
import io.landline.ui.chats.timeline.ReadingPositions;
import io.landline.ui.chats.timeline.TimelineMarks;
import io.landline.ui.chats.timeline.TimelineViewModel;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.TimeFormatter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The chats page: its list, and which conversation is open. Confined to the JavaFX thread.
public final class ChatsViewModel implements AutoCloseable {
    private final PageContext context;
    private final ListViewModel list;
    private final OpenConversation open;
    private final ChatsMemory memory;
    private final Drafts drafts;
    private final javafx.util.Subscription unsentChanges;
    private final ComposerViewModel composer;
    private final SearchViewModel search;
    private final GlobalSearchViewModel everywhere;
    private final TimelineMarks marks;
    private final LimitViewModel limit;
    private final PasteViewModel paste;
    private final SavedViewModel saved;
    private final UnreadMark mark;
    private final ConversationWatch changes;
    private @Nullable String awaited;
    private @Nullable String returning;

    /// @param memory outlives this
    public ChatsViewModel(PageContext context, TimeFormatter times, ChatsMemory memory) {
        this.context = context;
        this.memory = memory;
        drafts = memory.drafts();
        NodePorts node = context.node();
        composer = new ComposerViewModel(context, drafts, memory.topics(), this::sent);
        search = new SearchViewModel(context);
        everywhere = new GlobalSearchViewModel(context);
        marks = new TimelineMarks(search);
        limit = new LimitViewModel(context, this::refresh);
        paste = new PasteViewModel(context, memory.pasted(), this::sent);
        saved = new SavedViewModel(context);
        mark = new UnreadMark(context);
        list = new ListViewModel(context, drafts, everywhere, this::openKey, this::unsent, this::arranged);
        open = new OpenConversation(context, times, memory.places(), list, composer);
        everywhere.words().subscribe(_ -> {
            marks.leave();
            list.arrange();
        });
        drafts.load();
        unsentChanges = drafts.watch(this::unsentChanged).and(memory.pasted().watch(this::unsentChanged));
        // only then: what happened before this is in what is loaded
        changes = new ConversationWatch(node, context.background(), this::changed, this::refresh);
    }

    /// On a thread of the node.
    private void changed(String key) {
        list.conversationChanged(key);
        limit.changed(key);
        composer.conversationChanged(key);
        search.conversationChanged(key);
        everywhere.changed();
        open.changed(key);
    }

    /// Updated in place.
    public ObservableList<ListRow> rows() {
        return list.rows();
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
    public ReadOnlyObjectProperty<@Nullable TimelineViewModel> timeline() {
        return open.timeline();
    }

    /// Of the open conversation; null while none is open.
    ReadOnlyObjectProperty<@Nullable ConversationHeader> head() {
        return open.head();
    }

    /// Those that are out of the list.
    ArchivedRows archived() {
        return list.archived();
    }

    /// See [ListViewModel#hold].
    void holdRows() {
        list.hold();
    }

    /// See [ListViewModel#release].
    void releaseRows() {
        list.release();
    }

    /// See [ListViewModel#unread].
    ReadOnlyIntegerProperty unread() {
        return list.unread();
    }

    /// See [ListViewModel#countMuted].
    void countMuted(boolean counts) {
        list.countMuted(counts);
    }

    /// Where somebody reads in conversations that are not open.
    ReadingPositions places() {
        return memory.places();
    }

    public ComposerViewModel composer() {
        return composer;
    }

    GlobalSearchViewModel everywhere() {
        return everywhere;
    }

    SearchViewModel search() {
        return search;
    }

    /// Of the open conversation.
    public LimitViewModel limit() {
        return limit;
    }

    /// Of the open conversation.
    public PasteViewModel paste() {
        return paste;
    }

    /// Offers files in a conversation, and opens it: so the user sees what becomes of them.
    void offer(String key, List<Path> files) {
        open(key);
        new FileOffering(context).offer(key, files, () -> {});
    }

    /// What changes without an event: rooms that were joined or left on another page, names that others gave
    /// themselves, what was saved by a command.
    public void refresh() {
        list.refresh();
        saved.load();
    }

    private void unsentChanged(String key) {
        if (!key.equals(openKey())) context.fx().changed(drafts, list::arrange);
    }

    /// Something of ours is in this conversation: the timeline goes to it.
    private void sent(String key) {
        mark.opened(list.conversation(key)); // who writes there has come back to it
        if (open.timelineOf(key) instanceof TimelineViewModel shown) shown.toNewest();
    }

    private @Nullable String openKey() {
        return open.key();
    }

    /// What is being written goes before what waits to be offered.
    private Map<String, String> unsent() {
        Map<String, String> all = paste.allBut(openKey());
        all.putAll(drafts.allBut(openKey()));
        return all;
    }

    /// The list is what the node knows now: what was to be opened can be, and the head says what is true now.
    private void arranged() {
        String shown = openKey();
        memory.keepOnly(each -> !each.startsWith("#") || each.equals(shown) || list.conversation(each) != null);
        String before = returning;
        returning = null;
        String key = awaited;
        if (key == null && before != null) {
            reopen(before);
        } else if (key != null) {
            awaited = null;
            open(key);
        } else if (shown != null) {
            open.show(shown);
        }
    }

    /// Whether the rows are changing: a list then selects the neighbour of a row that moves, and no user did that.
    ReadOnlyBooleanProperty arranging() {
        return list.arranging();
    }

    /// Opens a conversation, or says why it cannot be.
    public void open(String key) {
        if (!list.isKnown()) {
            awaited = key;
            return;
        }
        if (key.equals(openKey())) return;
        show(key);
        mark.opened(list.conversation(key));
    }

    /// The same, and what is new there is in sight also where the conversation was open already.
    void openAtNew(String key) {
        open(key);
        if (open.timelineOf(key) instanceof TimelineViewModel shown) shown.showNew();
    }

    private void show(String key) {
        marks.leave();
        open.closeTimeline();
        composer.open(key);
        search.open(key);
        limit.open(key);
        paste.open(key);
        open.show(key);
        list.arrangeRows();
    }

    /// Opens the conversation that was open before, if there still is one and no other was opened meanwhile.
    void reopen(String key) {
        if (!list.isKnown()) {
            returning = key;
        } else if (openKey() == null && list.conversation(key) != null) {
            show(key); // nobody chose it now, so a mark stays
        }
    }

    /// Opens the conversation of a message that was found, at that message.
    void land(ListRow.Hit hit) {
        show(hit.found(), hit.words());
    }

    /// The same without words.
    void show(Found found) {
        show(found, SearchTerms.NONE);
    }

    private void show(Found found, SearchTerms words) {
        open(found.conversation());
        search.words().set("");
        var there = new SearchMarks(words, found.item().position());
        marks.land(there);
        TimelineViewModel shown = open.timelineOf(found.conversation());
        if (shown != null) shown.to(found.item().position(), there);
    }

    /// What the user saved.
    SavedViewModel saved() {
        return saved;
    }

    /// What the menu of the open conversation is about; null while none is open.
    @Nullable
    MenuSubject subject() {
        ConversationHeader now = head().get();
        return now == null ? null : new MenuSubject(list.conversation(now.key()), now.person());
    }

    /// No conversation is open.
    public void leave() {
        open.closeTimeline();
        limit.open(null);
        open.leave();
        list.arrange();
    }

    /// Whether the page is in front, in a window that has the keyboard.
    void setInFront(boolean front) {
        open.setInFront(front);
    }

    /// The next conversation: 1 is below, -1 above. After the last one the first follows. Null if the list is empty.
    @Nullable
    String neighbour(int direction) {
        return list.neighbour(direction, _ -> true);
    }

    /// The same among those with new messages; null if no conversation has any.
    @Nullable
    String unreadNeighbour(int direction) {
        return list.neighbour(direction, Conversation::isUnread);
    }

    /// Marks the open conversation, to come back to it.
    void markUnread() {
        ConversationHeader now = head().get();
        if (now != null && now.exists()) mark.set(now.key(), true);
    }

    @Override
    public void close() {
        list.close();
        search.close();
        everywhere.close();
        limit.close();
        saved.close();
        composer.close();
        paste.close();
        unsentChanges.unsubscribe();
        open.closeTimeline();
        changes.close();
    }
}
