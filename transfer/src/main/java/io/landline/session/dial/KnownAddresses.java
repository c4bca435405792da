package io.landline.session.dial;

import io.landline.cost.Standing;
import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// The addresses where peers were met, and how well known those are. So a stranger's word about an address costs less
/// there than elsewhere, and known people find the door open. Bounded: the address met longest ago goes first, and
/// strangers push out no member's. Any thread; the lock is held for a few assignments.
public final class KnownAddresses {
    /// Addresses of members: a large class, and where its people were before.
    static final int MEMBERS_MAX = 256;
    /// Addresses of others: as many as the presence table has rows.
    static final int OTHERS_MAX = 1_024;

    private final SequencedSet<ScopedAddress> answered = new LinkedHashSet<>();
    private final SequencedSet<ScopedAddress> sessions = new LinkedHashSet<>();
    private final SequencedSet<ScopedAddress> members = new LinkedHashSet<>();

    /// A peer proved a key there: it is no bystander's address.
    public synchronized void answered(InetAddress address) {
        keep(answered, address, OTHERS_MAX);
    }

    /// A session leads there, or led there once.
    ///
    /// @param standing the peer's
    public synchronized void add(InetAddress address, Standing standing) {
        if (standing.isAtLeast(Standing.VOUCHED)) {
            keep(members, address, MEMBERS_MAX);
        } else {
            keep(sessions, address, OTHERS_MAX);
        }
    }

    private static void keep(SequencedSet<ScopedAddress> set, InetAddress address, int max) {
        set.addLast(new ScopedAddress(address));
        if (set.size() > max) set.removeFirst();
    }

    synchronized boolean isAnswering(InetAddress address) {
        return answered.contains(new ScopedAddress(address));
    }

    /// Whether a session ever was there.
    synchronized boolean isMet(InetAddress address) {
        return members.contains(new ScopedAddress(address)) || sessions.contains(new ScopedAddress(address));
    }

    /// Whether a member was met there.
    public synchronized boolean isMembers(InetAddress address) {
        return members.contains(new ScopedAddress(address));
    }
}
