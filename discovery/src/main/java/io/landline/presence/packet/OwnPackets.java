package io.landline.presence.packet;

import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import java.security.SecureRandom;
import java.time.Duration;

/// Our own packets, signed once for each state and used again. Confined to the presence thread.
public final class OwnPackets {
    private static final long NOBODYS_RUN = 1;

    public final Identity identity;
    public final long run;
    private AnnouncedState own;
    private long seq = 1;
    private Duration next;
    /// Belongs to no key; another one at each start.
    private final Fingerprint nobody = someFingerprint();
    private byte[] announce;
    private byte[] reply;

    public OwnPackets(Identity identity, long run, AnnouncedState own, Duration next) {
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
    public boolean update(AnnouncedState now) {
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
    public byte[] announce(Duration nowNext) {
        if (!nowNext.equals(next)) signAnew(nowNext);
        return announce;
    }

    /// As it was signed last: somebody waits for it, and its `next` matters until our next still only.
    public byte[] reply() {
        return reply;
    }

    /// @param nowNext as with [#announce]
    public byte[] replyToAll(Duration nowNext) {
        if (!nowNext.equals(next)) signAnew(nowNext);
        return reply;
    }

    public byte[] still(Duration untilNext) {
        return PacketCodec.still(identity.fingerprint(), run, seq, untilNext);
    }

    public byte[] ask(Fingerprint wanted) {
        return PacketCodec.ask(wanted, identity.fingerprint(), run);
    }

    /// An ask that does not name its sender: the answer comes back to its address all the same.
    public byte[] unnamedAsk(Fingerprint wanted) {
        return PacketCodec.ask(wanted, nobody, NOBODYS_RUN);
    }

    public byte[] leave() {
        return PacketCodec.leave(identity, run, seq + 1);
    }
}
