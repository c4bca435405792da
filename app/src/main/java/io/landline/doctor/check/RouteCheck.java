package io.landline.doctor.check;

import io.landline.beacon.UsableInterface;
import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.system.NetworkAdapter;
import io.landline.doctor.system.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a VPN owns the default route: then what does not name its interface leaves by it.
public final class RouteCheck implements Check {
    /// What to look at.
    public interface Routes {
        /// Where packets to the internet would leave.
        Route away();

        List<UsableInterface> used();
    }

    private final Routes routes;

    public RouteCheck(Routes routes) { this.routes = routes; }

    @Override
    public Set<FindingCode> codes() {
        return Set.of(FindingCode.VPN_ROUTE);
    }

    @Override
    public List<Finding> run() {
        return List.of(finding());
    }

    private Finding finding() {
        Route away = routes.away();
        if (away.local() == null) return Finding.ok(FindingCode.VPN_ROUTE, DoctorMessage.of("route.none"));
        Optional<NetworkAdapter> card = away.card();
        if (card.isEmpty()) return Finding.unknown(FindingCode.VPN_ROUTE, DoctorMessage.of("route.unclear"));
        String name = card.get().name();
        if (!card.get().pointToPoint()) return Finding.ok(FindingCode.VPN_ROUTE, DoctorMessage.of("route.ok", name));
        List<String> others = routes.used()
                .stream()
                .filter(each -> !each.loopback() && !each.name().equals(name))
                .map(UsableInterface::name)
                .toList();
        DoctorMessage evidence = DoctorMessage.of("route.tunnel", name);
        if (others.isEmpty()) {
            return Finding.bad(FindingCode.VPN_ROUTE, evidence.and(DoctorMessage.of("route.tunnel.alone")),
                    DoctorMessage.of("route.tunnel.alone.remedy"));
        }
        return Finding.note(FindingCode.VPN_ROUTE, evidence.and(DoctorMessage.of("route.tunnel.beside", others)),
                DoctorMessage.of("route.tunnel.beside.remedy"));
    }
}
