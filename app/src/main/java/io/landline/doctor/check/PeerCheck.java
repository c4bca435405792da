package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.check.PeerEvidence.CalledBack;
import io.landline.doctor.check.PeerEvidence.RoomResult;
import io.landline.doctor.check.PeerEvidence.Tcp;
import io.landline.doctor.check.PeerEvidence.Udp;
import io.landline.doctor.check.PeerEvidence.Unmet;
import io.landline.doctor.system.FirewallPorts;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.doctor.system.NetworkAdapter;
import io.landline.handshake.RefusalReason;
import io.landline.peer.WrittenAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why one other computer is not seen, or not spoken to: its subnet, the route, the link, the firewalls, and what came
/// of the exchange of keys.
public final class PeerCheck implements Check {
    /// What to look at.
    public interface Sight {
        /// Takes some seconds if nothing answers.
        PeerEvidence examine() throws InterruptedException;
    }

    private final Sight sight;
    private final FirewallPorts ports;

    public PeerCheck(Sight sight, FirewallPorts ports) {
        this.sight = sight;
        this.ports = ports;
    }

    @Override
    public Set<FindingCode> codes() {
        return EnumSet.of(FindingCode.UDP_IN_BLOCKED, FindingCode.VPN_ROUTE, FindingCode.OTHER_SUBNET,
                FindingCode.ISOLATION, FindingCode.NOT_FOUND,
                FindingCode.OTHER_VERSION, FindingCode.OTHER_ROOM, FindingCode.KEY_DIFFERS);
    }

    @Override
    public List<Finding> run() throws InterruptedException {
        PeerEvidence seen = sight.examine();
        if (seen.isOwn() && !seen.found()) return ourselves(seen);
        var findings = new ArrayList<Finding>();
        seen.calledBack().ifPresent(called -> findings.add(called(seen, called)));
        findings.add(udpIn(seen));
        findings.add(route(seen));
        findings.add(subnet(seen));
        findings.add(isolation(seen));
        findings.add(found(seen));
        findings.add(version(seen));
        findings.add(room(seen));
        findings.add(key(seen));
        return findings;
    }

    /// What this computer says to itself tells nothing of another one.
    private List<Finding> ourselves(PeerEvidence seen) {
        DoctorMessage evidence = DoctorMessage.of("peer.own", seen.host());
        return codes().stream()
                .map(code -> code == FindingCode.NOT_FOUND
                        ? Finding.note(code, evidence, DoctorMessage.of("peer.own.remedy"))
                        : Finding.unknown(code, evidence))
                .toList();
    }

    /// A cause that no longer keeps anybody out is a note.
    private static FindingState badUnlessMet(PeerEvidence seen) {
        return seen.connected() ? FindingState.NOTE : FindingState.BAD;
    }

    /// Whether unsolicited traffic gets in here, as the other computer sees it. The two met all the same: this may keep
    /// others out.
    private Finding called(PeerEvidence seen, CalledBack called) {
        String port = String.valueOf(called.tcpPort());
        DoctorMessage tcp = switch (called.tcp()) {
            case CONNECTED -> DoctorMessage.of("peer.called.tcp-in", port);
            case REFUSED -> DoctorMessage.of("peer.called.tcp-refused", port);
            case SILENT -> DoctorMessage.of("peer.called.tcp-silent", port);
            case NO_PORT, LATER, NO_ANSWER -> DoctorMessage.of("peer.called.tcp-untried");
        };
        DoctorMessage udp = DoctorMessage.of(called.udpCame() ? "peer.called.udp-in" : "peer.called.udp-lost",
                String.valueOf(called.udpPort()));
        DoctorMessage evidence = DoctorMessage.of("peer.called", seen.host(), tcp, udp);
        if (called.cameIn()) return Finding.ok(FindingCode.FIREWALL_HERE, evidence);
        return Finding.note(FindingCode.FIREWALL_HERE, evidence.and(DoctorMessage.of("peer.called.dropped")),
                DoctorMessage.of("peer.called.remedy", ports.range()));
    }

    private Finding udpIn(PeerEvidence seen) {
        String host = seen.host();
        if (seen.udp() == Udp.ANSWERED) {
            return Finding.ok(FindingCode.UDP_IN_BLOCKED, DoctorMessage.of("peer.udp.ok", host));
        }
        // nothing was sent to it, so no firewall there has dropped anything
        if (seen.isOutOfReach() && !seen.connected()) {
            return Finding.unknown(FindingCode.UDP_IN_BLOCKED, DoctorMessage.of("peer.route.none", host));
        }
        if (seen.found()) {
            DoctorMessage tcp = switch (seen.tcp()) {
                case SILENT -> DoctorMessage.of("peer.udp.tcp-silent", seen.portText());
                case CONNECTED -> DoctorMessage.of("peer.udp.tcp-answers", seen.portText());
                case REFUSED, UNREACHABLE, NO_ROUTE -> DoctorMessage.NONE;
            };
            DoctorMessage evidence = DoctorMessage.of(seen.udp() == Udp.HEARD ? "peer.udp.heard" : "peer.udp.silent",
                    host,
                    ports.from());
            return new Finding(FindingCode.UDP_IN_BLOCKED, badUnlessMet(seen), evidence.and(tcp),
                    Remedies.firewallThere(ports));
        }
        if (seen.isForbidden()) {
            return Finding.bad(FindingCode.UDP_IN_BLOCKED,
                    DoctorMessage.of("peer.udp.forbidden", host, seen.portText()), Remedies.firewallThere(ports));
        }
        if (seen.answersOnTheLink() && seen.tcp() == Tcp.SILENT) {
            return Finding.bad(FindingCode.UDP_IN_BLOCKED,
                    DoctorMessage.of("peer.udp.firewall", host, ports.from(), seen.portText()),
                    Remedies.firewallThere(ports));
        }
        return Finding.unknown(FindingCode.UDP_IN_BLOCKED,
                DoctorMessage.of(seen.isOn() ? "peer.udp.idle" : "peer.udp.unclear", ports.from(), host));
    }

    private static Finding route(PeerEvidence seen) {
        String host = seen.host();
        InetAddress local = seen.link().route().local();
        if (local == null) {
            return new Finding(FindingCode.VPN_ROUTE, badUnlessMet(seen), DoctorMessage.of("peer.route.none", host),
                    seen.isHeardWithoutRoute()
                            ? wrongMask(seen)
                            : DoctorMessage.of("peer.route.none.remedy", host));
        }
        Optional<NetworkAdapter> card = seen.link().route().card();
        if (card.isEmpty()) return Finding.unknown(FindingCode.VPN_ROUTE, DoctorMessage.of("peer.route.unclear", host));
        String name = card.get().name();
        Optional<String> beside = seen.link().onLink().filter(link -> !link.equals(name));
        boolean own = card.get().addresses().contains(seen.address()); // leads by loopback, whatever card it is
        if (!own && card.get().pointToPoint()) {
            return switch (card.get().farEnd()) {
                case TUNNEL -> new Finding(FindingCode.VPN_ROUTE, badUnlessMet(seen),
                        beside.map(link -> DoctorMessage.of("peer.route.tunnel.beside", host, name, link))
                                .orElseGet(() -> DoctorMessage.of("peer.route.tunnel", host, name)),
                        DoctorMessage.of("peer.route.tunnel.remedy"));
                case MOBILE -> new Finding(FindingCode.VPN_ROUTE, badUnlessMet(seen),
                        DoctorMessage.of("peer.route.mobile", host, name),
                        DoctorMessage.of("peer.route.none.remedy", host));
                case DIALLED -> new Finding(FindingCode.VPN_ROUTE, badUnlessMet(seen),
                        DoctorMessage.of("peer.route.dialled", host, name),
                        DoctorMessage.of("peer.route.dialled.remedy", host, name));
            };
        }
        if (!own && beside.isPresent()) {
            return Finding.note(FindingCode.VPN_ROUTE, DoctorMessage.of("peer.route.beside", host, name, beside.get()),
                    DoctorMessage.of("peer.route.beside.remedy", beside.get()));
        }
        return Finding.ok(FindingCode.VPN_ROUTE,
                DoctorMessage.of("peer.route.ok", host, name, WrittenAddress.of(local)));
    }

    private static Finding subnet(PeerEvidence seen) {
        String host = seen.host();
        if (seen.link().onLink().isPresent()) {
            return Finding.ok(FindingCode.OTHER_SUBNET,
                    DoctorMessage.of("peer.subnet.ok", host, seen.link().onLink().get()));
        }
        DoctorMessage evidence = DoctorMessage.of("peer.subnet.other", host);
        return seen.connected()
                ? Finding.note(FindingCode.OTHER_SUBNET, evidence.and(DoctorMessage.of("peer.subnet.reached")),
                        DoctorMessage.of("peer.subnet.reached.nothing"))
                : Finding.bad(FindingCode.OTHER_SUBNET, evidence.and(DoctorMessage.of("peer.subnet.missed")),
                        seen.isHeardWithoutRoute()
                                ? wrongMask(seen)
                                : DoctorMessage.of("peer.subnet.missed.remedy", host));
    }

    /// What to do about somebody who is heard, though no route leads there.
    private static DoctorMessage wrongMask(PeerEvidence seen) {
        return DoctorMessage.of("peer.route.none.heard.remedy", seen.host());
    }

    private static Finding isolation(PeerEvidence seen) {
        String host = seen.host();
        if (seen.isOn()) return Finding.ok(FindingCode.ISOLATION, DoctorMessage.of("peer.link.ok", host));
        if (seen.link().onLink().isEmpty()) {
            return Finding.unknown(FindingCode.ISOLATION, DoctorMessage.of("peer.link.routed", host));
        }
        if (seen.link().neighbours().isEmpty()) {
            return Finding.unknown(FindingCode.ISOLATION, DoctorMessage.of("link.hidden"));
        }
        if (seen.onTheLink().equals(Optional.of(LinkNeighbours.Answer.REMEMBERED))) {
            return new Finding(FindingCode.ISOLATION, FindingState.UNKNOWN,
                    DoctorMessage.of("peer.link.remembered", host),
                    DoctorMessage.of("peer.link.remembered.remedy"));
        }
        DoctorMessage router = seen.link()
                .gateways()
                .stream()
                .filter(address -> seen.link()
                        .neighbours()
                        .get()
                        .of(address)
                        .equals(Optional.of(LinkNeighbours.Answer.ANSWERED)))
                .findFirst()
                .map(address -> DoctorMessage.of("peer.link.router", WrittenAddress.of(address)))
                .orElse(DoctorMessage.NONE);
        return Finding.bad(FindingCode.ISOLATION,
                DoctorMessage.of("peer.link.silent", host).and(router).and(DoctorMessage.of("peer.link.either")),
                DoctorMessage.of("peer.link.remedy").and(Remedies.ISOLATION));
    }

    private static Finding found(PeerEvidence seen) {
        String host = seen.host();
        return switch (seen.meeting()) {
            case RoomResult.Joined(String name, List<String> rooms) -> Finding.ok(FindingCode.NOT_FOUND,
                    DoctorMessage.of("peer.found.member", name, host, rooms));
            case RoomResult.Refused(String name, _, _) -> Finding.ok(FindingCode.NOT_FOUND,
                    DoctorMessage.of("peer.found.here", name, host));
            case RoomResult.Listed(String name) -> heardOnly(seen, name, DoctorMessage.NONE);
            case RoomResult.Lapsed(String name) -> Finding.bad(FindingCode.NOT_FOUND,
                    DoctorMessage.of("peer.found.lapsed", name, host),
                    DoctorMessage.of("peer.found.silent.remedy"));
            case RoomResult.None(Optional<Unmet> why) when why.filter(Unmet::isOurKey).isPresent() -> Finding
                    .bad(FindingCode.NOT_FOUND, unmet(why.get()), DoctorMessage.of("twin.remedy"));
            case RoomResult.None(Optional<Unmet> why) -> notFound(seen,
                    why.map(PeerCheck::unmet).orElse(DoctorMessage.NONE));
        };
    }

    public static DoctorMessage unmet(Unmet attempt) {
        return switch (attempt.why()) {
            case UNKNOWN_NAME -> DoctorMessage.of("peer.unmet.unknown", attempt.host());
            case REFUSED -> DoctorMessage.of("peer.unmet.refused", attempt.where());
            case NO_WAY -> DoctorMessage.of("peer.unmet.no-way", attempt.where());
            case UNREACHABLE -> DoctorMessage.of("peer.unmet.unreachable", attempt.where());
            case OWN_KEY -> DoctorMessage.of("peer.unmet.own-key", attempt.where());
            case NOT_LANDLINE -> DoctorMessage.of("peer.unmet.stranger", attempt.where());
            case SILENT -> DoctorMessage.of("peer.unmet.silent", attempt.where());
            case HUNG_UP -> DoctorMessage.of("peer.unmet.hung-up", attempt.where());
        };
    }

    /// Seen and not spoken to. A computer that accepts a TCP connection has no firewall in the way.
    private static Finding heardOnly(PeerEvidence seen, String name, DoctorMessage said) {
        return seen.tcp() == Tcp.CONNECTED
                ? Finding.bad(FindingCode.NOT_FOUND, DoctorMessage.of("peer.found.busy", name, seen.host()).and(said),
                        DoctorMessage.of("peer.found.busy.remedy"))
                : Finding.bad(FindingCode.NOT_FOUND, DoctorMessage.of("peer.found.heard", name, seen.host()).and(said),
                        seen.isHeardWithoutRoute() ? wrongMask(seen) : DoctorMessage.of("peer.found.heard.remedy"));
    }

    private static Finding notFound(PeerEvidence seen, DoctorMessage said) {
        if (seen.udp() != Udp.SILENT) return heardOnly(seen, "Landline", said);
        String host = seen.host();
        String port = seen.portText();
        return switch (seen.tcp()) {
            case REFUSED -> Finding.bad(FindingCode.NOT_FOUND,
                    DoctorMessage.of("peer.found.refused", host, port).and(said),
                    DoctorMessage.of("peer.found.refused.remedy", host));
            case CONNECTED -> Finding.bad(FindingCode.NOT_FOUND,
                    DoctorMessage.of("peer.found.stranger", host, port).and(said),
                    DoctorMessage.of("peer.found.stranger.remedy", host));
            case SILENT, UNREACHABLE, NO_ROUTE -> silent(seen, said);
        };
    }

    /// Not reached, without a refusal of the computer itself.
    private static Finding silent(PeerEvidence seen, DoctorMessage said) {
        String host = seen.host();
        String port = seen.portText();
        if (seen.isForbidden()) {
            return Finding.bad(FindingCode.NOT_FOUND, DoctorMessage.of("peer.found.forbidden", host, port),
                    DoctorMessage.of("peer.found.heard.remedy"));
        }
        if (seen.isTurnedAway() && seen.link().onLink().isEmpty()) {
            return Finding.bad(FindingCode.NOT_FOUND, DoctorMessage.of("peer.found.turned-away", host, port),
                    DoctorMessage.of("peer.found.turned-away.remedy"));
        }
        return Finding.bad(FindingCode.NOT_FOUND, DoctorMessage.of("peer.found.silent", host, port).and(said),
                DoctorMessage.of("peer.found.silent.remedy"));
    }

    private static Finding version(PeerEvidence seen) {
        boolean refused = seen.meeting() instanceof RoomResult.Refused(_, _, var reason)
                && reason == RefusalReason.VERSION;
        if (refused || !seen.foreignVersion().isEmpty()) {
            DoctorMessage evidence = seen.foreignVersion().isEmpty()
                    ? DoctorMessage.of("peer.version.other", seen.host())
                    : DoctorMessage.of("peer.version.known", seen.host(), seen.foreignVersion());
            return Finding.bad(FindingCode.OTHER_VERSION, evidence, DoctorMessage.of("peer.version.remedy"));
        }
        return seen.found()
                ? Finding.ok(FindingCode.OTHER_VERSION, DoctorMessage.of("peer.version.ok"))
                : Finding.unknown(FindingCode.OTHER_VERSION, DoctorMessage.of("peer.version.unclear", seen.host()));
    }

    private static Finding room(PeerEvidence seen) {
        return switch (seen.meeting()) {
            case RoomResult.Joined(_, List<String> rooms) -> Finding.ok(FindingCode.OTHER_ROOM,
                    DoctorMessage.of("peer.room.ok", rooms));
            case RoomResult.Refused(String name, String room, RefusalReason reason) -> switch (reason) {
                case NO_COMMON_ROOM -> noCommonRoom(seen, name);
                case OPEN_DIFFERS -> Finding.bad(FindingCode.OTHER_ROOM, DoctorMessage.of("peer.room.open", room),
                        DoctorMessage.of("peer.room.open.remedy"));
                case BLOCKED -> Finding.bad(FindingCode.OTHER_ROOM, DoctorMessage.of("peer.room.blocked"),
                        DoctorMessage.of("peer.room.blocked.remedy"));
                case WRONG_KEY, VERSION -> Finding.ok(FindingCode.OTHER_ROOM,
                        room.isEmpty()
                                ? DoctorMessage.of("peer.room.other")
                                : DoctorMessage.of("peer.room.both", room));
            };
            case RoomResult.Listed _, RoomResult.Lapsed _, RoomResult.None _ -> Finding.unknown(FindingCode.OTHER_ROOM,
                    DoctorMessage.of("peer.room.unclear"));
        };
    }

    private static Finding noCommonRoom(PeerEvidence seen, String name) {
        if (seen.ownRooms().isEmpty()) {
            return Finding.note(FindingCode.OTHER_ROOM, DoctorMessage.of("peer.room.none", name),
                    DoctorMessage.of("peer.room.none.remedy"));
        }
        List<String> own = seen.ownRooms().stream().map(listing -> listing.label()).toList();
        return Finding.bad(FindingCode.OTHER_ROOM, DoctorMessage.of("peer.room.apart", name, own),
                DoctorMessage.of("peer.room.apart.remedy"));
    }

    private static Finding key(PeerEvidence seen) {
        return switch (seen.meeting()) {
            case RoomResult.Joined _ -> Finding.ok(FindingCode.KEY_DIFFERS, DoctorMessage.of("peer.key.ok"));
            case RoomResult.Refused(String name, String room, RefusalReason reason) -> reason == RefusalReason.WRONG_KEY
                    ? Finding.bad(FindingCode.KEY_DIFFERS, DoctorMessage.of("peer.key.differs", name, room),
                            DoctorMessage.of("peer.key.differs.remedy"))
                    : Finding.unknown(FindingCode.KEY_DIFFERS, DoctorMessage.of("peer.key.uncompared"));
            case RoomResult.Listed _, RoomResult.Lapsed _, RoomResult.None _ -> Finding.unknown(FindingCode.KEY_DIFFERS,
                    DoctorMessage.of("peer.key.unclear"));
        };
    }
}
