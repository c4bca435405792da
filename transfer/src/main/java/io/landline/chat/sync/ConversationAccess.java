package io.landline.chat.sync;

import io.landline.chat.pace.ClaimBudget;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.Session;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The open sessions, and which conversation may pass over which. Confined to the conversations' thread.
final class ConversationAccess {
    private final ChatContext context;
    private final Map<Session, PeerLink> links = new LinkedHashMap<>();
    private final ClaimBudget claims;
    private final LimitWarnings warnings;
    private final UnknownWriters writers;

    ConversationAccess(ChatContext context, LimitWarnings warnings, LogFilter filter) {
        this.context = context;
        this.warnings = warnings;
        writers = new UnknownWriters(context, warnings, filter);
        claims = new ClaimBudget(context.limits().claims());
    }

    PeerLink link(Session session) {
        return links.computeIfAbsent(session, s -> new PeerLink(s, context.me(), claims, context.standings()));
    }

    @Nullable
    PeerLink remove(Session session) {
        PeerLink link = links.remove(session);
        if (link != null) link.inventory.clear();
        return link;
    }

    /// Null for a session that brought nothing yet, or has ended.
    @Nullable
    PeerLink find(Session session) {
        return links.get(session);
    }

    /// Whether the session of this link is still one of ours.
    boolean isThere(PeerLink link) {
        return links.get(link.session) == link;
    }

    Collection<PeerLink> links() {
        return Collections.unmodifiableCollection(links.values());
    }

    /// Everybody who is connected and belongs to this conversation.
    List<PeerLink> members(ConversationId conversation) {
        return links.values().stream().filter(link -> maySync(link, conversation)).toList();
    }

    /// Whether anything of this conversation may go to that peer or be taken from it.
    boolean maySync(PeerLink link, ConversationId conversation) {
        return conversation.equals(link.direct)
                ? !link.session.joined().isEmpty()
                : link.isJoined(conversation.asRoom());
    }

    static boolean isDirect(PeerLink link, ConversationId conversation) {
        return conversation.equals(link.direct);
    }

    /// Whether the peer's direct entries are not taken: only open rooms are common, and the user has not agreed;
    /// or too many people that the user does not know have written. Says so.
    boolean holdsBack(PeerLink link) {
        boolean isFromOpenRoom = !takesDirect(link);
        if (!isFromOpenRoom && writers.admits(link.peer, link.direct, this::peers)) return false;
        if (isFromOpenRoom && !link.heldBackTold) warnings.heldBack(link.peer);
        link.heldBackTold = true;
        return true;
    }

    /// The peer's direct entries are taken now.
    void takesWritten(PeerLink link) {
        writers.wrote(link.peer, this::peers);
    }

    private Set<Fingerprint> peers() {
        return links.keySet().stream().map(Session::peer).collect(Collectors.toSet());
    }

    /// Some direct conversations may be empty now.
    void cut() {
        writers.forget();
    }

    /// Whether what the peer writes directly is taken: a room with a key is common, or the user agreed.
    boolean takesDirect(PeerLink link) {
        for (RoomId room : link.session.joined()) {
            if (!context.membership().isOpen(room)) return true;
        }
        return context.membership().takesDirectFromOpenRooms(link.peer);
    }

    /// Whether entries of this author are allowed in this conversation at all, no matter which peer hands them over.
    boolean isAuthorOf(PeerLink link, ConversationId conversation, Fingerprint author) {
        if (author.equals(context.me()) || author.equals(link.peer)) return true;
        if (isDirect(link, conversation)) return false;
        RoomId room = conversation.asRoom();
        return context.membership().isOpen(room) || context.isVouchedFor(room, author);
    }
}
