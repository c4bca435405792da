package io.landline.presence;

import io.landline.peer.ScopedAddress;
import io.landline.presence.packet.OwnPackets;
import io.landline.presence.packet.Packet;
import io.landline.presence.packet.Packet.Announcement;
import io.landline.presence.packet.Packet.Signed;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Notices that our identity runs elsewhere too: a copied profile. A valid signature is needed, or anybody could cause
/// the warning. A run that is not later than ours also has to answer our own ask: packets of our last run may be
/// replayed. Confined to the presence thread.
final class DuplicateIdentityWatch {
    /// Runs that were reported, and addresses that were asked. A choice: with this many copies, the user knows.
    static final int REMEMBERED_MAX = 16;
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);

    private final OwnPackets own;
    private final SignatureChecks checks;
    private final PresenceListener listener;
    private final Consumer<InetSocketAddress> ask;
    private final Set<Long> told = new HashSet<>();
    private final Map<ScopedAddress, Duration> askedAt = new HashMap<>();

    DuplicateIdentityWatch(OwnPackets own, SignatureChecks checks, PresenceListener listener,
            Consumer<InetSocketAddress> ask) {
        this.own = own;
        this.checks = checks;
        this.listener = listener;
        this.ask = ask;
    }

    /// A packet with our fingerprint and another run. An ask counts too: it comes from a twin that has heard us.
    void hear(Packet packet, InetSocketAddress from, Duration uptime) {
        if (told.contains(packet.run()) || told.size() >= REMEMBERED_MAX) return;
        if (!(packet instanceof Signed signed)) {
            askOnce(from, uptime);
            return;
        }
        Duration asked = askedAt.get(new ScopedAddress(from.getAddress()));
        boolean answersUs = signed instanceof Announcement said && said.isReply() && asked != null
                && uptime.minus(asked).compareTo(ANSWER_WITHIN) < 0;
        checks.offer(from.getAddress(), signed.proof(), valid -> {
            if (!valid) return;
            if (!answersUs) askOnce(from, uptime); // which also tells the other: an ask for oneself is a twin's
            if ((answersUs || packet.run() > own.run) && told.add(packet.run())) {
                listener.identityTwice(from.getAddress());
            }
        });
    }

    private void askOnce(InetSocketAddress from, Duration uptime) {
        askedAt.values().removeIf(at -> uptime.minus(at).compareTo(ANSWER_WITHIN) >= 0);
        var place = new ScopedAddress(from.getAddress());
        if (askedAt.size() >= REMEMBERED_MAX || askedAt.putIfAbsent(place, uptime) != null) return;
        ask.accept(from);
    }
}
