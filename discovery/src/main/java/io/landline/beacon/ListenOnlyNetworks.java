package io.landline.beacon;

import io.landline.peer.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/// The networks in which we announce nothing, by the names that [UsableInterface#network] gives them. Immutable; any
/// thread.
public record ListenOnlyNetworks(Set<String> networks) {
    public static final ListenOnlyNetworks NOWHERE = new ListenOnlyNetworks(Set.of());
    /// No interface has a name like this.
    private static final String ALL = "*";
    public static final ListenOnlyNetworks EVERYWHERE = new ListenOnlyNetworks(Set.of(ALL));

    public ListenOnlyNetworks {
        networks = Set.copyOf(networks);
    }

    public boolean isNowhere() {
        return networks.isEmpty();
    }

    /// Whether the interface with this address of ours is in one of them, as the system tells at this moment: an
    /// address may have just come. So is an address that the system does not know. Any thread; takes some hundred
    /// microseconds where there are any networks.
    public boolean coversAddress(InetAddress own) {
        if (isNowhere()) return false;
        try {
            return new SystemInterfaces().interfaces().stream().noneMatch(each -> each.has(own) && !covers(each));
        } catch (IOException e) {
            return true; // nobody knows where we are
        }
    }

    /// Which of these endpoints lie in no subnet of one of them, as the system tells at this moment; none where it does
    /// not tell. Who shows themselves chooses how many there are: the system is asked once.
    public List<Endpoint> outside(List<Endpoint> others) {
        return outside(others, new SystemInterfaces());
    }

    List<Endpoint> outside(List<Endpoint> others, InterfaceSource system) {
        if (isNowhere()) return others;
        try {
            List<UsableInterface> covered = system.interfaces().stream().filter(this::covers).toList();
            return others.stream()
                    .filter(other -> covered.stream().noneMatch(each -> each.reaches(other.address())))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// Whether the network that this interface is in now is one of them. An interface that has no subnet yet may be
    /// about to join the one that we keep silent in, so it is kept silent on as well.
    public boolean covers(UsableInterface at) {
        if (isNowhere()) return false; // the usual case, asked for each answer
        if (networks.contains(ALL)) return true;
        String network = at.network();
        if (networks.contains(network)) return true;
        return network.equals(at.name()) && networks.stream().anyMatch(each -> each.startsWith(at.name() + " "));
    }
}
