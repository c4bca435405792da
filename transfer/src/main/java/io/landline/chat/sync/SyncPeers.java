package io.landline.chat.sync;

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
final class SyncPeers {
    private final ChatContext parts;
    private final Map<Session, PeerSync> links = new LinkedHashMap<>();
    private final ClaimBudget claims;
    private final LimitWarnings warnings;
    private final UnknownWriters writers;

    SyncPeers(ChatContext parts, LimitWarnings warnings, LogFilter gate) {
        this.parts = parts;
        this.warnings = warnings;
        writers = new UnknownWriters(parts, warnings, gate);
        claims = new ClaimBudget(parts.bounds().claims());
    }

    PeerSync link(Session session) {
        return links.computeIfAbsent(session, s -> new PeerSync(s, parts.me(), claims, parts.standings()));
    }

    @Nullable
    PeerSync remove(Session session) {
        PeerSync link = links.remove(session);
        if (link != null) link.claims.clear();
        return link;
    }

    /// Null for a session that brought nothing yet, or has ended.
    @Nullable
    PeerSync find(Session session) {
        return links.get(session);
    }

    /// Whether the session of this link is still one of ours.
    boolean isThere(PeerSync link) {
        return links.get(link.session) == link;
    }

    Collection<PeerSync> links() {
        return Collections.unmodifiableCollection(links.values());
    }

    /// Everybody who is connected and belongs to this conversation.
    List<PeerSync> members(ConversationId conversation) {
        return links.values().stream().filter(link -> maySync(link, conversation)).toList();
    }

    /// Whether anything of this conversation may go to that peer or be taken from it.
    boolean maySync(PeerSync link, ConversationId conversation) {
        return conversation.equals(link.direct)
                ? !link.session.joined().isEmpty()
                : link.isJoined(conversation.asRoom());
    }

    static boolean isDirect(PeerSync link, ConversationId conversation) {
        return conversation.equals(link.direct);
    }

    /// Whether the peer's direct entries are not taken: only open rooms are common, and the person has not been asked;
    /// or too many people that the user does not know have written. Says so.
    boolean holdsBack(PeerSync link) {
        boolean isFromOpenRoom = !takesDirect(link);
        if (!isFromOpenRoom && writers.admits(link.peer, link.direct, this::peers)) return false;
        if (isFromOpenRoom && !link.heldBackTold) warnings.heldBack(link.peer);
        link.heldBackTold = true;
        return true;
    }

    /// The peer's direct entries are taken now.
    void takesWritten(PeerSync link) {
        writers.wrote(link.peer, this::peers);
    }

    private Set<Fingerprint> peers() {
        return links.keySet().stream().map(Session::peer).collect(Collectors.toSet());
    }

    /// Some direct conversations may be empty now.
    void cut() {
        writers.forget();
    }

    /// Whether what the peer writes directly is taken: a room with a key is common, or the person was asked.
    boolean takesDirect(PeerSync link) {
        for (RoomId room : link.session.joined()) {
            if (!parts.membership().isOpen(room)) return true;
        }
        return parts.membership().takesDirectFromOpenRooms(link.peer);
    }

    /// Whether entries of this author are allowed in this conversation at all, no matter which peer hands them over.
    boolean isAuthorOf(PeerSync link, ConversationId conversation, Fingerprint author) {
        if (author.equals(parts.me()) || author.equals(link.peer)) return true;
        if (isDirect(link, conversation)) return false;
        RoomId room = conversation.asRoom();
        return parts.membership().isOpen(room) || parts.isVouchedFor(room, author);
    }
}
