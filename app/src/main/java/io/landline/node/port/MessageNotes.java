package io.landline.node.port;

import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this node alone knows of messages, and what its user keeps for themselves. None of it travels. Any thread, but
/// not one that must not wait for the disk.
public interface MessageNotes {
    /// More messages than this are not saved.
    int SAVED_MAX = 500;

    /// The people that an own entry reached.
    ///
    /// @param name somebody's text
    /// @param delivered when that was told here; null where it is not known any more
    /// @param isRead whether the person saw it; false where that is not shared
    /// @param read when that was told here; null as above
    record Receiver(Fingerprint person, String name, @Nullable Instant delivered, boolean isRead,
            @Nullable Instant read) {}

    /// Those that an own entry reached, by name; empty for others' entries.
    List<Receiver> receivers(EntryId target) throws CommandException;

    /// Keeps a message in the user's own list, or takes it out. It is kept by its name: what its author deletes is gone
    /// there too. What is not here any more can only be taken out. Refused where [#SAVED_MAX] are saved.
    void save(EntryId target, boolean isSaved) throws CommandException;

    /// A saved message.
    ///
    /// @param conversation as [Chats.Found] has it
    /// @param name the author's: somebody's text; empty for our own
    /// @param written by the author's clock
    /// @param item as it is now; null where it was removed here, because its conversation is not kept that long
    record Saved(EntryId id, String conversation, Fingerprint author, String name, Instant written,
            @Nullable TimelineItem item) {
        public static Saved of(String conversation, TimelineItem item) {
            return new Saved(item.id(), conversation, item.author(), item.name(), item.written(), item);
        }
    }

    /// What is saved, the last first.
    List<Saved> saved() throws CommandException;
}
