package io.landline.doctor;

import io.landline.doctor.PeerEvidence.CalledBack;
import io.landline.doctor.PeerEvidence.Meeting;
import io.landline.doctor.PeerEvidence.Tcp;
import io.landline.doctor.PeerEvidence.Udp;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why one other computer is not seen, or not spoken to: its subnet, the route, the link, the firewalls, and what came of the exchange
/// of keys.
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
        return EnumSet.of(Code.UDP_IN_BLOCKED, Code.VPN_ROUTE, Code.OTHER_SUBNET, Code.ISOLATION, Code.NOT_FOUND, Code.OTHER_VERSION,
                Code.OTHER_ROOM, Code.KEY_DIFFERS);
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

    /// What comes in here unasked, as the other computer sees it. They met all the same: it is others whom this may keep out.
    private Finding called(PeerEvidence seen, CalledBack called) {
        String tcp = switch (called.tcp()) {
            case CONNECTED -> "its connection to TCP port " + called.tcpPort() + " came in";
            case REFUSED -> "its connection to TCP port " + called.tcpPort() + " was refused, though Landline accepts some there";
            case SILENT -> "its connection to TCP port " + called.tcpPort() + " got no answer";
            case NO_PORT, NONE -> "no connection was tried";
        };
        String udp = "its datagram to UDP port " + called.udpPort() + (called.udpCame() ? " came in." : " did not come in.");
        String evidence = seen.host() + " called back: " + tcp + ", and " + udp;
        if (called.cameIn()) return Finding.ok(Code.FIREWALL_HERE, evidence);
        return Finding.note(Code.FIREWALL_HERE, evidence + " So what comes to this computer unasked is dropped, here or on the way.",
                "Let UDP and TCP ports " + ports.range()
                        + " in, in the firewall of this computer: landline doctor says which one it is, and how.");
    }

    private Finding udpIn(PeerEvidence seen) {
        String host = seen.host();
        if (seen.udp() == Udp.ANSWERED) return Finding.ok(Code.UDP_IN_BLOCKED, host + " answered what Landline sent it by UDP.");
        String tcp = switch (seen.tcp()) {
            case SILENT -> " TCP port " + seen.port() + " there does not answer either, not even by a refusal.";
            case CONNECTED -> " TCP port " + seen.port() + " there does answer.";
            case REFUSED, NO_ROUTE -> "";
        };
        if (seen.found()) {
            String heard = seen.udp() == Udp.HEARD
                    ? "Landline at " + host + " is heard by UDP, so that way is open, but it"
                    : "Landline at " + host;
            return new Finding(Code.UDP_IN_BLOCKED, badUnlessMet(seen), heard + " does not answer what is sent to UDP port " + ports.first()
                    + " there: what comes in is dropped before Landline gets it, or its answer is." + tcp, Remedies.firewallThere(ports));
        }
        if (seen.onTheLink().equals(Optional.of(Neighbours.Answer.ANSWERED)) && seen.tcp() == Tcp.SILENT) {
            return Finding.bad(Code.UDP_IN_BLOCKED, host + " is on, since it answers on the link, but neither UDP port " + ports.first()
                    + " nor TCP port " + seen.port() + " there answers, not even by a refusal: a firewall there drops what comes in.",
                    Remedies.firewallThere(ports));
        }
        return Finding.unknown(Code.UDP_IN_BLOCKED, "Nothing came from UDP port " + ports.first() + " of " + host
                + (seen.isOn() ? ", and Landline may not run there." : ", and nothing else shows whether that computer is on."));
    }

    private static Finding route(PeerEvidence seen) {
        String host = seen.host();
        if (seen.route().local() == null) {
            return new Finding(Code.VPN_ROUTE, badUnlessMet(seen), "This computer has no route to " + host + ".",
                    "Connect to the network that " + host + " is in, or have a router lead there.");
        }
        Optional<Card> card = seen.route().card();
        if (card.isEmpty())
            return Finding.unknown(Code.VPN_ROUTE, "The route to " + host + " leaves from an address that no interface has now.");
        String name = card.get().name();
        boolean elsewhere = seen.onLink().isPresent() && !seen.onLink().get().equals(name);
        boolean own = card.get().addresses().contains(seen.address()); // leads by loopback, whatever card it is
        if (!own && card.get().pointToPoint()) {
            String beside = elsewhere ? ", though it lies in the subnet of " + seen.onLink().get() : "";
            return new Finding(Code.VPN_ROUTE, badUnlessMet(seen), "What is sent to " + host + " leaves by " + name
                    + ", a tunnel, as a VPN makes it" + beside + ".",
                    "Switch the VPN off, or allow access to the local network in its settings (\"split tunnelling\", \"allow LAN\").");
        }
        if (!own && elsewhere) {
            return Finding.note(Code.VPN_ROUTE, "What is sent to " + host + " leaves by " + name + ", though it lies in the subnet of "
                    + seen.onLink().get() + " too: two interfaces share one subnet, or a route was added.",
                    "If it is not reached, use one of the two: --interface " + seen.onLink().get() + ".");
        }
        return Finding.ok(Code.VPN_ROUTE, "What is sent to " + host + " leaves by " + name + ", from "
                + seen.route().local().getHostAddress() + ".");
    }

    private static Finding subnet(PeerEvidence seen) {
        if (seen.onLink().isPresent()) {
            return Finding.ok(Code.OTHER_SUBNET, seen.host() + " lies in the subnet of " + seen.onLink().get() + ".");
        }
        String evidence = seen.host() + " lies in no subnet of this computer: broadcast and multicast do not get there, only what is sent"
                + " to its address through a router.";
        if (seen.met()) {
            return Finding.note(Code.OTHER_SUBNET, evidence + " It was reached.",
                    "Nothing: members of a room tell each other who else there is. Landline keeps the address in mind.");
        }
        return Finding.bad(Code.OTHER_SUBNET, evidence + " It was not reached.",
                "Join the same network on both computers; or have the router"
                        + " let UDP and TCP through between the two subnets, and type the address: --peer " + seen.host() + ".");
    }

    private static Finding isolation(PeerEvidence seen) {
        String host = seen.host();
        if (seen.isOn()) return Finding.ok(Code.ISOLATION, host + " is on and reached.");
        if (seen.onLink().isEmpty())
            return Finding.unknown(Code.ISOLATION, host + " lies behind a router; whether it is on cannot be seen.");
        if (seen.neighbours().isEmpty()) return Finding.unknown(Code.ISOLATION, "This system does not show who answers on the link.");
        Optional<InetAddress> gateway = seen.gateways().stream()
                .filter(address -> seen.neighbours().get().of(address).equals(Optional.of(Neighbours.Answer.ANSWERED))).findFirst();
        String router = gateway.map(address -> " The router (" + address.getHostAddress() + ") does answer.").orElse("");
        return Finding.bad(Code.ISOLATION,
                host + " does not answer on the link itself, below any firewall." + router + " Either it is switched"
                        + " off (or has another address now), or the network keeps its computers apart.",
                "Look at the other computer: is it on, and is that its address? " + Remedies.ISOLATION);
    }

    private static Finding found(PeerEvidence seen) {
        String host = seen.host();
        return switch (seen.meeting()) {
            case Meeting.Joined(String name, List<String> rooms) -> Finding.ok(Code.NOT_FOUND, name + " at " + host
                    + " is here and a member of " + String.join(", ", rooms) + ".");
            case Meeting.Refused(String name, _, _) -> Finding.ok(Code.NOT_FOUND, name + " at " + host + " is here.");
            case Meeting.Listed(String name) -> heardOnly(seen, name, "");
            case Meeting.None(String why) -> notFound(seen, why);
        };
    }

    /// Seen and not spoken to. Who takes a TCP connection has no firewall in the way.
    private static Finding heardOnly(PeerEvidence seen, String name, String said) {
        String who = name + " at " + seen.host();
        return seen.tcp() == Tcp.CONNECTED
                ? Finding.bad(Code.NOT_FOUND, who + " is there and takes TCP connections, but no session came about in time." + said,
                        "Try again: one of the two computers may be busy. If it stays so, restart Landline there.")
                : Finding.bad(Code.NOT_FOUND, who + " is heard by UDP, but no connection to it came about." + said,
                        "Let TCP in at the other computer: its firewall, or its security program, is in the way.");
    }

    private static Finding notFound(PeerEvidence seen, String why) {
        String where = seen.host() + " port " + seen.port();
        String said = why.isEmpty() ? "" : " " + why;
        if (seen.udp() != Udp.SILENT) return heardOnly(seen, "Landline", said);
        return switch (seen.tcp()) {
            case REFUSED ->
                Finding.bad(Code.NOT_FOUND, seen.host() + " is on, but nothing listens at TCP port " + seen.port() + " there." + said,
                        "Start Landline there. If it runs, look which TCP port it names at its start, and give that: --peer " + seen.host()
                                + ":PORT.");
            case CONNECTED -> Finding.bad(Code.NOT_FOUND,
                    "Something listens at " + where + ", but it does not speak as Landline does." + said,
                    "Look which program that is, and which TCP port Landline names at its start there: --peer " + seen.host() + ":PORT.");
            case SILENT, NO_ROUTE -> Finding.bad(Code.NOT_FOUND, "No Landline answered at " + where + ", neither by TCP nor by UDP." + said,
                    "Look at the other findings; and whether Landline runs there.");
        };
    }

    private static Finding version(PeerEvidence seen) {
        boolean refused = seen.meeting() instanceof Meeting.Refused(_, _, String reason) && reason.equals("version");
        if (refused || !seen.foreignVersion().isEmpty()) {
            String which = seen.foreignVersion().isEmpty() ? "another version" : "version " + seen.foreignVersion();
            return Finding.bad(Code.OTHER_VERSION, "The Landline at " + seen.host() + " speaks " + which + ", which this one does not.",
                    "Install the same version on both computers.");
        }
        return seen.found()
                ? Finding.ok(Code.OTHER_VERSION, "Both speak the same version.")
                : Finding.unknown(Code.OTHER_VERSION, "Nothing of Landline was heard from " + seen.host() + ".");
    }

    private static Finding room(PeerEvidence seen) {
        return switch (seen.meeting()) {
            case Meeting.Joined(_, List<String> rooms) -> Finding.ok(Code.OTHER_ROOM, "Both are in " + String.join(", ", rooms) + ".");
            case Meeting.Refused(String name, String room, String reason) -> switch (reason) {
                case "no-common-room" -> noCommonRoom(seen, name);
                case "open-differs" -> Finding.bad(Code.OTHER_ROOM, "Both have a room " + room
                        + ", but one has it open and the other with a key: these are two rooms.",
                        "Agree on one: landline room join NAME with the key, or with --open, on both computers.");
                case "blocked" ->
                    Finding.bad(Code.OTHER_ROOM, "One of the two has blocked the other.", "Take that back, in the window: Devices.");
                default -> Finding.ok(Code.OTHER_ROOM,
                        room.isEmpty() ? "This was not what they were refused for." : "Both have a room " + room + ".");
            };
            case Meeting.Listed _,Meeting.None _ -> Finding.unknown(Code.OTHER_ROOM, "No connection came about that would tell.");
        };
    }

    private static Finding noCommonRoom(PeerEvidence seen, String name) {
        if (seen.ownRooms().isEmpty()) {
            return Finding.note(Code.OTHER_ROOM, "This profile is in no room, so it shares none with " + name + ".",
                    "Join the other's room: landline room join NAME, with its key.");
        }
        String own = String.join(", ", seen.ownRooms().stream().map(listing -> listing.label()).toList());
        return Finding.bad(Code.OTHER_ROOM, name + " is in none of the rooms of this profile (" + own + ").",
                "Compare the names of the rooms, and join one room on both: landline room join NAME, with its key.");
    }

    private static Finding key(PeerEvidence seen) {
        return switch (seen.meeting()) {
            case Meeting.Joined _ -> Finding.ok(Code.KEY_DIFFERS, "Both have proven the key to each other.");
            case Meeting.Refused(String name, String room, String reason) when reason.equals("wrong-key") -> Finding.bad(Code.KEY_DIFFERS,
                    name + " has another key for " + room + ".",
                    "Compare the words of the key, aloud, and join again with the right ones: landline room join NAME.");
            case Meeting.Refused _ -> Finding.unknown(Code.KEY_DIFFERS, "No key was compared.");
            case Meeting.Listed _,Meeting.None _ -> Finding.unknown(Code.KEY_DIFFERS, "No connection came about, so no key was compared.");
        };
    }
}
