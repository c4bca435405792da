package io.landline.presence;

import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import java.security.SecureRandom;
import java.time.Duration;

/// Our own packets, signed once for each state and used again. Confined to the presence thread.
final class OwnPackets {
    private static final long NOBODYS_RUN = 1;

    final Identity identity;
    final long run;
    private Presence.Own own;
    private long seq = 1;
    private Duration next;
    /// Belongs to no key; another one at each start.
    private final Fingerprint nobody = someFingerprint();
    private byte[] announce;
    private byte[] reply;

    OwnPackets(Identity identity, long run, Presence.Own own, Duration next) {
        this.identity = identity;
        this.run = run;
        this.own = own;
        this.next = next;
        announce = sign(PacketKind.ANNOUNCE);
        reply = sign(PacketKind.REPLY);
    }

    private static Fingerprint someFingerprint() {
        byte[] bytes = new byte[Fingerprint.BYTES];
        new SecureRandom().nextBytes(bytes);
        return Fingerprint.of(bytes);
    }

    private byte[] sign(PacketKind kind) {
        return PacketCodec.announcement(kind, identity, run, seq, own, next);
    }

    /// Takes a new state; false where it is the old one.
    boolean update(Presence.Own now) {
        if (now.equals(own)) return false;
        own = now;
        seq++;
        signAnew(next);
        return true;
    }

    private void signAnew(Duration nowNext) {
        next = nowNext;
        announce = sign(PacketKind.ANNOUNCE);
        reply = sign(PacketKind.REPLY);
    }

    /// @param nowNext the longest until our next packet; where the crowd changed it, the packet is signed anew
    byte[] announce(Duration nowNext) {
        if (!nowNext.equals(next)) signAnew(nowNext);
        return announce;
    }

    /// As it was signed last: somebody waits for it, and its `next` matters until our next still only.
    byte[] reply() {
        return reply;
    }

    /// @param nowNext as with [#announce]
    byte[] replyToAll(Duration nowNext) {
        if (!nowNext.equals(next)) signAnew(nowNext);
        return reply;
    }

    byte[] still(Duration untilNext) {
        return PacketCodec.still(identity.fingerprint(), run, seq, untilNext);
    }

    byte[] ask(Fingerprint wanted) {
        return PacketCodec.ask(wanted, identity.fingerprint(), run);
    }

    /// An ask that does not say whose it is: the answer comes back to its address all the same.
    byte[] unnamedAsk(Fingerprint wanted) {
        return PacketCodec.ask(wanted, nobody, NOBODYS_RUN);
    }

    byte[] leave() {
        return PacketCodec.leave(identity, run, seq + 1);
    }
}
