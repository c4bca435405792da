package io.landline.node.conversation;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.sync.Conversations;
import io.landline.node.room.NodeStandings;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.HashSet;
import java.util.Set;

/// Raises the standing of each person this user writes to directly, and has what was not taken of theirs asked for. On
/// the conversations' queue.
public final class DirectWriting implements ConversationListener {
    private final OwnRooms rooms;
    private final NodeStandings standings;
    private final Conversations conversations;
    /// Direct conversations that were looked at. Confined to the conversations' queue.
    private final Set<ConversationId> writtenIn = new HashSet<>();

    public DirectWriting(OwnRooms rooms, NodeStandings standings, Conversations conversations) {
        this.rooms = rooms;
        this.standings = standings;
        this.conversations = conversations;
    }

    @Override
    public void stored(Entry entry, EntrySource source) {
        ConversationId conversation = entry.header().conversation();
        if (source != EntrySource.OWN || rooms.byId(conversation.asRoom()) != null || !writtenIn.add(conversation)) {
            return;
        }
        Fingerprint peer = conversations.directPeer(conversation);
        if (peer != null && standings.wroteTo(peer)) conversations.reconsider(peer);
    }
}
