package io.landline.presence;

import io.landline.beacon.DatagramTap;
import io.landline.beacon.ReceivedDatagram;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.presence.ObservedDatagram.Content;
import io.landline.presence.ObservedDatagram.Hop;
import io.landline.presence.packet.MalformedPacketException;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.PacketKind;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Shows what passes to the listeners. Decodes only while there are any. Listeners are added on
/// any thread, and told on the presence thread.
final class WireTap implements DatagramTap {
    private final InstantSource clock;
    private final List<DatagramListener> watchers = new CopyOnWriteArrayList<>();

    WireTap(InstantSource clock) { this.clock = clock; }

    void add(DatagramListener watcher) {
        watchers.add(watcher);
    }

    void remove(DatagramListener watcher) {
        watchers.remove(watcher);
    }

    @Override
    public void cameIn(ReceivedDatagram heard, InetSocketAddress own) {
        if (watchers.isEmpty() || isSecondCopy(heard.from().getAddress(), own.getAddress())) return;
        tell(heard.bytes(), new Hop(heard.interfaceName(), Direction.IN, own, heard.from()));
    }

    /// A wildcard socket of IPv6 hears IPv4 too (Java cannot tell it not to, RFC 3493 §5.3), so the system hands what
    /// goes to all to both shared sockets. One datagram passed.
    private static boolean isSecondCopy(InetAddress from, InetAddress own) {
        return from instanceof Inet4Address && own instanceof Inet6Address && own.isAnyLocalAddress();
    }

    @Override
    public void wentOut(byte[] bytes, InetSocketAddress own, InetSocketAddress to, String interfaceName) {
        if (!watchers.isEmpty()) tell(bytes, new Hop(interfaceName, Direction.OUT, own, to));
    }

    @Override
    public void wasRefused(InetSocketAddress to, String interfaceName, String why) {
        if (watchers.isEmpty()) return;
        var refused = new UnsentDatagram(clock.instant(), interfaceName, to, why);
        for (DatagramListener each : watchers) each.refused(refused);
    }

    private void tell(byte[] bytes, Hop hop) {
        Optional<PacketKind> kind = Optional.empty();
        Optional<Fingerprint> peer = Optional.empty();
        Optional<String> problem = Optional.empty();
        try {
            kind = Optional.of(PacketCodec.kind(bytes));
            peer = Optional.of(PacketCodec.decode(bytes).peer());
        } catch (MalformedPacketException e) {
            problem = Optional.ofNullable(e.getMessage());
        }
        var passed = new ObservedDatagram(clock.instant(), hop, bytes.clone(),
                new Content(kind, peer, PacketCodec.body(bytes), problem));
        for (DatagramListener each : watchers) each.passed(passed);
    }
}
