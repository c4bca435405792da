package io.landline.session.dial;

import io.landline.peer.BoundedMap;
import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How often one address is dialled, for all peers said to be there. Presence may have forged it, and then every node
/// that heard the forgery dials a computer that has nothing to do with us (H10). So an address has to earn what it may
/// cost:
///
/// - where no session ever was, one attempt a second;
/// - where nobody ever proved a key either, each further attempt waits twice as long as the one before;
/// - where a session was, four a second.
///
/// No clock. Confined to its owner.
final class DialRateLimit {
    static final int MET_PER_SECOND_MAX = 4;
    /// Shorter, and thirty nodes dial a forged address more than thirty times a second.
    static final Duration UNMET_EVERY = Duration.ofSeconds(1);
    /// The wait gets no longer than this: a newcomer's firewall may just have been opened.
    static final Duration UNANSWERED_EVERY_MAX = Duration.ofSeconds(16);
    /// Addresses that are remembered; the one dialled longest ago goes first.
    static final int ADDRESSES_MAX = 1_024;

    private record Last(Duration at, Duration every) {}

    private final KnownAddresses known;
    private final AddressRateLimit met = new AddressRateLimit(MET_PER_SECOND_MAX);
    private final SequencedMap<ScopedAddress, Last> unmet = BoundedMap.firstComeFirstGone(ADDRESSES_MAX);

    DialRateLimit(KnownAddresses known) { this.known = known; }

    /// Claims one attempt at this address; false where its time has not come. Loopback belongs to nobody else.
    boolean claim(InetAddress address, Duration uptime) {
        if (address.isLoopbackAddress()) return true;
        if (known.isMet(address)) return met.claim(address, uptime);
        var place = new ScopedAddress(address);
        Last last = unmet.get(place);
        Duration every = last == null || known.isAnswering(address) ? UNMET_EVERY : last.every();
        if (last != null && uptime.compareTo(last.at().plus(every)) < 0) return false;
        unmet.putLast(place, new Last(uptime, longer(last == null ? null : every)));
        return true;
    }

    private static Duration longer(@Nullable Duration every) {
        if (every == null) return UNMET_EVERY;
        Duration twice = every.multipliedBy(2);
        return twice.compareTo(UNANSWERED_EVERY_MAX) > 0 ? UNANSWERED_EVERY_MAX : twice;
    }

    /// The network changed: an address may be somebody else's now.
    void forget() {
        unmet.clear();
    }
}
