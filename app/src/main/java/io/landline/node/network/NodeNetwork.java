package io.landline.node.network;

import io.landline.beacon.ListenOnlyNetworks;
import io.landline.beacon.UsableInterface;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.TypedAddress;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.WrittenAddress;
import io.landline.presence.Presence;
import io.landline.room.Room;
import io.landline.session.CallBackResult;
import io.landline.session.core.Sessions;
import io.landline.settings.NetworkSettings;
import io.landline.settings.Settings;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// How a node stands on the network, for finding out why a person is not seen. Any thread.
public final class NodeNetwork {
    private final OpenProfile profile;
    private final OwnRooms rooms;
    private final Presence presence;
    private final Sessions sessions;
    private final int tcpPort;
    private final ListenOnlyGuard guard;
    private final NewestHellos hellos;
    private final CopiedIdentity copied;

    public NodeNetwork(OpenProfile profile, OwnRooms rooms, Presence presence, Sessions sessions, int tcpPort,
            ListenOnlyGuard guard, NewestHellos hellos, CopiedIdentity copied) {
        this.profile = profile;
        this.rooms = rooms;
        this.presence = presence;
        this.sessions = sessions;
        this.tcpPort = tcpPort;
        this.guard = guard;
        this.hellos = hellos;
        this.copied = copied;
    }

    /// The interfaces that are announced on and heard by now.
    public List<UsableInterface> interfaces() {
        return presence.interfaces();
    }

    /// The names of the only interfaces to use; empty for all usable ones.
    public List<String> chosenInterfaces() {
        return profile.settings().network().interfaces();
    }

    /// A network that this computer is in now.
    ///
    /// @param name its interface and subnets, `wlan0 192.168.1.0/24`: how it is remembered
    /// @param addresses ours in it, as text
    /// @param listeningOnly whether we announce and accept nothing there
    public record Network(String name, List<String> addresses, boolean listeningOnly) {}

    /// The networks that Landline uses now; not loopback, where nobody else is.
    public List<Network> networks() {
        return among(presence.interfaces(), profile.settings().network());
    }

    /// The networks of these interfaces, as this user has chosen about them.
    public static List<Network> among(List<UsableInterface> interfaces, NetworkSettings chosen) {
        var listening = new ListenOnlyNetworks(Set.copyOf(chosen.listeningOnly()));
        return interfaces.stream()
                .filter(each -> !each.loopback())
                .map(each -> new Network(each.network(),
                        each.addresses().stream().map(own -> WrittenAddress.of(own.address())).toList(),
                        listening.covers(each)))
                .toList();
    }

    /// The networks that are listened to only, also those that this computer is not in now.
    public List<String> chosenToListenOnly() {
        return profile.settings().network().listeningOnly();
    }

    private ListenOnlyNetworks listeningOnly() {
        return new ListenOnlyNetworks(Set.copyOf(profile.settings().network().listeningOnly()));
    }

    /// The interfaces that are announced on now: those in use, but for the networks that are listened to only.
    public List<UsableInterface> shownOn() {
        ListenOnlyNetworks listening = listeningOnly();
        return interfaces().stream().filter(each -> !listening.covers(each)).toList();
    }

    /// Asks a member to connect back to us, and to send a datagram with the token to a UDP port of ours; told within
    /// eight seconds.
    ///
    /// @param token 32 hex digits
    public CompletableFuture<CallBackResult> callBack(Fingerprint peer, int udpPort, String token) {
        return sessions.callBack(peer, udpPort, token);
    }

    /// Announces and accepts nothing in this network any more, or does so again; at once, and stored. Others are found
    /// there all the same, as far as they announce. Waits for the disk.
    ///
    /// @param network by its name in [#networks], or one that was chosen before
    public void listenOnly(String network, boolean only) throws CommandException {
        List<String> before = profile.settings().network().listeningOnly();
        if (only == before.contains(network)) return;
        if (only && networks().stream().noneMatch(each -> each.name().equals(network))) {
            throw new CommandException(Code.MALFORMED,
                    "This computer is in no network called " + network + " now. Nothing was changed.");
        }
        if (only && before.size() >= NetworkSettings.NETWORKS_MAX) {
            throw new CommandException(Code.MALFORMED, "At most " + NetworkSettings.NETWORKS_MAX
                    + " networks can be listen-only. Take one back first; nothing was changed.");
        }
        profile.choose(
                settings -> settings.withNetwork(
                        chosen -> chosen.withListeningOnly(changed(chosen.listeningOnly(), network, only))),
                () -> guard.use(listeningOnly()));
    }

    private static List<String> changed(List<String> networks, String network, boolean only) {
        var changed = new ArrayList<>(networks);
        changed.remove(network);
        if (only) changed.add(network);
        return changed;
    }

    /// The shared UDP port that was wished for, by option, setting or default.
    public int sharedPortWished() {
        Settings settings = profile.settings();
        return settings.network().sharedPort();
    }

    /// The shared UDP port; empty while another program holds it for itself.
    public OptionalInt sharedPort() {
        return presence.sharedPort();
    }

    /// Where sessions are accepted.
    public int tcpPort() {
        return tcpPort;
    }

    /// The TCP port that was wished for; 0 where any would do.
    public int tcpPortWished() {
        Integer wished = profile.settings().network().tcpPort();
        return wished != null ? wished : TypedAddress.PORT_USUAL;
    }

    /// The rooms of this node, as it lists them to strangers.
    public List<RoomListing> rooms() {
        return rooms.all().stream().map(Room::listing).toList();
    }

    /// Announces us to the shared port of one address, from our shared port: a node there answers.
    public void probe(InetAddress address) {
        presence.probe(address);
    }

    /// Those that answered with a proven key, and where, whether a session came of it or not.
    public Map<Fingerprint, Endpoint> provenEndpoints() {
        Map<Fingerprint, Endpoint> proven = hellos.endpoints();
        sessions.open().forEach(each -> proven.put(each.peer(), each.endpoint()));
        return proven;
    }

    /// The proven address of another node with our identity; null if none showed so far.
    public @Nullable InetAddress twin() {
        return copied.where();
    }
}
