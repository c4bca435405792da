package io.landline.node.event;

import static java.util.Objects.requireNonNull;

import io.landline.handshake.TrustStore;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameSkeleton;
import io.landline.peer.PeerName;
import io.landline.people.Person;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The name that each peer goes by. Any thread; reads the database.
public final class PeerNames {
    private final Supplier<List<Person>> here;
    private final TrustStore trust;
    private final KnownNames known;
    private final Supplier<PeerName> own;

    /// @param here everybody who is here now; nobody where there is no network
    /// @param known the names of those who are not here
    /// @param own this user's name
    public PeerNames(Supplier<List<Person>> here, TrustStore trust, KnownNames known, Supplier<PeerName> own) {
        this.here = here;
        this.trust = trust;
        this.known = known;
        this.own = own;
    }

    /// This user's.
    public String own() {
        return own.get().value();
    }

    /// The name that this peer goes by, or its first digits.
    public String name(Fingerprint peer) {
        for (Person person : here.get()) if (person.peer().equals(peer)) return person.name().value();
        PeerName name = known.of(peer, trust.pinned(peer));
        return name == null ? peer.brief() : name.value();
    }

    /// Everybody with a name that looks like that of somebody else who is here or was met, or like this user's.
    public Set<Fingerprint> namesakes() {
        return namesToldApart().keySet();
    }

    /// Their names, with the first digits behind each: `Ben (3f12abcd)`. Each person is looked at once: anybody may
    /// have a thousand namesakes.
    public Map<Fingerprint, String> namesToldApart() {
        Map<Fingerprint, PeerName> names = known.all(trust.pinned());
        for (Person person : here.get()) names.put(person.peer(), person.name());
        Map<NameSkeleton, Set<Fingerprint>> byLook = new HashMap<>();
        names.forEach((peer, name) -> byLook.computeIfAbsent(NameSkeleton.of(name), _ -> new HashSet<>()).add(peer));
        NameSkeleton own = NameSkeleton.of(this.own.get());
        Map<Fingerprint, String> apart = new HashMap<>();
        byLook.forEach((look, peers) -> {
            if (peers.size() == 1 && !look.equals(own)) return;
            for (Fingerprint each : peers) apart.put(each, withDigits(requireNonNull(names.get(each)).value(), each));
        });
        return apart;
    }

    /// The name, with the first digits behind it: `Ben (3f12abcd)`.
    public String withDigits(Fingerprint peer) {
        return withDigits(name(peer), peer);
    }

    private static String withDigits(String name, Fingerprint peer) {
        return name + " (" + peer.brief() + ")";
    }
}
