package io.landline.beacon;

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

    /// Whether the network that this interface is in now is one of them. An interface that has no subnet yet may be
    /// about to join the one that we keep silent in, so it is kept silent on as well.
    public boolean covers(UsableInterface at) {
        if (networks.isEmpty()) return false; // the usual case, asked for each answer
        if (networks.contains(ALL)) return true;
        String network = at.network();
        if (networks.contains(network)) return true;
        return network.equals(at.name()) && networks.stream().anyMatch(each -> each.startsWith(at.name() + " "));
    }
}
