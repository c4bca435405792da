package io.landline.doctor.probe;

import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.doctor.Finding;
import io.landline.doctor.check.Check;
import io.landline.doctor.check.ClockCheck;
import io.landline.doctor.check.DuplicateIdentityCheck;
import io.landline.doctor.check.EchoCheck;
import io.landline.doctor.check.EchoProbe;
import io.landline.doctor.check.EchoResult;
import io.landline.doctor.check.EchoResult.Way;
import io.landline.doctor.check.HeardPacket;
import io.landline.doctor.check.InterfaceCheck;
import io.landline.doctor.check.IsolationCheck;
import io.landline.doctor.check.NeighbourList;
import io.landline.doctor.check.PeerCheck;
import io.landline.doctor.check.PeerEvidence;
import io.landline.doctor.check.PeerEvidence.CalledBack;
import io.landline.doctor.check.PeerEvidence.RoomResult;
import io.landline.doctor.check.PeerEvidence.Tcp;
import io.landline.doctor.check.PeerEvidence.Udp;
import io.landline.doctor.check.PeerEvidence.Unmet;
import io.landline.doctor.check.PortCheck;
import io.landline.doctor.check.ReceptionCheck;
import io.landline.doctor.check.RoomsCheck;
import io.landline.doctor.check.RoomsCheck.Other;
import io.landline.doctor.check.RouteCheck;
import io.landline.doctor.check.ShareCheck;
import io.landline.doctor.check.VersionCheck;
import io.landline.doctor.system.Firewall;
import io.landline.doctor.system.FirewallPorts;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.doctor.system.LinkNeighbours.Answer;
import io.landline.doctor.system.NetworkAdapter;
import io.landline.doctor.system.Route;
import io.landline.handshake.RefusalReason;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.session.CallBackResult;
import io.landline.session.ConnectFailure;
import io.landline.system.OperatingSystem;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Every kind of finding that the checks make, from invented evidence.
final class AllFindings {
    private static final FirewallPorts PORTS = new FirewallPorts(5263);
    private static final InetAddress SELF = at("10.77.0.1");
    private static final InetAddress BOB = at("10.77.0.2");
    private static final InetAddress ROUTER = at("10.77.0.254");
    private static final InetAddress INSIDE = at("10.8.0.2");
    private static final NetworkAdapter ETHERNET = new NetworkAdapter("eth0", true, false, false, List.of(SELF));
    private static final NetworkAdapter TUNNEL = new NetworkAdapter("tun0", true, false, true, List.of(INSIDE));
    private static final NetworkAdapter MODEM = new NetworkAdapter("wwan0", true, false, true, List.of(INSIDE));
    private static final NetworkAdapter DIALLED = new NetworkAdapter("ppp0", true, false, true, List.of(INSIDE));
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final Fingerprint OWN = Fingerprint.ofPublicKey(new byte[32]);
    private static final RoomListing CLASS = new RoomListing(new RoomName("class"), false);
    private static final RoomListing CLUB = new RoomListing(new RoomName("club"), true);

    private final List<Finding> all = new ArrayList<>();

    private AllFindings() {}

    static List<Finding> make() throws InterruptedException {
        var findings = new AllFindings();
        findings.ofTheCards();
        findings.ofThePorts();
        findings.ofTheRoutes();
        findings.ofTheLink();
        findings.ofEchoes();
        findings.ofTheCrowd();
        findings.ofTheRooms();
        findings.ofThePeer();
        findings.ofChecksWithoutResult();
        return findings.all;
    }

    private static InetAddress at(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private void look(Check check) throws InterruptedException {
        all.addAll(check.run());
    }

    // This computer

    private record Cards(List<UsableInterface> used, List<String> chosen, List<NetworkAdapter> all,
            List<String> listenedToOnly, List<String> duplicates) implements InterfaceCheck.Interfaces {
        @Override
        public Set<String> innerBridges() {
            return Set.of();
        }
    }

    private static UsableInterface usable(String name, String address, int prefixBits) {
        return new UsableInterface(name, 2, name.equals("lo"), true,
                List.of(new OwnAddress(at(address), prefixBits, null)));
    }

    private void ofTheCards() throws InterruptedException {
        UsableInterface ethernet = usable("eth0", "10.77.0.1", 24);
        UsableInterface loopback = usable("lo", "127.0.0.1", 8);
        var down = new NetworkAdapter("wlan0", false, false, false, List.of());
        var bare = new NetworkAdapter("eth1", true, false, false, List.of());
        for (List<String> chosen : List.of(List.<String>of(), List.of("eth0"), List.of("lo", "eth7"))) {
            for (List<UsableInterface> used : List.of(List.<UsableInterface>of(), List.of(loopback),
                    List.of(ethernet, loopback), List.of(ethernet, usable("wlan0", "fe80::1", 64)),
                    List.of(usable("eth0", "169.254.7.7", 16)))) {
                for (List<NetworkAdapter> adapters : List.of(List.<NetworkAdapter>of(),
                        List.of(ETHERNET, down, bare, TUNNEL))) {
                    look(new InterfaceCheck(new Cards(used, chosen, adapters, List.of(), List.of())));
                    look(new InterfaceCheck(
                            new Cards(used, chosen, adapters, List.of(), List.of("eth0 (fe80::1)"))));
                    look(new InterfaceCheck(new Cards(used, chosen, adapters, List.of("eth0 10.77.0.0/24", "wlan0"),
                            List.of())));
                }
            }
        }
    }

    private record OpenPorts(int udpWished, OptionalInt udp, int tcpWished, int tcp) implements PortCheck.OpenPorts {}

    private void ofThePorts() throws InterruptedException {
        look(new ShareCheck(() -> true));
        look(new ShareCheck(() -> false));
        look(new PortCheck(new OpenPorts(5263, OptionalInt.empty(), 5263, 5263)));
        look(new PortCheck(new OpenPorts(5263, OptionalInt.of(5263), 5263, 5263)));
        look(new PortCheck(new OpenPorts(5263, OptionalInt.of(5263), 5263, 40_000)));
    }

    private record Routes(Route away, List<UsableInterface> used) implements RouteCheck.Routes {}

    private void ofTheRoutes() throws InterruptedException {
        InetAddress away = at("198.51.100.1");
        List<UsableInterface> two = List.of(usable("eth0", "10.77.0.1", 24), usable("wlan0", "10.78.0.1", 24));
        look(new RouteCheck(new Routes(new Route(away, null, Optional.empty()), two)));
        look(new RouteCheck(new Routes(new Route(away, SELF, Optional.empty()), two)));
        look(new RouteCheck(new Routes(new Route(away, SELF, Optional.of(ETHERNET)), two)));
        look(new RouteCheck(new Routes(new Route(away, INSIDE, Optional.of(TUNNEL)), two)));
        look(new RouteCheck(new Routes(new Route(away, INSIDE, Optional.of(TUNNEL)), List.of())));
        for (NetworkAdapter link : List.of(MODEM, DIALLED)) {
            look(new RouteCheck(new Routes(new Route(away, INSIDE, Optional.of(link)), two)));
            look(new RouteCheck(new Routes(new Route(away, INSIDE, Optional.of(link)), List.of())));
        }
    }

    private record Link(Optional<LinkNeighbours> neighbours,
            Set<InetAddress> gateways) implements IsolationCheck.Link {}

    private void ofTheLink() throws InterruptedException {
        look(new IsolationCheck(new Link(Optional.empty(), Set.of())));
        for (Map<InetAddress, Answer> answers : List.of(Map.<InetAddress, Answer>of(), Map.of(ROUTER, Answer.ANSWERED),
                Map.of(BOB, Answer.ANSWERED), Map.of(BOB, Answer.SILENT),
                Map.of(ROUTER, Answer.ANSWERED, BOB, Answer.SILENT))) {
            var link = new Link(Optional.of(new LinkNeighbours(answers)), Set.of(ROUTER));
            look(new IsolationCheck(link));
            look(new ReceptionCheck(new Invented(List.of(), 0, null, NOW), link, PORTS));
        }
    }

    private record Heard(boolean canHear, List<EchoResult> listen) implements EchoProbe {}

    private void ofEchoes() throws InterruptedException {
        var heard = new ArrayList<List<EchoResult>>(List.of(List.of()));
        for (String error : List.of("", "Operation not permitted", "Permission denied", "No route to host",
                "Network is unreachable")) {
            for (boolean back : new boolean[]{true, false}) {
                if (back && !error.isEmpty()) continue;
                List<EchoResult> broadcast = List.of(new EchoResult("eth0", Way.BROADCAST, error, back),
                        new EchoResult("eth0", Way.SUBNET_BROADCAST, error, back));
                var multicast = new EchoResult("eth1", Way.MULTICAST, error, back);
                heard.add(broadcast);
                heard.add(List.of(multicast));
                heard.add(and(broadcast, multicast));
                heard.add(and(broadcast, new EchoResult("eth1", Way.MULTICAST, "", true)));
                heard.add(and(broadcast, new EchoResult("eth1", Way.MULTICAST, "", false)));
                heard.add(List.of(new EchoResult("eth0", Way.BROADCAST, "", true), multicast));
                heard.add(List.of(new EchoResult("eth0", Way.BROADCAST, "", false), multicast));
            }
        }
        heard.add(List.of(new EchoResult("eth0", Way.MULTICAST_6, "", true)));
        heard.add(List.of(new EchoResult("eth0", Way.MULTICAST_6, "", false)));
        heard.add(List.of(new EchoResult("eth0", Way.MULTICAST_6, "Operation not permitted", false)));
        for (List<EchoResult> each : heard) {
            for (OperatingSystem system : OperatingSystem.values()) {
                look(new EchoCheck(new Heard(true, each), () -> Firewall.NONE_SEEN, system, PORTS));
            }
            look(new EchoCheck(new Heard(false, each), () -> Firewall.NONE_SEEN, OperatingSystem.LINUX, PORTS));
        }
        for (Firewall firewall : Firewall.values()) {
            for (boolean back : new boolean[]{true, false}) {
                look(new EchoCheck(new Heard(true, List.of(new EchoResult("eth0", Way.BROADCAST, "", back))),
                        () -> firewall,
                        OperatingSystem.LINUX, PORTS));
            }
        }
    }

    private static List<EchoResult> and(List<EchoResult> some, EchoResult more) {
        var both = new ArrayList<>(some);
        both.add(more);
        return both;
    }

    // Others

    private record Invented(List<HeardPacket> listen, int listed, @Nullable InetAddress twin,
            Instant now) implements NeighbourList {
        @Override
        public Fingerprint self() {
            return OWN;
        }
    }

    private static HeardPacket packet(int host, Instant started, String foreignVersion) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        Arrays.fill(bytes, (byte) host);
        return new HeardPacket(at("10.77.0." + host), Optional.of(Fingerprint.of(bytes)),
                OptionalLong.of(started.toEpochMilli()), foreignVersion);
    }

    private void ofTheCrowd() throws InterruptedException {
        Instant later = NOW.plus(Duration.ofHours(1)).plusMillis(1);
        var claimed = new HeardPacket(BOB, Optional.of(OWN), OptionalLong.of(1), "");
        List<HeardPacket> many = IntStream.rangeClosed(2, 9).mapToObj(host -> packet(host, NOW, "2")).toList();
        for (NeighbourList neighbours : List.of(new Invented(List.of(), 0, null, NOW),
                new Invented(List.of(), 2, null, NOW),
                new Invented(List.of(packet(2, NOW, "")), 1, null, NOW), new Invented(many, 1, null, NOW),
                new Invented(List.of(packet(2, later, "")), 1, null, NOW), new Invented(List.of(claimed), 1, null, NOW),
                new Invented(List.of(packet(2, later, ""), packet(3, later, "")), 2, null, NOW),
                new Invented(List.of(), 0, BOB, Instant.EPOCH))) {
            look(new ReceptionCheck(neighbours, new Link(Optional.empty(), Set.of()), PORTS));
            look(new VersionCheck(neighbours));
            look(new DuplicateIdentityCheck(neighbours));
            look(new ClockCheck(neighbours));
        }
    }

    private record Company(List<RoomListing> ownRooms, List<Other> others,
            List<String> wrongKeys) implements RoomsCheck.Company {}

    private void ofTheRooms() throws InterruptedException {
        var member = new Other("Bob", List.of(CLASS), List.of("#class"));
        var namesake = new Other("Max", List.of(CLASS), List.of());
        List<Other> strangers = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> new Other("Eve " + i, List.of(), List.of()))
                .toList();
        for (List<Other> others : List.of(List.<Other>of(), List.of(member), List.of(namesake),
                List.of(member, namesake), strangers)) {
            look(new RoomsCheck(new Company(List.of(), others, List.of())));
            look(new RoomsCheck(new Company(List.of(CLASS, CLUB), others, List.of())));
            look(new RoomsCheck(new Company(List.of(CLASS, CLUB), others, List.of("Max", "Eve"))));
        }
    }

    // One other computer

    private record Sight(Route route, Optional<String> onLink, Tcp tcp, Udp udp, String version,
            Optional<LinkNeighbours> neighbours, RoomResult meeting, List<RoomListing> rooms,
            Optional<CalledBack> calledBack) {
        PeerEvidence evidence() {
            return new PeerEvidence(route.to(), 5263, new PeerEvidence.Link(route, onLink, neighbours, List.of(ROUTER)),
                    tcp,
                    udp, version, meeting, rooms, calledBack);
        }
    }

    private void ofThePeer() throws InterruptedException {
        var straight = new Route(BOB, SELF, Optional.of(ETHERNET));
        var beside = Optional.of("eth0");
        List<RoomResult> meetings = new ArrayList<>(List.of(new RoomResult.Joined("Bob", List.of("#class", "#club")),
                new RoomResult.Listed("Bob"), new RoomResult.Lapsed("Bob"), new RoomResult.None(Optional.empty())));
        for (ConnectFailure why : ConnectFailure.values()) {
            meetings.add(new RoomResult.None(Optional.of(new Unmet("10.77.0.2", 5263, why))));
        }
        for (RefusalReason reason : RefusalReason.values()) {
            meetings.add(new RoomResult.Refused("Bob", "#class", reason));
            meetings.add(new RoomResult.Refused("Bob", "", reason));
        }
        List<Optional<LinkNeighbours>> tables = List.of(Optional.empty(), Optional.of(new LinkNeighbours(Map.of())),
                Optional.of(new LinkNeighbours(Map.of(BOB, Answer.ANSWERED))),
                Optional.of(new LinkNeighbours(Map.of(BOB, Answer.REMEMBERED))),
                Optional.of(new LinkNeighbours(Map.of(BOB, Answer.SILENT, ROUTER, Answer.ANSWERED))));
        peer(new Sight(new Route(SELF, SELF, Optional.of(ETHERNET)), beside, Tcp.CONNECTED, Udp.SILENT, "",
                tables.getFirst(), new RoomResult.None(Optional.empty()), List.of(CLASS), Optional.empty()));
        for (NetworkAdapter link : List.of(MODEM, DIALLED)) {
            peer(new Sight(new Route(BOB, INSIDE, Optional.of(link)), Optional.empty(), Tcp.SILENT, Udp.SILENT, "",
                    tables.get(4), new RoomResult.None(Optional.empty()), List.of(CLASS), Optional.empty()));
        }
        peer(new Sight(new Route(BOB, null, Optional.empty()), Optional.empty(), Tcp.NO_ROUTE, Udp.HEARD, "",
                tables.get(1), new RoomResult.Listed("Bob"), List.of(CLASS), Optional.empty()));
        for (RoomResult meeting : meetings) {
            for (Route route : List.of(straight, new Route(BOB, null, Optional.empty()),
                    new Route(BOB, SELF, Optional.empty()), new Route(BOB, INSIDE, Optional.of(TUNNEL)))) {
                for (Optional<String> onLink : List.of(beside, Optional.of("eth1"), Optional.<String>empty())) {
                    for (Tcp tcp : List.of(Tcp.SILENT, Tcp.UNREACHABLE)) {
                        peer(new Sight(route, onLink, tcp, Udp.SILENT, "", tables.get(4), meeting, List.of(CLASS, CLUB),
                                Optional.empty()));
                    }
                }
            }
            for (Tcp tcp : Tcp.values()) {
                for (Udp udp : Udp.values()) {
                    for (Optional<LinkNeighbours> table : tables) {
                        peer(new Sight(straight, beside, tcp, udp, "", table, meeting, List.of(), Optional.empty()));
                    }
                }
            }
            peer(new Sight(straight, beside, Tcp.SILENT, Udp.SILENT, "2", tables.get(0), meeting, List.of(),
                    Optional.empty()));
        }
        for (CallBackResult tcp : CallBackResult.values()) {
            for (boolean udpCame : new boolean[]{true, false}) {
                var called = new CalledBack(5263, tcp, 5265, udpCame);
                peer(new Sight(straight, beside, Tcp.CONNECTED, Udp.ANSWERED, "", tables.get(2), meetings.getFirst(),
                        List.of(CLASS), Optional.of(called)));
            }
        }
    }

    private void peer(Sight sight) throws InterruptedException {
        look(new PeerCheck(sight::evidence, PORTS));
    }

    // What no check says

    private void ofChecksWithoutResult() throws InterruptedException {
        var never = new CountDownLatch(1);
        Check endless = new EchoCheck(new Heard(true, List.of(new EchoResult("eth0", Way.BROADCAST, "", true))), () -> {
            never.await();
            return Firewall.NONE_SEEN;
        }, OperatingSystem.LINUX, PORTS);
        Check broken = new PeerCheck(() -> {
            throw new IllegalStateException("invented");
        }, PORTS);
        all.addAll(new Doctor(List.of(endless, broken), Duration.ofMillis(200)).examine(_ -> {}));
    }
}
