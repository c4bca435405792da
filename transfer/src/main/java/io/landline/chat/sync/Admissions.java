package io.landline.chat.sync;

import io.landline.chat.Admission;
import io.landline.chat.AdmissionStore;
import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.frame.AdmissionsFrame;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which member vouches for which in keyed rooms. Confined to the conversations' thread.
final class Admissions {
    /// Of an admission by who went along: as if its signer had proved the key to us.
    private static final int LINKS_BY_CHANGE = 2;

    private final ChatContext context;
    private final LimitWarnings warnings;
    private final FullRooms full = new FullRooms();

    Admissions(ChatContext context, LimitWarnings warnings) {
        this.context = context;
        this.warnings = warnings;
    }

    /// The peer proved the room's key to us: from now on we vouch for it.
    void admit(RoomId room, byte[] memberKey) {
        if (context.membership().isOpen(room) || context.membership().isRetired(room)) return;
        Admission known = store().find(room, Fingerprint.ofPublicKey(memberKey));
        if (known != null && known.links() == 1) return;
        if (known == null && store().count(room) >= context.limits().members()) store().dropNewestVouchedFor(room);
        store().put(Admission.signed(context.self(), room, memberKey, context.clock().instant()));
    }

    /// Keeps the admissions that count and are new, one in each piece of work. Those with a signer that nobody vouches
    /// for are dropped silently; a forged one ends the session.
    FrameWork received(PeerLink link, AdmissionsFrame frame, Duration uptime) {
        Iterator<Admission> admissions = frame.admissions().iterator();
        return () -> {
            if (admissions.hasNext()) take(link, admissions.next(), uptime);
            return admissions.hasNext();
        };
    }

    private void take(PeerLink link, Admission admission, Duration uptime) throws MalformedFrameException {
        if (!link.isJoined(admission.room()) || context.membership().isOpen(admission.room())) return;
        if (context.membership().isRetired(admission.room()) && !goesAlong(admission)) return;
        int links = links(admission);
        Admission known = store().find(admission.room(), admission.member());
        if (links > Admission.LINKS_MAX || (known != null && known.links() <= links)) return;
        if (known == null && isSignerFull(admission)) return;
        if (!admission.signatureHolds()) throw new MalformedFrameException("forged admission");
        if (known == null && !hasSpaceIn(admission.room(), uptime)) return;
        store().put(admission.withLinks(links));
    }

    private boolean goesAlong(Admission ofRetired) {
        return context.membership().goesAlong(ofRetired.room(), ofRetired.signer());
    }

    /// One member vouches for a bounded number of people, so that it cannot take the places of all others'.
    private boolean isSignerFull(Admission admission) {
        RoomId room = admission.room();
        boolean full = store().countSignedBy(room, admission.signerKey()) >= CostRules.ADMISSIONS_A_SIGNER_MAX;
        if (full) warnings.reached(admission.signer(), ConversationId.of(room), Limit.ADMISSIONS);
        return full;
    }

    /// Somebody else may go for it.
    private boolean hasSpaceIn(RoomId room, Duration uptime) {
        if (store().count(room) < context.limits().members()) return true;
        ConversationId conversation = ConversationId.of(room);
        if (!full.mayLook(conversation, Standing.VOUCHED, uptime)) return false;
        if (store().dropNewestVouchedFor(room)) return true;
        full.lookedInVain(conversation, Standing.VOUCHED, uptime);
        return false;
    }

    private int links(Admission admission) {
        Fingerprint signer = admission.signer();
        if (signer.equals(context.me())) return 1;
        Admission ofSigner = store().find(admission.room(), signer);
        if (ofSigner == null && goesAlong(admission)) return LINKS_BY_CHANGE;
        return ofSigner == null ? Admission.LINKS_MAX + 1 : ofSigner.links() + 1;
    }

    /// Sends what the peer needs to take entries of these authors, once a session. False: its lane is full, try again.
    boolean tell(PeerLink link, ConversationId conversation, Set<Fingerprint> authors) {
        if (ConversationAccess.isDirect(link, conversation) || context.membership().isOpen(conversation.asRoom())) {
            return true;
        }
        RoomId room = conversation.asRoom();
        Set<Fingerprint> told = link.admissionsTold(room, context.limits());
        var due = new ArrayList<Admission>();
        for (Fingerprint author : authors) {
            if (told.contains(author)) continue;
            List<Admission> chain = chain(room, author, link.peer, told);
            if (due.size() + chain.size() > AdmissionsFrame.ADMISSIONS_MAX) break;
            due.addAll(chain);
        }
        if (due.isEmpty()) return true;
        if (!link.offer(new AdmissionsFrame(due).encode())) return false;
        for (Admission admission : due) told.add(admission.member());
        return true;
    }

    /// The chain of admissions from a member that we admitted, or that the peer admitted, to the author; empty for
    /// authors that need none.
    private List<Admission> chain(RoomId room, Fingerprint author, Fingerprint peer, Set<Fingerprint> told) {
        Deque<Admission> chain = new ArrayDeque<>();
        Fingerprint next = author;
        while (chain.size() < Admission.LINKS_MAX && !next.equals(context.me()) && !next.equals(peer)
                && !told.contains(next)) {
            @Nullable
            Admission admission = store().find(room, next);
            if (admission == null) return List.of();
            chain.addFirst(admission);
            next = admission.signer();
        }
        return List.copyOf(chain);
    }

    private AdmissionStore store() {
        return context.stores().admissions();
    }
}
