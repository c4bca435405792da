package io.landline.node.conversation;

import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.ConversationListener.Pause;
import io.landline.chat.sync.Conversations;
import io.landline.node.event.PeerNames;
import io.landline.node.port.Chats.Paused;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The people who are held back by a limit: nothing more of theirs is taken today. Any thread.
public final class PausedPeople {
    private final Conversations conversations;
    private final PeerNames names;

    public PausedPeople(Conversations conversations, PeerNames names) {
        this.conversations = conversations;
        this.names = names;
    }

    public List<Paused> in(ConversationId id) {
        return conversations.pauses()
                .stream()
                .filter(each -> each.conversation().equals(id))
                .map(each -> new Paused(each.person(), names.name(each.person()), each.limit() == Limit.UNKNOWN_KINDS))
                .toList();
    }

    public Set<Fingerprint> everywhere() {
        return conversations.pauses().stream().map(Pause::person).collect(Collectors.toSet());
    }

    public void allowMore(Fingerprint person) {
        conversations.allowMore(person);
    }
}
