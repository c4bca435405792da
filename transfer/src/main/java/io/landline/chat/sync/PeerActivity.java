package io.landline.chat.sync;

import io.landline.chat.PersonStatus;
import io.landline.chat.frame.StatusFrame;
import io.landline.chat.frame.TypingFrame;
import io.landline.cost.AskPace;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.session.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who types now, and what people say of themselves: frames on open sessions, gone with these, never stored and never
/// logged (docs/protocol/activity.md). Bounded by the sessions and the rooms that they joined. Confined
/// to the conversations' thread.
final class PeerActivity {
    /// How long one frame counts. Another one comes every [#TYPING_EVERY]: two have to be missed before it ends.
    static final Duration TYPING_SHOWN = Duration.ofSeconds(5);
    /// While a person types, the next frame goes out this soon: one may be lost or late.
    static final Duration TYPING_EVERY = Duration.ofSeconds(2);
    /// Between two of our own statuses to one peer. The other side takes no more than [AskPace#ACTIVITY_PER_SECOND].
    static final Duration STATUS_EVERY = Duration.ofSeconds(1);

    /// What is known of one session.
    private static final class Link {
        /// Until when the person types, by conversation.
        final Map<ConversationId, Duration> typingUntil = new HashMap<>();
        PersonStatus theirs = PersonStatus.NONE;
        /// The last one that came too soon; null where none waits.
        @Nullable
        PersonStatus early;
        /// What we told last; null where that may be lost.
        @Nullable
        PersonStatus told = PersonStatus.NONE;
        Duration mayTellAt = Duration.ZERO;
        /// When the user typed while the peer still took us for somebody who hides, by conversation.
        final Map<ConversationId, Duration> typingWaits = new HashMap<>();
    }

    private final ChatContext context;
    private final ConversationAccess access;
    private final Map<PeerLink, Link> links = new HashMap<>();
    /// Of each person, over all sessions: who comes again without end would have them anew. What is above is dropped.
    private final AskPace typing = AskPace.ofActivity();
    private final AskPace statuses = AskPace.ofActivity();
    private final Map<ConversationId, Duration> typedHere = new HashMap<>();
    private PersonStatus own = PersonStatus.NONE;

    PeerActivity(ChatContext context, ConversationAccess access) {
        this.context = context;
        this.access = access;
    }

    /// Whether others are told when this user types and reads, and this user sees the same of them.
    boolean isShared() {
        return !own.hides();
    }

    void share(boolean shared) {
        own = own.withHides(!shared);
        if (shared) return;
        links.forEach((peer, link) -> {
            stopAll(peer, link);
            link.typingWaits.clear();
        });
    }

    /// Here, away or busy. It is told at the next tick.
    void status(PersonStatus status) {
        own = status.withHides(own.hides());
    }

    /// The user types: says so to everybody in this conversation, at most as often as [#TYPING_EVERY].
    void typing(ConversationId conversation, Duration uptime) {
        if (!isShared()) return;
        typedHere.values().removeIf(at -> uptime.minus(at).compareTo(TYPING_EVERY) >= 0);
        if (typedHere.putIfAbsent(conversation, uptime) != null) return;
        for (PeerLink peer : access.members(conversation)) {
            if (understands(peer)) tellTyping(peer, conversation, uptime);
        }
    }

    /// As long as a peer takes us for hidden, it passes this over. So it goes out behind the status that ends that.
    private void tellTyping(PeerLink peer, ConversationId conversation, Duration uptime) {
        Link link = links.get(peer);
        if (link != null && (link.told == null || link.told.hides())) {
            link.typingWaits.put(conversation, uptime);
        } else {
            peer.offer(new TypingFrame(conversation).encode());
        }
    }

    private void tellTypingThatWaited(PeerLink peer, Link link, Duration uptime) {
        link.typingWaits.forEach((conversation, at) -> {
            boolean isOver = uptime.minus(at).compareTo(TYPING_EVERY) >= 0; // who types on says so again
            if (!isOver && access.maySync(peer, conversation)) {
                peer.offer(new TypingFrame(conversation).encode());
            }
        });
        link.typingWaits.clear();
    }

    /// The user wrote there: this ends the typing.
    void wrote(ConversationId conversation) {
        for (Link link : links.values()) link.typingWaits.remove(conversation);
    }

    private static boolean understands(PeerLink peer) {
        return peer.session.capabilities().contains(Session.ACTIVITY_CAPABILITY);
    }

    /// The peer has joined a room on this session.
    void joined(PeerLink peer) {
        links.computeIfAbsent(peer, _ -> new Link());
    }

    /// Another connection carries the session: the last status may be lost, and is told again.
    void carriedAnew(PeerLink peer) {
        Link link = links.get(peer);
        if (link != null) link.told = null;
    }

    /// The person has left the room or has written there: either ends the typing.
    void stopped(PeerLink peer, ConversationId conversation) {
        Link link = links.get(peer);
        if (link != null) stop(peer, link, conversation);
    }

    void closed(PeerLink peer) {
        Link link = links.remove(peer);
        if (link == null) return;
        stopAll(peer, link);
        if (!link.theirs.equals(PersonStatus.NONE)) told(peer.peer, PersonStatus.NONE);
    }

    void received(PeerLink peer, TypingFrame frame, Duration uptime) {
        Link link = links.get(peer);
        if (link == null || typing.allow(peer.peer, 1, uptime) == 0) return;
        ConversationId conversation = frame.conversation();
        boolean wanted = isShared() && !link.theirs.hides() && access.maySync(peer, conversation)
                && (!ConversationAccess.isDirect(peer, conversation) || access.takesDirect(peer));
        if (!wanted) return;
        if (link.typingUntil.put(conversation, uptime.plus(TYPING_SHOWN)) == null) {
            context.events().add(to -> to.typing(conversation, peer.peer, true));
        }
    }

    void received(PeerLink peer, StatusFrame frame, Duration uptime) {
        Link link = links.get(peer);
        if (link == null) return;
        link.early = frame.status();
        takeEarly(peer, link, uptime);
    }

    /// Takes the last status of those that came, if a second allows one.
    private void takeEarly(PeerLink peer, Link link, Duration uptime) {
        PersonStatus status = link.early;
        if (status == null || statuses.allow(peer.peer, 1, uptime) == 0) return;
        link.early = null;
        if (link.theirs.equals(status)) return;
        link.theirs = status;
        if (link.theirs.hides()) stopAll(peer, link);
        told(peer.peer, link.theirs);
    }

    private void told(Fingerprint peer, PersonStatus status) {
        context.events().add(to -> to.status(peer, status));
    }

    private void stopAll(PeerLink peer, Link link) {
        for (ConversationId conversation : List.copyOf(link.typingUntil.keySet())) stop(peer, link, conversation);
    }

    private void stop(PeerLink peer, Link link, ConversationId conversation) {
        if (link.typingUntil.remove(conversation) == null) return;
        context.events().add(to -> to.typing(conversation, peer.peer, false));
    }

    /// Ends what is over and tells our status where it is not known. The answer is when to look again; `later` where
    /// nothing waits.
    Duration tick(Duration uptime, Duration later) {
        Duration next = later;
        for (var each : links.entrySet()) {
            Duration look = tick(each.getKey(), each.getValue(), uptime);
            if (look != null && look.compareTo(next) < 0) next = look;
        }
        return next;
    }

    private @Nullable Duration tick(PeerLink peer, Link link, Duration uptime) {
        takeEarly(peer, link, uptime);
        Duration next = link.early == null ? null : uptime.plus(STATUS_EVERY);
        for (Iterator<Map.Entry<ConversationId, Duration>> all = link.typingUntil.entrySet().iterator(); all
                .hasNext();) {
            Map.Entry<ConversationId, Duration> typing = all.next();
            if (typing.getValue().compareTo(uptime) <= 0) {
                all.remove();
                ConversationId conversation = typing.getKey();
                context.events().add(to -> to.typing(conversation, peer.peer, false));
            } else if (next == null || typing.getValue().compareTo(next) < 0) {
                next = typing.getValue();
            }
        }
        if (own.equals(link.told) || !understands(peer)) return next;
        if (link.mayTellAt.compareTo(uptime) <= 0 && peer.offer(new StatusFrame(own).encode())) {
            link.told = own;
            link.mayTellAt = uptime.plus(STATUS_EVERY);
            if (own.hides()) {
                typedHere.clear(); // typing is not shown there any more: the next key after the hiding says it anew
            } else {
                tellTypingThatWaited(peer, link, uptime);
            }
            return next;
        }
        Duration again = link.mayTellAt.compareTo(uptime) > 0 ? link.mayTellAt : uptime.plus(STATUS_EVERY);
        return next == null || again.compareTo(next) < 0 ? again : next;
    }
}
