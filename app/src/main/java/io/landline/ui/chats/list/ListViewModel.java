package io.landline.ui.chats.list;

import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Choices;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Subscription;
import io.landline.ui.chats.composer.Drafts;
import io.landline.ui.chats.search.GlobalSearchViewModel;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.PageContext;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The conversations and people that the node knows, and the rows made of them. Confined to the JavaFX thread, but for
/// [#conversationChanged].
public final class ListViewModel implements AutoCloseable {
    /// @param newWords the rooms for which somebody offers other words, not decided yet
    /// @param doubtful the rooms with words that may be mistyped
    private record Loaded(List<Conversation> conversations, Set<String> newWords, Set<String> doubtful) {}

    /// What the user wants to see in the list.
    private record Shown(String words, boolean archived) {}

    private final Supplier<@Nullable String> open;
    private final Supplier<Map<String, String>> unsent;
    private final Runnable arranged;
    private final Drafts drafts;
    private final GlobalSearchViewModel everywhere;
    private final Refresh<Loaded> conversationsLoad;
    private final Refresh<List<Contact>> contactsLoad;
    private final Subscription events;
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper unread = new ReadOnlyIntegerWrapper();
    private final ArchivedRows archived = new ArchivedRows(this::arrange);
    private final ReadOnlyBooleanWrapper arranging = new ReadOnlyBooleanWrapper();
    private @Nullable List<Conversation> conversations;
    private @Nullable List<Contact> contacts;
    private Set<String> newWords = Set.of();
    private Set<String> doubtful = Set.of();
    private Shown shown = new Shown("", false);
    /// Rows keep their places, as somebody aims at one of them.
    private boolean held;
    /// What came, went or moved meanwhile is not shown yet.
    private boolean late;
    private boolean countsMuted;
    private boolean closed;

    /// @param everywhere what it found stands in the list
    /// @param open the key of the conversation that is open; null for none
    /// @param unsent what was begun in conversations that are not open, in words
    /// @param arranged is run when the list was made anew
    public ListViewModel(PageContext context, Drafts drafts, GlobalSearchViewModel everywhere,
            Supplier<@Nullable String> open, Supplier<Map<String, String>> unsent, Runnable arranged) {
        this.drafts = drafts;
        this.everywhere = everywhere;
        this.open = open;
        this.unsent = unsent;
        this.arranged = arranged;
        NodePorts node = context.node();
        conversationsLoad = new Refresh<>(context.background(), () -> load(node), this::show);
        contactsLoad = new Refresh<>(context.background(), node.contacts()::contacts, this::showContacts);
        everywhere.found().subscribe(_ -> arrange());
        events = node.watch().apply((event, _) -> take(event));
    }

    private static Loaded load(NodePorts node) {
        Set<String> newWords = node.rooms().offeredWords().stream().map(OfferedWords::key).collect(Collectors.toSet());
        Set<String> doubtful = node.rooms()
                .rooms()
                .stream()
                .filter(OwnRoom::doubtful)
                .map(OwnRoom::key)
                .collect(Collectors.toSet());
        return new Loaded(node.chats().list(), newWords, doubtful);
    }

    /// On a thread of the node.
    private void take(NodeEvent event) {
        ListChange change = ListChange.by(event);
        if (change != ListChange.NOTHING) contactsLoad.changed();
        if (change == ListChange.ALL) conversationsLoad.changed();
    }

    /// Something in this conversation is new. Any thread. In that of two people it may be that the other one was
    /// verified or blocked, or is no longer.
    public void conversationChanged(String key) {
        conversationsLoad.changed();
        if (!key.startsWith("#")) contactsLoad.changed();
    }

    /// What changes without an event: rooms that were joined or left on another page, names that others gave
    /// themselves.
    public void refresh() {
        conversationsLoad.changed();
        contactsLoad.changed();
    }

    /// Updated in place.
    public ObservableList<ListRow> rows() {
        return rows;
    }

    /// Those that are out of the list.
    public ArchivedRows archived() {
        return archived;
    }

    /// In all conversations that are not archived, and of muted ones as [#countMuted] has it.
    public ReadOnlyIntegerProperty unread() {
        return unread.getReadOnlyProperty();
    }

    /// Whether what is unread in muted conversations counts like that in others. Before anybody said so it does not.
    public void countMuted(boolean counts) {
        countsMuted = counts;
        count();
    }

    private void count() {
        if (conversations != null) unread.set(UnreadMark.countAll(conversations, countsMuted));
    }

    /// Whether the rows are changing: a list then selects the neighbour of a row that moves, and no user did that.
    public ReadOnlyBooleanProperty arranging() {
        return arranging.getReadOnlyProperty();
    }

    private void show(Loaded now) {
        List<Conversation> before = conversations;
        boolean areOthers = before != null && !ListRows.rooms(now.conversations()).equals(ListRows.rooms(before));
        if (areOthers) drafts.load(); // a room's goes with the room, and comes back with it
        // no event tells this user of words that they changed themselves: the room has other members then
        if (before != null && !unconfirmed(before).equals(unconfirmed(now.conversations()))) contactsLoad.changed();
        conversations = now.conversations();
        conversationsLoad.changesAt(Choices.nextEnd(now.conversations()));
        newWords = now.newWords();
        doubtful = now.doubtful();
        archived.take(now.conversations());
        count();
        arrange();
    }

    private static Set<String> unconfirmed(List<Conversation> all) {
        return all.stream().filter(each -> !each.confirmed()).map(Conversation::key).collect(Collectors.toSet());
    }

    private void showContacts(List<Contact> now) {
        contacts = now;
        arrange();
    }

    /// Makes the rows anew, and tells of it.
    public void arrange() {
        if (!isKnown() || closed) return;
        arrangeRows();
        arranged.run();
    }

    /// Makes the rows anew.
    public void arrangeRows() {
        var now = new Shown(everywhere.words().get(), archived.shown().get());
        List<ListRow> wanted = ListRows.of(Objects.requireNonNull(conversations), Objects.requireNonNull(contacts),
                unsent.get(), now.words(), now.archived(), everywhere.found().get());
        late = held && now.equals(shown) && now.words().isBlank() && ListRows.mayStay(rows, wanted);
        shown = now;
        arranging.set(true);
        try {
            ListPatch.update(rows, late ? ListRows.inPlace(rows, wanted) : wanted, ListRow::id);
        } finally {
            arranging.set(false);
        }
    }

    /// While somebody aims at a row, all keep their places, and what is new in one is shown there. Who comes, goes or
    /// moves waits for [#release]. What the user does to the list is seen at once: a search, the first room, a
    /// conversation that goes, is kept on top or comes out of the archive.
    public void hold() {
        held = true;
    }

    public void release() {
        held = false;
        if (late) arrange();
    }

    /// Whether it has heard of the node's conversations and people.
    public boolean isKnown() {
        return conversations != null && contacts != null;
    }

    /// Null where the node has none of this key. Once [#isKnown].
    @Nullable
    public Conversation conversation(String key) {
        List<Conversation> all = Objects.requireNonNull(conversations);
        return all.stream().filter(each -> each.key().equals(key)).findFirst().orElse(null);
    }

    /// Once [#isKnown].
    public List<Contact> contacts() {
        return Objects.requireNonNull(contacts);
    }

    /// Whether somebody offers other words for this room, not decided yet.
    public boolean hasNewWords(String key) {
        return newWords.contains(key);
    }

    /// Whether the words of this room may be mistyped.
    public boolean isDoubtful(String key) {
        return doubtful.contains(key);
    }

    /// The next such conversation: 1 is below, -1 above. After the last one the first follows. Null if none matches.
    @Nullable
    public String neighbour(int direction, Predicate<Conversation> wanted) {
        return ListRows.neighbour(rows, open.get(), direction, wanted);
    }

    @Override
    public void close() {
        closed = true;
        events.close();
        conversationsLoad.close();
        contactsLoad.close();
    }
}
