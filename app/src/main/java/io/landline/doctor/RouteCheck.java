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
        if (away.local() == null) return Finding.ok(Code.VPN_ROUTE, Words.of("route.none"));
        Optional<Card> card = away.card();
        if (card.isEmpty()) return Finding.unknown(Code.VPN_ROUTE, Words.of("route.unclear"));
        String name = card.get().name();
        if (!card.get().pointToPoint()) return Finding.ok(Code.VPN_ROUTE, Words.of("route.ok", name));
        List<String> others = routes.used()
                .stream()
                .filter(each -> !each.loopback() && !each.name().equals(name))
                .map(UsableInterface::name)
                .toList();
        Words evidence = Words.of("route.tunnel", name);
        if (others.isEmpty()) {
            return Finding.bad(Code.VPN_ROUTE, evidence.and(Words.of("route.tunnel.alone")),
                    Words.of("route.tunnel.alone.remedy"));
        }
        return Finding.note(Code.VPN_ROUTE, evidence.and(Words.of("route.tunnel.beside", others)),
                Words.of("route.tunnel.beside.remedy"));
    }
}
