package io.landline.chat.sync;

import io.landline.chat.ChatStores;
import io.landline.chat.EntryStore;
import io.landline.chat.LogKey;
import io.landline.chat.Membership;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.cost.ThrottledLog;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Set;
import java.util.random.RandomGenerator;

/// What all parts of the conversations share.
///
/// @param standings who goes first, and who may cost how much
/// @param limits of each conversation
/// @param random log ids, and the member that is asked each minute
/// @param notTaken says why entries of peers are not taken
record ChatContext(Identity self, ChatStores stores, Membership membership, Standings standings,
        ConversationLimits limits,
        PendingEvents events, InstantSource clock, RandomGenerator random, ThrottledLog notTaken) {
    boolean isOwn(LogKey log) {
        return log.author().equals(self.fingerprint());
    }

    Fingerprint me() {
        return self.fingerprint();
    }

    EntryStore entries() {
        return stores.entries();
    }

    /// How well this user knows a person in this conversation. Somebody admitted by a member counts as vouched for,
    /// anybody else at least as one of the people of an open room.
    Standing standingIn(ConversationId conversation, Fingerprint person) {
        Standing known = standings.of(person);
        if (known.isAtLeast(Standing.MEMBER)) return known;
        RoomId room = conversation.asRoom();
        return isVouchedFor(room, person) ? Standing.VOUCHED : Standing.OPEN_ROOM;
    }

    /// The same for many people in one step: each costs no question to the disk.
    Standings standingsIn(ConversationId conversation) {
        RoomId room = conversation.asRoom();
        Set<Fingerprint> admitted = membership.isOpen(room) ? Set.of() : stores.admissions().members(room);
        var asked = new HashMap<Fingerprint, Standing>();
        return person -> asked.computeIfAbsent(person, each -> {
            boolean isVouched = admitted.contains(each) && !standings.of(each).isAtLeast(Standing.MEMBER);
            return isVouched ? Standing.VOUCHED : standingIn(conversation, each);
        });
    }

    /// Whether a member says that this person belongs to a room with a key: by an admission, or by the change of words
    /// that made or retired the room. A node may take a change of a room that it never joined before; then it has no
    /// admissions there.
    boolean isVouchedFor(RoomId room, Fingerprint person) {
        if (membership.isOpen(room)) return false;
        return stores.admissions().find(room, person) != null || membership.isRetired(room)
                && (membership.goesAlong(room, person) || membership.isChosenFor(room, person));
    }
}
