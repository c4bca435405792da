package io.landline.doctor;

import io.landline.beacon.UsableInterface;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a VPN owns the default route: then what does not name its interface leaves by it.
final class RouteCheck implements Check {
    /// What to look at.
    interface Routes {
        /// Where packets to the internet would leave.
        Route away();

        List<UsableInterface> used();
    }

    private final Routes routes;

    RouteCheck(Routes routes) { this.routes = routes; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.VPN_ROUTE);
    }

    @Override
    public List<Finding> look() {
        return List.of(finding());
    }

    private Finding finding() {
        Route away = routes.away();
        if (away.local() == null) return Finding.ok(Code.VPN_ROUTE, "There is no default route; Landline needs none.");
        Optional<Card> card = away.card();
        if (card.isEmpty()) return Finding.unknown(Code.VPN_ROUTE, "The default route leaves from an address that no interface has now.");
        String name = card.get().name();
        if (!card.get().pointToPoint()) return Finding.ok(Code.VPN_ROUTE, "The default route leaves by " + name + ", which is no tunnel.");
        List<String> others = routes.used().stream().filter(each -> !each.loopback() && !each.name().equals(name))
                .map(UsableInterface::name).toList();
        String evidence = "The default route leads into " + name + ", a tunnel, as a VPN makes it.";
        if (others.isEmpty()) {
            return Finding.bad(Code.VPN_ROUTE, evidence + " No other interface is in use, so computers beside this one are not reached.",
                    "Switch the VPN off, or allow access to the local network in its settings.");
        }
        return Finding.note(Code.VPN_ROUTE, evidence + " Landline sends by " + String.join(", ", others) + " all the same.",
                "If nobody is seen: allow access to the local network in the VPN's settings, or switch it off.");
    }
}
