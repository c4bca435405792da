package io.landline.node;

import io.landline.handshake.BlockedPeers;
import io.landline.handshake.GuessQueue;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.identity.Identity;
import io.landline.node.room.NodeStandings;
import io.landline.presence.Presence;
import io.landline.session.ListenSettings;
import io.landline.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;

/// What services are opened with, from the settings of a run. Stateless; any thread.
final class ServiceSettings {
    private ServiceSettings() {}

    static Presence.Settings presence(Settings settings) {
        int shared = settings.network().sharedPort();
        return new Presence.Settings(shared, settings.network().interfaces(), List.of());
    }

    static ListenSettings listen(Settings settings) {
        Integer port = settings.network().tcpPort();
        return new ListenSettings(port == null ? ListenSettings.PORT_DEFAULT : port, port != null && port != 0,
                new HashSet<>(settings.network().interfaces()));
    }

    static HandshakeContext handshake(Identity identity, NodeStandings standings, BlockedPeers blocked, Clock clock) {
        long start = System.nanoTime();
        Supplier<Duration> uptime = () -> Duration.ofNanos(System.nanoTime() - start);
        return new HandshakeContext(identity, standings, blocked, new GuessQueue(uptime), uptime, clock);
    }
}
