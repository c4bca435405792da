package io.landline.node.message;

import io.landline.chat.Entry;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Reference;
import io.landline.chat.sync.Conversations;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the delete of a message: it names all that holds the words. What stands in a room that its conversation went
/// on from is named by a delete for that room (docs/protocol/new-words.md, "Acts on what was said before"). Any thread;
/// waits for the disk.
final class DeleteWriting {
    private final Conversations conversations;
    private final TimelineViews views;
    private final JoinedTimeline joined;
    private final Fingerprint self;

    DeleteWriting(Conversations conversations, TimelineViews views, JoinedTimeline joined, Fingerprint self) {
        this.conversations = conversations;
        this.views = views;
        this.joined = joined;
        this.self = self;
    }

    Delete of(Located message) throws CommandException {
        Reference target = message.entry().reference();
        ConversationId now = joined.current(message.conversation());
        Map<ConversationId, List<Reference>> named = named(message, target);
        List<Reference> here = named.getOrDefault(now, List.of());
        named.remove(now);
        if (named.size() > Delete.EARLIER_MAX) {
            throw new CommandException(Code.NOT_POSSIBLE, "This message was edited under more than "
                    + Delete.EARLIER_MAX + " different words of the room. Nothing was done.");
        }
        var earlier = new ArrayList<String>();
        named.forEach((room, others) -> earlier.add(conversations.deletionFor(room, new Delete(target, others))));
        return new Delete(target, here, earlier);
    }

    /// What holds the words beside the message, by its room.
    private Map<ConversationId, List<Reference>> named(Located message, Reference target) {
        Map<ConversationId, List<Reference>> named = new LinkedHashMap<>();
        List<Reference> own = named.computeIfAbsent(message.conversation(), _ -> new ArrayList<>());
        own.addAll(views.twins(message.entry()));
        int count = own.size();
        for (Entry edit : views.edits(message.conversation(), target)) {
            if (!edit.author().equals(self)) continue;
            if (++count > Edit.COUNTED_MAX) break;
            named.computeIfAbsent(edit.header().conversation(), _ -> new ArrayList<>()).add(edit.reference());
        }
        return named;
    }
}
