package io.landline.node.conversation;

import io.landline.chat.KeptDraft;
import io.landline.node.port.CommandException;
import io.landline.node.room.ConversationIds;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.storage.choices.SqliteDrafts;
import java.util.HashMap;
import java.util.Map;

/// What was typed in conversations and not sent. Any thread; waits for the disk.
public final class ConversationDrafts {
    private final SqliteDrafts drafts;
    private final OwnRooms rooms;
    private final ConversationIds ids;

    public ConversationDrafts(SqliteDrafts drafts, OwnRooms rooms, ConversationIds ids) {
        this.drafts = drafts;
        this.rooms = rooms;
        this.ids = ids;
    }

    /// By conversation, without those of rooms that were left.
    public Map<String, KeptDraft> all() {
        var texts = new HashMap<String, KeptDraft>();
        for (SqliteDrafts.Draft draft : drafts.all()) {
            Room room = rooms.byId(draft.conversation().asRoom());
            Fingerprint peer = draft.peer();
            if (room != null) {
                texts.put(rooms.conversation(room), draft.kept());
            } else if (peer != null) {
                texts.put(peer.hex(), draft.kept());
            }
        }
        return texts;
    }

    public void keep(String conversation, KeptDraft draft) throws CommandException {
        Addressee of = ids.find(conversation);
        DatabaseAccess.run(() -> drafts.keep(new SqliteDrafts.Draft(ids.of(of), of.person(), draft)));
    }
}
