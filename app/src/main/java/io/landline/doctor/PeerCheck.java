package io.landline.doctor;

import io.landline.doctor.PeerEvidence.CalledBack;
import io.landline.doctor.PeerEvidence.Meeting;
import io.landline.doctor.PeerEvidence.Tcp;
import io.landline.doctor.PeerEvidence.Udp;
import io.landline.doctor.PeerEvidence.Unmet;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why one other computer is not seen, or not spoken to: its subnet, the route, the link, the firewalls, and what came
/// of the exchange of keys.
final class PeerCheck implements Check {
    /// What to look at.
    interface Sight {
        /// Takes some seconds where nobody answers.
        PeerEvidence look() throws InterruptedException;
    }

    private final Sight sight;
    private final Ports ports;

    PeerCheck(Sight sight, Ports ports) {
        this.sight = sight;
        this.ports = ports;
    }

    @Override
    public Set<Code> codes() {
        return EnumSet.of(Code.UDP_IN_BLOCKED, Code.VPN_ROUTE, Code.OTHER_SUBNET, Code.ISOLATION, Code.NOT_FOUND,
                Code.OTHER_VERSION, Code.OTHER_ROOM, Code.KEY_DIFFERS);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        PeerEvidence seen = sight.look();
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

    /// What keeps nobody out any more is a note.
    private static State badUnlessMet(PeerEvidence seen) {
        return seen.met() ? State.NOTE : State.BAD;
    }

    /// What comes in here unasked, as the other computer sees it. They met all the same: it is others whom this may
    /// keep out.
    private Finding called(PeerEvidence seen, CalledBack called) {
        String port = String.valueOf(called.tcpPort());
        Words tcp = switch (called.tcp()) {
            case CONNECTED -> Words.of("peer.called.tcp-in", port);
            case REFUSED -> Words.of("peer.called.tcp-refused", port);
            case SILENT -> Words.of("peer.called.tcp-silent", port);
            case NO_PORT, LATER, NONE -> Words.of("peer.called.tcp-untried");
        };
        Words udp = Words.of(called.udpCame() ? "peer.called.udp-in" : "peer.called.udp-lost",
                String.valueOf(called.udpPort()));
        Words evidence = Words.of("peer.called", seen.host(), tcp, udp);
        if (called.cameIn()) return Finding.ok(Code.FIREWALL_HERE, evidence);
        return Finding.note(Code.FIREWALL_HERE, evidence.and(Words.of("peer.called.dropped")),
                Words.of("peer.called.remedy", ports.range()));
    }

    private Finding udpIn(PeerEvidence seen) {
        String host = seen.host();
        if (seen.udp() == Udp.ANSWERED) return Finding.ok(Code.UDP_IN_BLOCKED, Words.of("peer.udp.ok", host));
        if (seen.found()) {
            Words tcp = switch (seen.tcp()) {
                case SILENT -> Words.of("peer.udp.tcp-silent", seen.portText());
                case CONNECTED -> Words.of("peer.udp.tcp-answers", seen.portText());
                case REFUSED, NO_ROUTE -> Words.NONE;
            };
            Words evidence = Words.of(seen.udp() == Udp.HEARD ? "peer.udp.heard" : "peer.udp.silent", host,
                    ports.from());
            return new Finding(Code.UDP_IN_BLOCKED, badUnlessMet(seen), evidence.and(tcp),
                    Remedies.firewallThere(ports));
        }
        if (seen.onTheLink().equals(Optional.of(Neighbours.Answer.ANSWERED)) && seen.tcp() == Tcp.SILENT) {
            return Finding.bad(Code.UDP_IN_BLOCKED, Words.of("peer.udp.firewall", host, ports.from(), seen.portText()),
                    Remedies.firewallThere(ports));
        }
        return Finding.unknown(Code.UDP_IN_BLOCKED,
                Words.of(seen.isOn() ? "peer.udp.idle" : "peer.udp.unclear", ports.from(), host));
    }

    private static Finding route(PeerEvidence seen) {
        String host = seen.host();
        InetAddress local = seen.route().local();
        if (local == null) {
            return new Finding(Code.VPN_ROUTE, badUnlessMet(seen), Words.of("peer.route.none", host),
                    Words.of("peer.route.none.remedy", host));
        }
        Optional<Card> card = seen.route().card();
        if (card.isEmpty()) return Finding.unknown(Code.VPN_ROUTE, Words.of("peer.route.unclear", host));
        String name = card.get().name();
        Optional<String> beside = seen.onLink().filter(link -> !link.equals(name));
        boolean own = card.get().addresses().contains(seen.address()); // leads by loopback, whatever card it is
        if (!own && card.get().pointToPoint()) {
            return new Finding(Code.VPN_ROUTE, badUnlessMet(seen),
                    beside.map(link -> Words.of("peer.route.tunnel.beside", host, name, link))
                            .orElseGet(() -> Words.of("peer.route.tunnel", host, name)),
                    Words.of("peer.route.tunnel.remedy"));
        }
        if (!own && beside.isPresent()) {
            return Finding.note(Code.VPN_ROUTE, Words.of("peer.route.beside", host, name, beside.get()),
                    Words.of("peer.route.beside.remedy", beside.get()));
        }
        return Finding.ok(Code.VPN_ROUTE, Words.of("peer.route.ok", host, name, local.getHostAddress()));
    }

    private static Finding subnet(PeerEvidence seen) {
        String host = seen.host();
        if (seen.onLink().isPresent()) {
            return Finding.ok(Code.OTHER_SUBNET, Words.of("peer.subnet.ok", host, seen.onLink().get()));
        }
        Words evidence = Words.of("peer.subnet.other", host);
        return seen.met()
                ? Finding.note(Code.OTHER_SUBNET, evidence.and(Words.of("peer.subnet.reached")),
                        Words.of("peer.subnet.reached.remedy"))
                : Finding.bad(Code.OTHER_SUBNET, evidence.and(Words.of("peer.subnet.missed")),
                        Words.of("peer.subnet.missed.remedy", host));
    }

    private static Finding isolation(PeerEvidence seen) {
        String host = seen.host();
        if (seen.isOn()) return Finding.ok(Code.ISOLATION, Words.of("peer.link.ok", host));
        if (seen.onLink().isEmpty()) return Finding.unknown(Code.ISOLATION, Words.of("peer.link.routed", host));
        if (seen.neighbours().isEmpty()) return Finding.unknown(Code.ISOLATION, Words.of("link.hidden"));
        if (seen.onTheLink().equals(Optional.of(Neighbours.Answer.REMEMBERED))) {
            return new Finding(Code.ISOLATION, State.UNKNOWN, Words.of("peer.link.remembered", host),
                    Words.of("peer.link.remembered.remedy"));
        }
        Words router = seen.gateways()
                .stream()
                .filter(address -> seen.neighbours().get().of(address).equals(Optional.of(Neighbours.Answer.ANSWERED)))
                .findFirst()
                .map(address -> Words.of("peer.link.router", address.getHostAddress()))
                .orElse(Words.NONE);
        return Finding.bad(Code.ISOLATION,
                Words.of("peer.link.silent", host).and(router).and(Words.of("peer.link.either")),
                Words.of("peer.link.remedy").and(Remedies.ISOLATION));
    }

    private static Finding found(PeerEvidence seen) {
        String host = seen.host();
        return switch (seen.meeting()) {
            case Meeting.Joined(String name, List<String> rooms) -> Finding.ok(Code.NOT_FOUND,
                    Words.of("peer.found.member", name, host, rooms));
            case Meeting.Refused(String name, _, _) -> Finding.ok(Code.NOT_FOUND,
                    Words.of("peer.found.here", name, host));
            case Meeting.Listed(String name) -> heardOnly(seen, name, Words.NONE);
            case Meeting.Lapsed(String name) -> Finding.bad(Code.NOT_FOUND, Words.of("peer.found.lapsed", name, host),
                    Words.of("peer.found.silent.remedy"));
            case Meeting.None(Optional<Unmet> why) -> notFound(seen, why.map(PeerCheck::unmet).orElse(Words.NONE));
        };
    }

    static Words unmet(Unmet attempt) {
        return switch (attempt.why()) {
            case UNKNOWN_NAME -> Words.of("peer.unmet.unknown", attempt.host());
            case REFUSED -> Words.of("peer.unmet.refused", attempt.where());
            case NO_WAY -> Words.of("peer.unmet.no-way", attempt.where());
            case OWN_KEY -> Words.of("peer.unmet.own-key", attempt.where());
            case NOT_LANDLINE -> Words.of("peer.unmet.stranger", attempt.where());
            case SILENT -> Words.of("peer.unmet.silent", attempt.where());
            case HUNG_UP -> Words.of("peer.unmet.hung-up", attempt.where());
        };
    }

    /// Seen and not spoken to. Who takes a TCP connection has no firewall in the way.
    private static Finding heardOnly(PeerEvidence seen, String name, Words said) {
        return seen.tcp() == Tcp.CONNECTED
                ? Finding.bad(Code.NOT_FOUND, Words.of("peer.found.busy", name, seen.host()).and(said),
                        Words.of("peer.found.busy.remedy"))
                : Finding.bad(Code.NOT_FOUND, Words.of("peer.found.heard", name, seen.host()).and(said),
                        Words.of("peer.found.heard.remedy"));
    }

    private static Finding notFound(PeerEvidence seen, Words said) {
        if (seen.udp() != Udp.SILENT) return heardOnly(seen, "Landline", said);
        String host = seen.host();
        String port = seen.portText();
        return switch (seen.tcp()) {
            case REFUSED -> Finding.bad(Code.NOT_FOUND, Words.of("peer.found.refused", host, port).and(said),
                    Words.of("peer.found.refused.remedy", host));
            case CONNECTED -> Finding.bad(Code.NOT_FOUND, Words.of("peer.found.stranger", host, port).and(said),
                    Words.of("peer.found.stranger.remedy", host));
            case SILENT, NO_ROUTE -> Finding.bad(Code.NOT_FOUND, Words.of("peer.found.silent", host, port).and(said),
                    Words.of("peer.found.silent.remedy"));
        };
    }

    private static Finding version(PeerEvidence seen) {
        boolean refused = seen.meeting() instanceof Meeting.Refused(_, _, String reason) && reason.equals("version");
        if (refused || !seen.foreignVersion().isEmpty()) {
            Words evidence = seen.foreignVersion().isEmpty()
                    ? Words.of("peer.version.other", seen.host())
                    : Words.of("peer.version.known", seen.host(), seen.foreignVersion());
            return Finding.bad(Code.OTHER_VERSION, evidence, Words.of("peer.version.remedy"));
        }
        return seen.found()
                ? Finding.ok(Code.OTHER_VERSION, Words.of("peer.version.ok"))
                : Finding.unknown(Code.OTHER_VERSION, Words.of("peer.version.unclear", seen.host()));
    }

    private static Finding room(PeerEvidence seen) {
        return switch (seen.meeting()) {
            case Meeting.Joined(_, List<String> rooms) -> Finding.ok(Code.OTHER_ROOM, Words.of("peer.room.ok", rooms));
            case Meeting.Refused(String name, String room, String reason) -> switch (reason) {
                case "no-common-room" -> noCommonRoom(seen, name);
                case "open-differs" -> Finding.bad(Code.OTHER_ROOM, Words.of("peer.room.open", room),
                        Words.of("peer.room.open.remedy"));
                case "blocked" -> Finding.bad(Code.OTHER_ROOM, Words.of("peer.room.blocked"),
                        Words.of("peer.room.blocked.remedy"));
                default -> Finding.ok(Code.OTHER_ROOM,
                        room.isEmpty() ? Words.of("peer.room.other") : Words.of("peer.room.both", room));
            };
            case Meeting.Listed _, Meeting.Lapsed _, Meeting.None _ -> Finding.unknown(Code.OTHER_ROOM,
                    Words.of("peer.room.unclear"));
        };
    }

    private static Finding noCommonRoom(PeerEvidence seen, String name) {
        if (seen.ownRooms().isEmpty()) {
            return Finding.note(Code.OTHER_ROOM, Words.of("peer.room.none", name), Words.of("peer.room.none.remedy"));
        }
        List<String> own = seen.ownRooms().stream().map(listing -> listing.label()).toList();
        return Finding.bad(Code.OTHER_ROOM, Words.of("peer.room.apart", name, own), Words.of("peer.room.apart.remedy"));
    }

    private static Finding key(PeerEvidence seen) {
        return switch (seen.meeting()) {
            case Meeting.Joined _ -> Finding.ok(Code.KEY_DIFFERS, Words.of("peer.key.ok"));
            case Meeting.Refused(String name, String room, String reason) when reason.equals("wrong-key") -> Finding
                    .bad(Code.KEY_DIFFERS, Words.of("peer.key.differs", name, room),
                            Words.of("peer.key.differs.remedy"));
            case Meeting.Refused _ -> Finding.unknown(Code.KEY_DIFFERS, Words.of("peer.key.uncompared"));
            case Meeting.Listed _, Meeting.Lapsed _, Meeting.None _ -> Finding.unknown(Code.KEY_DIFFERS,
                    Words.of("peer.key.unclear"));
        };
    }
}
