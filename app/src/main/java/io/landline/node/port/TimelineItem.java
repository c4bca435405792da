package io.landline.node.port;

import io.landline.chat.TimelinePosition;
import io.landline.chat.act.HandInBox;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One item of the timeline of a conversation, as a window shows it. [Chats] reads them.
public sealed interface TimelineItem {
    Head head();

    default TimelinePosition position() {
        return head().position();
    }

    default Fingerprint author() {
        return head().author();
    }

    default String name() {
        return head().name();
    }

    default boolean own() {
        return head().own();
    }

    default Instant written() {
        return head().written();
    }

    default Delivery delivery() {
        return head().delivery();
    }

    /// Whether somebody said something, so that it can be new.
    default boolean isSaid() {
        return !(this instanceof Unknown) && !(this instanceof NewWords);
    }

    /// Whether a message can answer it.
    default boolean isAnswerable() {
        return isSaid() && !(this instanceof Deleted);
    }

    default EntryId id() {
        return head().id();
    }

    /// How far an own entry got: how many peers have it, how many people saw it. 0, 0 for others' entries.
    record Delivery(int delivered, int read) {
        public static final Delivery NOWHERE = new Delivery(0, 0);
    }

    /// An emoji under a message.
    ///
    /// @param others the names of the others who chose it, the first one first: somebody's texts
    /// @param own whether this user chose it
    record Reaction(String emoji, List<String> others, boolean own) {
        public Reaction {
            others = List.copyOf(others);
        }

        public int count() {
            return others.size() + (own ? 1 : 0);
        }
    }

    /// The owner of the item, and where it stands.
    ///
    /// @param name the author's: somebody's text; empty for our own
    /// @param written by the author's clock: to be seen, never to order by
    record Head(TimelinePosition position, EntryId id, Fingerprint author, String name, boolean own, Instant written,
            Delivery delivery, List<Reaction> reactions, Marks marks) {
        public Head {
            reactions = List.copyOf(reactions);
        }

        public Head(TimelinePosition position, EntryId id, Fingerprint author, String name, boolean own,
                Instant written, Delivery delivery, List<Reaction> reactions, boolean pinned) {
            this(position, id, author, name, own, written, delivery, reactions, new Marks(pinned, false));
        }

        /// Of what nobody reacted to.
        public Head(TimelinePosition position, EntryId id, Fingerprint author, String name, boolean own,
                Instant written, Delivery delivery) {
            this(position, id, author, name, own, written, delivery, List.of(), Marks.NONE);
        }

        public boolean pinned() {
            return marks.pinned();
        }
    }

    /// What is said beside the time of a message.
    ///
    /// @param pinned whether somebody keeps it in sight of everybody
    /// @param forked whether its author signed something else in this place too, or before it in the same log: others
    ///        may see that instead
    record Marks(boolean pinned, boolean forked) {
        public static final Marks NONE = new Marks(false, false);
    }

    /// @param text the present one
    /// @param edits how often its author changed it
    /// @param quote what it answers; null for nothing
    /// @param called the people that it mentions
    record Text(Head head, String text, int edits, @Nullable Quote quote, List<Called> called) implements TimelineItem {
        public Text {
            called = List.copyOf(called);
        }

        /// One that was not edited, answers nothing and calls nobody.
        public Text(Head head, String text) { this(head, text, 0, null, List.of()); }
    }

    /// Somebody that a message calls.
    ///
    /// @param name as it is now: somebody's text
    record Called(Fingerprint person, String name, boolean own) {}

    /// A message that its author took away.
    record Deleted(Head head) implements TimelineItem {}

    /// What a later version of Landline wrote. It is no message: it counts as nothing unread.
    record Unknown(Head head) implements TimelineItem {}

    /// Somebody gave the room new words, and the conversation went on with them. It is no message either.
    record NewWords(Head head) implements TimelineItem {}

    /// @param people who chose it; 0 while the result is hidden
    record Option(String text, int people) {}

    /// A poll.
    ///
    /// @param many whether a person may choose several options
    /// @param hidden whether the result shows only when it is closed
    /// @param mine the options that this user chose, by their places from 0
    /// @param voters how many people voted, as far as their votes are here
    record PollItem(Head head, String question, List<Option> options, boolean many, boolean hidden, boolean closed,
            Set<Integer> mine, int voters) implements TimelineItem {
        public PollItem {
            options = List.copyOf(options);
            mine = Set.copyOf(mine);
        }
    }

    /// Files proposed; `taken` where this user took them from a shelf: they are nothing new.
    ///
    /// @param offer the id in hex, as [FileTransfers] has it
    /// @param names the first ten: somebody's text; where there are folders, of the topmost files and folders
    /// @param handedIn whether this user hands them into a box
    record Offer(Head head, String offer, List<String> names, long files, long bytes, long folders,
            boolean taken, boolean handedIn) implements TimelineItem {
        public Offer(Head head, String offer, List<String> names, long files, long bytes) {
            this(head, offer, names, files, bytes, 0, false, false);
        }
    }

    /// A hand-in box.
    record BoxItem(Head head, HandInBox what, boolean closed) implements TimelineItem {
        /// Whether files may be handed in, late or not.
        public boolean isOpen() {
            return what.open() && !closed;
        }
    }
}
