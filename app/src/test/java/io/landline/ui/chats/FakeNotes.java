package io.landline.ui.chats;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageNotes;
import io.landline.room.EntryId;
import java.util.ArrayList;
import java.util.List;

/// What is saved, in memory, and whom every message reached.
public final class FakeNotes implements MessageNotes {
    /// The last first.
    public final List<EntryId> saved = new ArrayList<>();
    /// What is saved and not kept any more; it stands first.
    public final List<Saved> removed = new ArrayList<>();
    public List<Receiver> receivers = List.of();
    private final FakeChats chats;

    FakeNotes(FakeChats chats) { this.chats = chats; }

    @Override
    public List<Receiver> receivers(EntryId target) {
        return receivers;
    }

    @Override
    public void save(EntryId target, boolean isSaved) throws CommandException {
        if (chats.diskFull) throw new CommandException(Code.STORAGE, "the disk is full");
        saved.remove(target);
        removed.removeIf(each -> each.id().equals(target));
        if (isSaved) saved.addFirst(target);
    }

    @Override
    public List<Saved> saved() {
        var found = new ArrayList<>(removed);
        for (EntryId id : saved) {
            chats.items.forEach((key, items) -> items.stream()
                    .filter(each -> each.id().equals(id))
                    .forEach(each -> found.add(Saved.of(key, each))));
        }
        return found;
    }
}
