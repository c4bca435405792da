package io.landline.node.port;

import io.landline.presence.ObservedDatagram;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The wire made visible: each presence datagram as it passes, and the interfaces that it passes by. Any thread.
public interface PacketTap {
    /// How a datagram leaves an interface.
    enum Way {
        /// To 255.255.255.255.
        BROADCAST,
        /// To the broadcast address of the subnet.
        SUBNET_BROADCAST,
        MULTICAST_4,
        MULTICAST_6,
        /// To one address alone.
        ONE_ADDRESS
    }

    /// One presence datagram.
    ///
    /// @param way how it left; null for one that came in
    record Datagram(ObservedDatagram observed, @Nullable Way way) {}

    /// A datagram of ours that the system did not send.
    ///
    /// @param why in the system's words
    record Refusal(Instant at, String interfaceName, Way way, String why) {}

    /// An interface that Landline announces on and hears by.
    ///
    /// @param addresses as text, each with the length of its prefix
    /// @param ways out of it, those to everybody
    /// @param network how the network is remembered that it is in now; empty on loopback, where nobody else is
    /// @param listeningOnly whether nothing is announced nor accepted there
    record NetworkAdapter(String name, List<String> addresses, Set<Way> ways, String network, boolean listeningOnly) {
        public NetworkAdapter {
            addresses = List.copyOf(addresses);
            ways = Set.copyOf(ways);
        }
    }

    /// Called on the thread that sends and receives: it only puts aside what it is told.
    interface Watcher {
        void passed(Datagram datagram);

        void refused(Refusal refusal);
    }

    /// In the order of the system.
    List<NetworkAdapter> adapters();

    /// Announces and accepts nothing in this network any more, or does so again; at once, and stored. Others are found
    /// there all the same, as far as they announce. Waits for the disk.
    ///
    /// @param network of a card, or one that was chosen before
    void listenOnly(String network, boolean only) throws CommandException;

    /// Everything from now on.
    Subscription watch(Watcher watcher);
}
