package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.Unread;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.TimeFormatter;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The timeline of one conversation: holds a part of it, loads more where a person scrolls, follows what happens, and
/// tells the node what was seen. Confined to the JavaFX thread, but for [#changed].
public final class TimelineViewModel implements AutoCloseable {
    private final PageContext context;
    private final Chats chats;
    private final String key;
    private final @Nullable TimelinePosition place;
    private final Refresh<Loaded> refresh;
    private final HeldRows rows;
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper atNewest = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<@Nullable TimelinePosition> back = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Set<Fingerprint>> blocked = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    /// The notice that a place somebody wanted to go to cannot be read.
    private final Object unread = new Object();
    private final TimelineReading reading;
    private final TimelineNews news;
    private final MoreEntries more;
    /// Read on background threads too, where what changed is loaded.
    private volatile @Nullable HeldEntries held;
    /// Places that somebody wanted to go to: what an earlier one finds late is not shown.
    private int jumps;
    private boolean closed;

    /// What a load began with, and what came of it: it counts only where nothing else was loaded meanwhile.
    ///
    /// @param read at first: up to where all is read
    private record Loaded(@Nullable HeldEntries before, HeldEntries after, Unread unread,
            @Nullable TimelinePosition read) {}

    /// @param place where somebody read before; it is loaded first where nothing is unread; null for nowhere
    public TimelineViewModel(PageContext context, TimeFormatter times, String key, @Nullable TimelinePosition place) {
        this.place = place;
        this.context = context;
        this.key = key;
        chats = context.node().chats();
        rows = new HeldRows(times);
        reading = new TimelineReading(context, key, this::countNews);
        news = new TimelineNews(reading);
        more = new MoreEntries(context.background(), chats, key, () -> held, this::take, this::failed);
        refresh = new Refresh<>(context.background(), this::loadOrSay, this::show);
    }

    public String key() {
        return key;
    }

    /// Updated in place.
    public ObservableList<TimelineRow> rows() {
        return rows.rows();
    }

    /// How many entries of others came while something else was in sight.
    public ReadOnlyIntegerProperty fresh() {
        return news.count();
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// Whether the last row is the newest entry of all.
    public ReadOnlyBooleanProperty atNewest() {
        return atNewest.getReadOnlyProperty();
    }

    /// The answer from which somebody went to what it answers, and to which they can go back; null for none.
    ReadOnlyObjectProperty<@Nullable TimelinePosition> back() {
        return back.getReadOnlyProperty();
    }

    /// Why nothing can be shown; empty where something can.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether no entry stands in this place any more, as far as is known here.
    boolean isGone(TimelinePosition place) {
        HeldEntries now = held;
        return now != null && now.isWithin(place) && now.at(place) == null;
    }

    /// What a person reads of it.
    TimelineReading reading() {
        return reading;
    }

    /// What is loaded where a person scrolls.
    MoreEntries more() {
        return more;
    }

    void showIn(TimelineViewport place) {
        rows.showIn(place);
    }

    /// Something in the conversation is new. Any thread.
    public void changed() {
        refresh.changed();
    }

    /// What of the conversation's people the marks depend on.
    public void setPeople(boolean isRoom, boolean someoneHere) {
        if (rows.setPeople(isRoom, someoneHere)) redraw();
    }

    /// The people that this user blocked.
    public void setBlocked(Set<Fingerprint> now) {
        blocked.set(now);
    }

    ReadOnlyObjectProperty<Set<Fingerprint>> blocked() {
        return blocked.getReadOnlyProperty();
    }

    boolean isBlocked(Fingerprint person) {
        return blocked.get().contains(person);
    }

    private Loaded loadOrSay() throws CommandException {
        try {
            return load();
        } catch (CommandException e) {
            if (held == null) context.fx().post(() -> unreadable(e)); // else what is shown stays
            throw e;
        }
    }

    private Loaded load() throws CommandException {
        HeldEntries before = held;
        Unread unread = chats.unread(key, reading.told());
        if (before != null) return new Loaded(before, before.again(chats, key, news.isFollowing()), unread, null);
        HeldEntries begin = HeldEntries.from(chats, key, unread.first());
        TimelinePosition read = begin.lastBefore(unread.first());
        TimelinePosition kept = place;
        boolean isHeld = kept == null || unread.first() != null || begin.at(kept) != null;
        return new Loaded(null, isHeld ? begin : HeldEntries.around(chats, key, Objects.requireNonNull(kept)), unread,
                read);
    }

    private void show(Loaded result) {
        if (held != result.before()) {
            refresh.changed();
            return;
        }
        if (result.before() == null) {
            begin(result.after(), result.unread(), result.read());
        } else {
            news.setFirstUnread(result.unread().first());
            reading.setLate(result.unread().late());
            take(result.after());
        }
    }

    private void take(HeldEntries now) {
        HeldEntries before = held;
        held = now;
        if (before != null) {
            news.came(now);
            if (now.reachesEnd() && now.endsWithOurAnswer(before)) {
                news.answered();
                readAll(now);
            }
        }
        atNewest.set(now.reachesEnd());
        isRead();
        redraw();
        loaded.set(true);
        countNews();
    }

    /// The first load: what was read before ends where the unread begin.
    private void begin(HeldEntries now, Unread unread, @Nullable TimelinePosition read) {
        news.begin(unread.first());
        reading.begin(read);
        reading.setLate(unread.late());
        news.setFollowing(unread.first() == null && place == null);
        take(now);
    }

    private void redraw() {
        HeldEntries now = held;
        if (now != null) rows.show(now, news.line());
    }

    /// The newest entries, wherever a person is now: all up to there is read.
    public void toNewest() {
        jumps++;
        back.set(null);
        HeldEntries now = held;
        news.setFollowing(true); // what comes meanwhile is followed
        if (now != null && now.reachesEnd()) {
            readAll(now);
            rows.viewport().showEnd();
            return;
        }
        jump(() -> HeldEntries.newest(chats, key), _ -> {}, there -> {
            readAll(there);
            rows.viewport().showEnd();
        });
    }

    /// What is new comes into sight, wherever somebody reads.
    public void showNew() {
        rows.viewport().showNew();
    }

    /// The line above what came while nobody looked, wherever it is.
    void toUnread() {
        TimelinePosition from = news.line();
        if (from != null) jump(() -> HeldEntries.from(chats, key, from), _ -> {}, _ -> countNews());
    }

    /// The first entry that came late and was not seen, wherever it is.
    void toLate() {
        TimelinePosition late = reading.firstLate();
        if (late != null) to(late, SearchMarks.NONE);
    }

    /// An entry that was found, unfolded where the words are in what is folded away. It comes after the first load,
    /// which says what was read before.
    public void to(TimelinePosition position, SearchMarks marks) {
        to(position, marks, null);
    }

    /// What an answer answers; the way back to the answer is kept until somebody comes to the newest entry.
    void toQuoted(TimelinePosition quoted, TimelinePosition answer, SearchMarks marks) {
        to(quoted, marks, answer);
    }

    private void to(TimelinePosition position, SearchMarks marks, @Nullable TimelinePosition from) {
        if (held == null) {
            int jump = ++jumps;
            context.background().run(this::load, loaded -> {
                if (closed) return;
                show(loaded);
                if (jump == jumps) to(position, marks, from);
            }, this::failed);
            return;
        }
        jump(() -> HeldEntries.around(chats, key, position), there -> {
            if (there.at(position) instanceof TimelineItem.Text said && marks.areFoldedAway(said.text())) {
                rows.unfold(position);
            }
        }, _ -> {
            rows.viewport().show(position);
            back.set(from);
        });
    }

    /// @param before gets what was loaded before it is shown
    /// @param after gets it then
    private void jump(Callable<HeldEntries> load, Consumer<HeldEntries> before, Consumer<HeldEntries> after) {
        int jump = ++jumps;
        context.background().run(load, there -> {
            if (closed || jump != jumps) return;
            held = there;
            atNewest.set(there.reachesEnd());
            before.accept(there);
            redraw();
            after.accept(there);
            isRead();
        }, why -> {
            failed(why);
            if (!closed) context.notices().problem(unread, ErrorMessages.sentence(context.language(), why));
        });
    }

    private void isRead() {
        if (!problem.get().isEmpty()) context.notices().over(unread);
        problem.set("");
    }

    private void failed(Exception why) {
        more.giveUp();
        unreadable(why);
    }

    private void unreadable(Exception why) {
        if (!closed) problem.set(ErrorMessages.sentence(context.language(), why));
    }

    /// Shows a long text to its end, or its beginning again.
    void toggleWhole(TimelinePosition position) {
        rows.toggleWhole(position);
        redraw();
    }

    /// Whether the conversation is in front, in a window that has the keyboard: only then anything is read.
    public void setInFront(boolean front) {
        reading.setInFront(front);
        HeldEntries now = held;
        if (!front && now != null) news.lookAway(now);
        countNews();
    }

    /// Whether the view stays at the newest entry, whatever comes. Between two pulses it may be a few rows behind.
    public void setFollowing(boolean follows) {
        news.setFollowing(follows);
        if (follows) back.set(null);
        countNews();
    }

    /// How many entries nobody has seen here, as the node counts them.
    public void setUnread(int count) {
        if (news.setUnreadThere(count)) countNews();
    }

    /// The line above the first entry that was not seen; null for none.
    @Nullable
    public TimelinePosition unreadFrom() {
        return news.line();
    }

    private void countNews() {
        HeldEntries now = held;
        if (now != null) news.count(now);
    }

    private void readAll(HeldEntries now) {
        if (!now.items().isEmpty()) reading.readUpTo(now.items().getLast().position());
    }

    @Override
    public void close() {
        closed = true;
        more.close();
        refresh.close();
    }
}
