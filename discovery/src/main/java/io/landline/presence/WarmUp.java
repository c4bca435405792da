package io.landline.presence;

import io.landline.beacon.Beacon;
import io.landline.beacon.DatagramTap;
import io.landline.beacon.ListenOnlyNetworks;
import io.landline.beacon.PortWarning;
import io.landline.beacon.ReceivedDatagram;
import io.landline.beacon.ReplyPath;
import io.landline.beacon.UsableInterface;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.OwnPackets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Goes once through all that a first meeting needs, without a network. In a cold JVM the first signature check, the
/// first JSON and the first use of each class cost tens of milliseconds. A newcomer should not wait for them.
final class WarmUp {
    /// Enough for the compiler to take notice of what runs for each packet.
    private static final int ROUNDS = 200;
    /// A check is expensive; this many are enough to load its classes.
    private static final int ROUNDS_WITH_CHECKS = 1;
    private static final int PORT = 5_263;

    private WarmUp() {}

    static void run(Identity identity) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        var own = AnnouncedState.own(new PeerName("warm-up"), PORT, List.of(), Set.of());
        var packets = new OwnPackets(identity, 1, own, AnnouncePace.INTERVAL_MIN);
        var theirs = new OwnPackets(Identity.generate(), 1, own, AnnouncePace.INTERVAL_MIN);
        byte[] leave = theirs.leave();
        var beacon = new NoBeacon(loopback);
        for (int round = 1; round <= ROUNDS; round++) {
            boolean checks = round <= ROUNDS_WITH_CHECKS;
            var core = new PresenceCore(beacon, packets, proof -> !checks || proof.holds(), new Silent(),
                    new Random(round), PORT, true, List.of());
            Duration uptime = Duration.ZERO;
            core.start(uptime);
            for (byte[] each : List.of(theirs.announce(AnnouncePace.INTERVAL_MIN), theirs.reply(),
                    theirs.still(AnnouncePace.INTERVAL_MIN), theirs.ask(identity.fingerprint()), leave)) {
                uptime = uptime.plus(IdleChecks.AFTER);
                core.hear(new ReceivedDatagram(each, new InetSocketAddress(loopback, PORT + 1), "lo", beacon), uptime);
                core.run(uptime.plus(PresenceCore.ANSWER_WITHIN));
                core.run(uptime.plus(IdleChecks.AFTER));
            }
        }
    }

    /// A beacon that loses everything, on a loopback interface.
    private record NoBeacon(InetAddress address) implements Beacon, ReplyPath {
        private static final int LOOPBACK_BITS = 8;

        @Override
        public String interfaceName() {
            return "lo";
        }

        @Override
        public List<UsableInterface> interfaces() {
            return List.of(new UsableInterface("lo", 1, true, false,
                    List.of(new UsableInterface.OwnAddress(address, LOOPBACK_BITS, null))));
        }

        @Override
        public List<UsableInterface> interfacesNow() {
            return interfaces();
        }

        @Override
        public OptionalInt sharedPort() {
            return OptionalInt.empty();
        }

        @Override
        public boolean refresh() {
            return false;
        }

        @Override
        public void broadcast(byte[] datagram) {}

        @Override
        public void broadcastWidely(byte[] datagram) {}

        @Override
        public void keepSilentIn(ListenOnlyNetworks networks) {}

        @Override
        public void send(byte[] datagram, InetSocketAddress to) {}

        @Override
        public void sendFromShared(byte[] datagram, InetAddress to) {}

        @Override
        public void answer(byte[] datagram, ReceivedDatagram question) {}

        @Override
        public void receive(Duration wait, Consumer<ReceivedDatagram> each) {}

        @Override
        public void wakeUp() {}

        @Override
        public void tap(@Nullable DatagramTap tap) {}

        @Override
        public void close() {}
    }

    /// Hears events and does nothing.
    private static final class Silent implements PresenceListener {
        @Override
        public void appeared(Sighting sighting) {}

        @Override
        public void changed(Sighting sighting) {}

        @Override
        public void restarted(Sighting sighting) {}

        @Override
        public void left(Fingerprint peer, LeaveReason reason) {}

        @Override
        public void heard(Fingerprint peer, InetAddress from) {}

        @Override
        public void portTaken(PortWarning warning) {}

        @Override
        public void foreignVersion(String version, InetAddress from) {}

        @Override
        public void identityTwice(InetAddress where) {}

        @Override
        public void interfacesChanged(List<UsableInterface> now) {}
    }
}
