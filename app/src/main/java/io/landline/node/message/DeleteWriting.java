package io.landline.node.message;

import io.landline.chat.Entry;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Reference;
import io.landline.chat.sync.Conversations;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.room.ConversationId;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import io.landline.storage.entries.ActRows.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes the deletes of a message: they name all that holds the words. Mostly it is one. What stands in a room that its
/// conversation went on from is named by a delete for that room (docs/protocol/new-words.md, "Acts on what was said
/// before"). Any thread; waits for the disk.
final class DeleteWriting {
    /// Edits of each twin in each room: far more than somebody makes who edits one message in several copies of a
    /// profile. Each holds the words too, also one that does not count.
    static final int EDITS_MAX = 1_024;

    private final Conversations conversations;
    private final TimelineViews views;
    private final JoinedTimeline joined;

    DeleteWriting(Conversations conversations, TimelineViews views, JoinedTimeline joined) {
        this.conversations = conversations;
        this.views = views;
        this.joined = joined;
    }

    /// All deletes that take the message away, to be written in this order. The message goes with the last one: where
    /// one cannot be written, it is still there, and can be deleted again.
    List<Delete> of(Located message) throws CommandException {
        Reference target = message.entry().reference();
        ConversationId now = joined.current(message.conversation());
        List<Named> named = named(message);
        var deletes = new ArrayList<Delete>();
        for (int from = Edit.COUNTED_MAX; from < named.size(); from += Edit.COUNTED_MAX) {
            List<Named> some = named.subList(from, Math.min(named.size(), from + Edit.COUNTED_MAX));
            deletes.add(delete(some.getFirst().what(), now, byRoom(some)));
        }
        Map<ConversationId, List<Reference>> first = byRoom(
                named.subList(0, Math.min(named.size(), Edit.COUNTED_MAX)));
        first.computeIfAbsent(message.conversation(), _ -> List.of());
        deletes.add(delete(target, now, first));
        return deletes;
    }

    private Delete delete(Reference target, ConversationId now, Map<ConversationId, List<Reference>> named)
            throws CommandException {
        List<Reference> here = named.getOrDefault(now, List.of());
        if (named.keySet().stream().filter(room -> !room.equals(now)).count() > Delete.EARLIER_MAX) {
            throw new CommandException(Code.NOT_POSSIBLE, "This message was edited under more than "
                    + Delete.EARLIER_MAX + " different words of the room. Nothing was done.");
        }
        var earlier = new ArrayList<String>();
        named.forEach((room, others) -> {
            if (!room.equals(now)) earlier.add(conversations.deletionFor(room, new Delete(target, others)));
        });
        return new Delete(target, here, earlier);
    }

    private record Named(ConversationId room, Reference what) {}

    /// What holds the words beside the message. Its twins are first: what one delete takes away leaves one
    /// placeholder.
    private List<Named> named(Located message) {
        Words words = views.words(message.entry(), EDITS_MAX);
        var named = new ArrayList<Named>();
        for (Reference name : words.names()) {
            if (!name.equals(message.entry().reference())) named.add(new Named(message.conversation(), name));
        }
        for (Entry edit : words.edits()) named.add(new Named(edit.header().conversation(), edit.reference()));
        return named;
    }

    private static Map<ConversationId, List<Reference>> byRoom(List<Named> named) {
        Map<ConversationId, List<Reference>> rooms = new LinkedHashMap<>();
        for (Named each : named) rooms.computeIfAbsent(each.room(), _ -> new ArrayList<>()).add(each.what());
        return rooms;
    }
}
