package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.node.Chats;
import io.landline.node.Chats.Item;
import io.landline.node.CommandException;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.TimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The timeline of one conversation: holds a part of it, loads more where a person scrolls, follows what happens, and
/// tells the node what was seen. Confined to the JavaFX thread, but for [#changed].
final class TimelineViewModel implements AutoCloseable {
    /// What shows the rows: keeps its place while they change.
    interface Viewport {
        void beforeChange();

        void afterChange();

        /// This row comes into sight.
        void show(Object rowId);

        /// The last row comes into sight, and what comes after it.
        void showEnd();
    }

    private enum Loading { NOTHING, OLDER, NEWER }

    private final PageContext context;
    private final Chats chats;
    private final String key;
    private final Refresh<Loaded> refresh;
    private final TimeFormatter moments;
    private final ObservableList<TimelineRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper fresh = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper atNewest = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Set<TimelinePosition> whole = new HashSet<>();
    /// Read on background threads too, where what changed is loaded.
    private volatile @Nullable HeldEntries held;
    private volatile boolean atBottom = true;
    private Viewport viewport = new Nowhere();
    private Loading loading = Loading.NOTHING;
    private int unreadAtFirst;
    private boolean inFront;
    private boolean room;
    private boolean reaches;
    private boolean closed;
    private @Nullable TimelinePosition unreadFrom;
    private @Nullable TimelinePosition seen;
    private @Nullable TimelinePosition toldRead;

    /// What a load began with, and what came of it: it counts only where nothing else was loaded meanwhile.
    private record Loaded(@Nullable HeldEntries before, HeldEntries after) {}

    private static final class Nowhere implements Viewport {
        @Override
        public void beforeChange() {}

        @Override
        public void afterChange() {}

        @Override
        public void show(Object rowId) {}

        @Override
        public void showEnd() {}
    }

    /// @param unread how many entries nobody has seen: the line "new messages" stands above the first of them
    TimelineViewModel(PageContext context, TimeFormatter moments, String key, int unread) {
        this.context = context;
        this.moments = moments;
        this.key = key;
        chats = context.node().chats();
        unreadAtFirst = unread;
        refresh = new Refresh<>(context.background(), this::load, this::show);
    }

    String key() {
        return key;
    }

    /// Updated in place.
    ObservableList<TimelineRow> rows() {
        return rows;
    }

    /// How many entries of others came while something else was in sight.
    ReadOnlyIntegerProperty fresh() {
        return fresh.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// Whether the last row is the newest entry of all.
    ReadOnlyBooleanProperty atNewest() {
        return atNewest.getReadOnlyProperty();
    }

    /// Why nothing can be shown; empty where something can.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    void showIn(Viewport place) {
        viewport = place;
    }

    /// Something in the conversation is new. Any thread.
    void changed() {
        refresh.changed();
    }

    /// What of the conversation's people the marks depend on.
    void setPeople(boolean isRoom, boolean someoneHere) {
        if (room == isRoom && reaches == someoneHere) return;
        room = isRoom;
        reaches = someoneHere;
        redraw();
    }

    private Loaded load() throws CommandException {
        HeldEntries before = held;
        HeldEntries after = before == null
                ? HeldEntries.newest(chats, key, unreadAtFirst)
                : before.again(chats, key, atBottom);
        return new Loaded(before, after);
    }

    private void show(Loaded result) {
        if (held != result.before()) {
            refresh.changed();
            return;
        }
        take(result.after());
    }

    private void take(HeldEntries now) {
        HeldEntries before = held;
        held = now;
        if (before == null) {
            unreadFrom = firstUnread(now.items());
            seen = unreadFrom == null && !now.items().isEmpty() ? now.items().getLast().position() : null;
        } else if (unreadFrom == null && !isLookedAt()) {
            unreadFrom = firstAfter(now.items(), seen);
        }
        if (before != null && now.reachesEnd() && cameFromUs(before, now)) unreadFrom = null;
        atNewest.set(now.reachesEnd());
        loaded.set(true);
        redraw();
        looked();
    }

    private @Nullable TimelinePosition firstUnread(List<Item> items) {
        int left = unreadAtFirst;
        TimelinePosition first = null;
        for (int i = items.size() - 1; i >= 0 && left > 0; i--) {
            if (items.get(i).own()) continue;
            first = items.get(i).position();
            left--;
        }
        return first;
    }

    private static @Nullable TimelinePosition firstAfter(List<Item> items, @Nullable TimelinePosition seen) {
        for (Item item : items) {
            if (!item.own() && (seen == null || item.position().compareTo(seen) > 0)) return item.position();
        }
        return null;
    }

    /// A person who answers has read what was there.
    private static boolean cameFromUs(HeldEntries before, HeldEntries now) {
        if (now.items().isEmpty() || !now.items().getLast().own()) return false;
        return before.items().isEmpty()
                || now.items().getLast().position().compareTo(before.items().getLast().position()) > 0;
    }

    private void redraw() {
        HeldEntries now = held;
        if (now == null) return;
        viewport.beforeChange();
        ListPatch.update(rows, new TimelineRows(moments, room, reaches, unreadFrom, whole).of(now.items()),
                TimelineRow::id);
        viewport.afterChange();
    }

    /// The row near the start came into sight.
    void needOlder() {
        HeldEntries now = held;
        if (now == null || now.reachesStart() || loading != Loading.NOTHING) return;
        more(Loading.OLDER, now);
    }

    /// The row near the end came into sight.
    void needNewer() {
        HeldEntries now = held;
        if (now == null || now.reachesEnd() || loading != Loading.NOTHING) return;
        more(Loading.NEWER, now);
    }

    private void more(Loading what, HeldEntries before) {
        loading = what;
        context.background()
                .run(() -> what == Loading.OLDER ? before.older(chats, key) : before.newer(chats, key), after -> {
                    loading = Loading.NOTHING;
                    if (closed) return;
                    if (held == before) {
                        take(after);
                    } else if (what == Loading.OLDER) {
                        // something else was loaded meanwhile, and the place in sight still wants more
                        needOlder();
                    } else {
                        needNewer();
                    }
                }, this::failed);
    }

    /// The newest entries, wherever a person is now.
    void toNewest() {
        HeldEntries now = held;
        atBottom = true; // what comes meanwhile is followed
        if (now != null && now.reachesEnd()) {
            viewport.showEnd();
            return;
        }
        jump(() -> HeldEntries.newest(chats, key, 0), null);
    }

    /// An entry that was found.
    void to(TimelinePosition position) {
        jump(() -> HeldEntries.around(chats, key, position), position);
    }

    private void jump(Callable<HeldEntries> load, @Nullable TimelinePosition target) {
        context.background().run(load, there -> {
            if (closed) return;
            held = there;
            atNewest.set(there.reachesEnd());
            redraw();
            if (target != null) {
                viewport.show(target);
            } else {
                viewport.showEnd();
            }
        }, this::failed);
    }

    private void failed(Exception why) {
        loading = Loading.NOTHING;
        if (!closed) problem.set(ErrorMessages.sentence(context.language(), why));
    }

    /// Shows a long text to its end, or its beginning again.
    void toggleWhole(TimelinePosition position) {
        if (!whole.remove(position)) whole.add(position);
        redraw();
    }

    /// Whether the conversation is in front, in a window that has the keyboard.
    void setInFront(boolean front) {
        inFront = front;
        looked();
    }

    /// Whether the last row is in sight.
    void setAtBottom(boolean bottom) {
        atBottom = bottom;
        looked();
    }

    boolean atBottom() {
        return atBottom;
    }

    /// The line above the first entry that was not seen; null for none.
    @Nullable
    TimelinePosition unreadFrom() {
        return unreadFrom;
    }

    private boolean isLookedAt() {
        return inFront && atBottom;
    }

    private void looked() {
        HeldEntries now = held;
        if (now == null || now.items().isEmpty()) return;
        if (atBottom && now.reachesEnd()) {
            if (inFront) seen = now.items().getLast().position();
            fresh.set(0);
        } else {
            fresh.set(countFresh(now.items()));
        }
        if (inFront && atBottom && now.reachesEnd()) tellRead(now.items());
    }

    private int countFresh(List<Item> items) {
        int count = 0;
        for (int i = items.size() - 1; i >= 0 && (seen == null || items.get(i).position().compareTo(seen) > 0); i--) {
            if (!items.get(i).own()) count++;
        }
        return count;
    }

    private void tellRead(List<Item> items) {
        TimelinePosition newest = null;
        for (Item item : items) if (!item.own()) newest = item.position();
        if (newest == null || newest.equals(toldRead)) return;
        toldRead = newest;
        context.background().run(() -> {
            chats.read(key);
            return key;
        }, _ -> {}, _ -> toldRead = null); // told again with the next look
    }

    @Override
    public void close() {
        closed = true;
        refresh.close();
    }
}
