package io.landline.node;

import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.event.PeerNames;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.OwnRooms;
import io.landline.node.room.TypedReference;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The people that this user blocked, and the person that a command about blocks and limits means. Any thread; reads
/// the database.
public final class BlockList {
    /// @param name somebody's text
    public record Person(Fingerprint peer, String name, boolean verified, boolean blocked) {
        private static final Comparator<Person> BY_NAME = Comparator
                .comparing(Person::name, NameOrder.BY_NAME)
                .thenComparing(Person::peer);
    }

    private final Fingerprint self;
    private final TrustStore trust;
    private final PeerNames names;
    private final ConversationResolver resolver;
    private final OwnRooms rooms;
    private final MemberRecords members;

    BlockList(Fingerprint self, TrustStore trust, PeerNames names, ConversationResolver resolver, OwnRooms rooms,
            MemberRecords members) {
        this.self = self;
        this.trust = trust;
        this.names = names;
        this.resolver = resolver;
        this.rooms = rooms;
        this.members = members;
    }

    /// All that are blocked, by name.
    public List<Person> all() throws CommandException {
        return DatabaseAccess.of(() -> trust.blocked().stream().map(this::person).sorted(Person.BY_NAME).toList());
    }

    /// The person that a name or the first digits mean: somebody here, met, or a member that others let in. Of several
    /// people of one name those that are blocked come first where that shall end.
    /// A whole fingerprint may be that of a stranger, who is kept out before they come.
    public Person find(String typed, boolean willBeBlocked) throws CommandException {
        return find(typed, willBeBlocked ? Set.of() : DatabaseAccess.of(() -> Set.copyOf(trust.blocked())), true);
    }

    /// As [#find(String, boolean)], but never a stranger.
    ///
    /// @param first of several people of one name these come first, and they need not be known otherwise
    public Person findKnown(String typed, Set<Fingerprint> first) throws CommandException {
        return find(typed, first, false);
    }

    private Person find(String typed, Set<Fingerprint> first, boolean mayBeStranger) throws CommandException {
        return DatabaseAccess.of(() -> {
            Map<Fingerprint, String> preferred = new HashMap<>();
            for (Fingerprint each : first) preferred.put(each, names.name(each));
            if (!TypedReference.person(typed, preferred).isEmpty()) {
                return person(resolver.person(typed, preferred));
            }
            Map<Fingerprint, String> known = resolver.known();
            rooms.withRetired()
                    .forEach(room -> members.members(room, Set.of())
                            .forEach(each -> known.putIfAbsent(each.peer(), each.name())));
            boolean isWhole = Fingerprint.isWhole(typed);
            Fingerprint peer = isWhole && (mayBeStranger || hasName(Fingerprint.parse(typed)))
                    ? Fingerprint.parse(typed)
                    : resolver.person(typed, withoutUs(typed, known));
            if (peer.equals(self)) throw itIsYou();
            return person(peer);
        });
    }

    /// People who were met have one, and those who wrote something that is here.
    private boolean hasName(Fingerprint peer) {
        return !names.name(peer).equals(peer.brief());
    }

    /// This user's own name and digits mean somebody else who has them, too.
    private Map<Fingerprint, String> withoutUs(String typed, Map<Fingerprint, String> known) throws CommandException {
        known.remove(self);
        Map<Fingerprint, String> us = Map.of(self, names.own());
        boolean isUs = !TypedReference.person(typed, us).isEmpty();
        if (isUs && TypedReference.person(typed, known).isEmpty()) throw itIsYou();
        return known;
    }

    private static CommandException itIsYou() {
        return new CommandException(Code.MALFORMED, "That is you. Name the other person. Nothing was changed.");
    }

    private Person person(Fingerprint peer) {
        PinnedPeer pinned = trust.pinned(peer);
        return new Person(peer, names.name(peer), pinned != null && pinned.verified(),
                pinned != null && pinned.blocked());
    }
}
