package io.landline.ui.chats.timeline;

import io.landline.node.port.TimelineItem;
import java.time.LocalDate;

/// A row of a timeline. Immutable.
public sealed interface TimelineRow {
    /// How far an own entry got.
    ///
    /// @param people how many have it or saw it
    record Mark(Reach reach, int people) {
        static final Mark NONE = new Mark(Reach.NONE, 0);
    }

    /// In the order in which it grows. `NONE`: not ours; `ABSENT`: waits until somebody is here.
    enum Reach { NONE, ABSENT, LEAVING, DELIVERED, READ }

    /// With which entries beside it an offer is drawn as one card.
    ///
    /// @param above whether the one before it is another part of that card
    /// @param below whether the next one is
    record Joined(boolean above, boolean below) {}

    /// What the row is of, the same however its content changes.
    Object id();

    /// The line between two days.
    record Day(LocalDate day) implements TimelineRow {
        @Override
        public Object id() {
            return day;
        }
    }

    /// The line above the first entry that was not seen yet.
    record NewHere() implements TimelineRow {
        @Override
        public Object id() {
            return "new";
        }
    }

    /// What a later version of Landline wrote, or several of one author's: one quiet line. So is a change of the room's
    /// words.
    record Later(TimelineItem item) implements TimelineRow {
        @Override
        public Object id() {
            return item.position();
        }
    }

    /// What somebody said: a text or a card, in a bubble.
    ///
    /// @param first the first of its author's in a row: bears the name
    /// @param last the last of them: bears the picture
    /// @param named whether the author's name is shown: in rooms, of others
    /// @param whole a long text is shown to its end
    /// @param joined with what it is one card
    record Message(TimelineItem item, boolean first, boolean last, boolean named, boolean whole,
            Mark mark, Joined joined) implements TimelineRow {
        @Override
        public Object id() {
            return item.position();
        }
    }
}
