package io.landline.doctor.check;

import io.landline.beacon.UsableInterface;
import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.system.NetworkAdapter;
import io.landline.doctor.system.NetworkAdapter.FarEnd;
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
        FarEnd farEnd = card.get().farEnd();
        DoctorMessage leads = DoctorMessage.of(switch (farEnd) {
            case TUNNEL -> "route.tunnel";
            case MOBILE -> "route.mobile";
            case DIALLED -> "route.dialled";
        }, name);
        if (others.isEmpty()) {
            return Finding.bad(FindingCode.VPN_ROUTE, leads.and(DoctorMessage.of("route.tunnel.alone")),
                    switch (farEnd) {
                        case TUNNEL -> DoctorMessage.of("route.tunnel.alone.remedy");
                        case MOBILE -> DoctorMessage.of("route.mobile.alone.remedy");
                        case DIALLED -> DoctorMessage.of("route.dialled.alone.remedy", name);
                    });
        }
        DoctorMessage evidence = leads.and(DoctorMessage.of("route.tunnel.beside", others));
        return switch (farEnd) {
            case TUNNEL -> Finding.note(FindingCode.VPN_ROUTE, evidence,
                    DoctorMessage.of("route.tunnel.beside.remedy"));
            case MOBILE -> Finding.ok(FindingCode.VPN_ROUTE, evidence);
            case DIALLED -> Finding.note(FindingCode.VPN_ROUTE, evidence,
                    DoctorMessage.of("route.dialled.beside.remedy", name));
        };
    }
}
