package io.landline.doctor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingState;
import io.landline.doctor.PrintedFinding;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.doctor.system.LinkNeighbours.Answer;
import io.landline.doctor.system.NetworkAdapter;
import io.landline.doctor.system.Route;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the doctor concludes of this computer's interfaces, ports, routes and link.
class OwnComputerTest {
    private static final InetAddress ADDRESS = InetAddress.ofLiteral("10.77.0.1");
    private static final InetAddress ROUTER = InetAddress.ofLiteral("10.77.0.254");
    private static final InetAddress BOB = InetAddress.ofLiteral("10.77.0.2");
    private static final InetAddress AWAY = InetAddress.ofLiteral("198.51.100.1");
    private static final UsableInterface ETHERNET = usable("eth0", "10.77.0.1", 24);
    private static final UsableInterface LOOPBACK = new UsableInterface("lo", 1, true, false,
            List.of(new OwnAddress(InetAddress.ofLiteral("127.0.0.1"), 8, null)));

    private static UsableInterface usable(String name, String address, int prefixBits) {
        return new UsableInterface(name, 2, false, true,
                List.of(new OwnAddress(InetAddress.ofLiteral(address), prefixBits, null)));
    }

    private static Finding interfaces(List<UsableInterface> used, List<String> chosen, NetworkAdapter... all) {
        return interfaces(used, chosen, List.of(), List.of(), all);
    }

    private static Finding interfaces(List<UsableInterface> used, List<String> chosen, List<String> listenedToOnly,
            List<String> duplicates, NetworkAdapter... all) {
        return interfaces(used, chosen, listenedToOnly, duplicates, Set.of(), all);
    }

    private static Finding interfaces(List<UsableInterface> used, List<String> chosen, List<String> listenedToOnly,
            List<String> duplicates, Set<String> innerBridges, NetworkAdapter... all) {
        return new InterfaceCheck(new InterfaceCheck.Interfaces() {
            @Override
            public List<UsableInterface> used() {
                return used;
            }

            @Override
            public List<String> chosen() {
                return chosen;
            }

            @Override
            public List<NetworkAdapter> all() {
                return List.of(all);
            }

            @Override
            public List<String> listenedToOnly() {
                return listenedToOnly;
            }

            @Override
            public List<String> duplicates() {
                return duplicates;
            }

            @Override
            public Set<String> innerBridges() {
                return innerBridges;
            }
        }).run().getFirst();
    }

    @Test
    void anInterfaceWithAnAddressIsFine() {
        Finding finding = interfaces(List.of(ETHERNET), List.of());
        assertEquals(FindingState.OK, finding.state());
        assertTrue(PrintedFinding.evidence(finding).contains("eth0 (10.77.0.1/24)"), PrintedFinding.evidence(finding));
    }

    @Test
    void anAddressThatAnotherComputerHasTooIsANote() {
        Finding finding = interfaces(List.of(ETHERNET), List.of(), List.of(), List.of("eth0 (fe80::1)"));
        assertEquals(FindingState.NOTE, finding.state());
        assertTrue(PrintedFinding.evidence(finding).contains("eth0 (fe80::1)"), PrintedFinding.evidence(finding));
    }

    @Test
    void m3_aProfileOnANetworkShareIsANote() {
        Finding finding = new ShareCheck(() -> true).run().getFirst();
        assertEquals(FindingState.NOTE, finding.state());
        assertEquals(FindingState.OK, new ShareCheck(() -> false).run().getFirst().state());
    }

    @Test
    void aNetworkThatIsListenedToOnlyIsANote() {
        Finding finding = interfaces(List.of(ETHERNET), List.of(), List.of("eth0 10.77.0.0/24"), List.of());
        assertEquals(FindingState.NOTE, finding.state());
        assertTrue(PrintedFinding.evidence(finding).contains("eth0 10.77.0.0/24"), PrintedFinding.evidence(finding));
    }

    @Test
    void loopbackAloneIsBadAndWhatIsDownIsNamed() {
        Finding finding = interfaces(List.of(LOOPBACK), List.of(),
                new NetworkAdapter("wlan0", false, false, false, List.of()));
        assertEquals(FindingState.BAD, finding.state());
        assertTrue(PrintedFinding.evidence(finding).contains("wlan0 (down)"), PrintedFinding.evidence(finding));
    }

    @Test
    void loopbackThatWasChosenIsANote() {
        assertEquals(FindingState.NOTE, interfaces(List.of(LOOPBACK), List.of("lo")).state());
    }

    @Test
    void aChosenInterfaceThatIsNotThereIsBad() {
        assertEquals(FindingState.BAD,
                interfaces(List.of(), List.of("eth7"), new NetworkAdapter("eth0", true, false, false, List.of(ADDRESS)))
                        .state());
    }

    @Test
    void anAddressThatNoServerGaveIsANote() {
        assertEquals(FindingState.NOTE, interfaces(List.of(usable("eth0", "169.254.7.7", 16)), List.of()).state());
    }

    @Test
    void anAddressThatNoServerGaveIsANoteBesideABridgeOfContainers() {
        UsableInterface wifi = usable("wlan0", "169.254.7.7", 16);
        UsableInterface docker = usable("docker0", "172.17.0.1", 16);
        Finding finding = interfaces(List.of(wifi, docker), List.of(), List.of(), List.of(), Set.of("docker0"));
        assertEquals(FindingState.NOTE, finding.state());
        assertTrue(PrintedFinding.evidence(finding).startsWith("wlan0 (169.254.7.7/16) has"),
                PrintedFinding.evidence(finding));
        assertEquals(FindingState.OK,
                interfaces(List.of(docker), List.of(), List.of(), List.of(), Set.of("docker0")).state());
    }

    private static Finding ports(OptionalInt udp, int tcpWished, int tcp) {
        return new PortCheck(new PortCheck.OpenPorts() {
            @Override
            public int udpWished() {
                return 5263;
            }

            @Override
            public OptionalInt udp() {
                return udp;
            }

            @Override
            public int tcpWished() {
                return tcpWished;
            }

            @Override
            public int tcp() {
                return tcp;
            }
        }).run().getFirst();
    }

    @Test
    void aSharedPortHeldByAnotherProgramIsBad() {
        assertEquals(FindingState.BAD, ports(OptionalInt.empty(), 5263, 5263).state());
    }

    @Test
    void anotherTcpPortIsANoteUnlessAnyWouldDo() {
        assertEquals(FindingState.OK, ports(OptionalInt.of(5263), 5263, 5263).state());
        assertEquals(FindingState.NOTE, ports(OptionalInt.of(5263), 5263, 5264).state());
        assertEquals(FindingState.OK, ports(OptionalInt.of(5263), 0, 40_000).state());
    }

    private static Finding route(Route away, UsableInterface... used) {
        return new RouteCheck(new RouteCheck.Routes() {
            @Override
            public Route away() {
                return away;
            }

            @Override
            public List<UsableInterface> used() {
                return List.of(used);
            }
        }).run().getFirst();
    }

    @Test
    void aTunnelThatOwnsTheDefaultRouteIsANoteBesideAnotherInterface() {
        InetAddress inside = InetAddress.ofLiteral("10.8.0.2");
        var vpn = new Route(AWAY, inside, Optional.of(new NetworkAdapter("tun0", true, false, true, List.of(inside))));
        assertEquals(FindingState.NOTE, route(vpn, ETHERNET, usable("tun0", "10.8.0.2", 24)).state());
        assertEquals(FindingState.BAD, route(vpn, usable("tun0", "10.8.0.2", 24)).state());
    }

    private static Route by(String name) {
        InetAddress inside = InetAddress.ofLiteral("10.64.0.2");
        return new Route(AWAY, inside, Optional.of(new NetworkAdapter(name, true, false, true, List.of(inside))));
    }

    @Test
    void aModemOfAMobileNetworkIsNoVpn() {
        for (String name : List.of("wwan0", "wwp0s20f0u6", "rmnet_data0")) {
            Finding beside = route(by(name), ETHERNET);
            assertEquals(FindingState.OK, beside.state());
            Finding alone = route(by(name));
            assertEquals(FindingState.BAD, alone.state());
            for (Finding each : List.of(beside, alone)) {
                String said = PrintedFinding.evidence(each) + PrintedFinding.remedy(each);
                assertTrue(said.contains(name + ", the link of a mobile network") && !said.contains("VPN"), said);
            }
        }
    }

    @Test
    void aLinkByPppCanBeAProvidersLineOrAVpn() {
        Finding beside = route(by("ppp0"), ETHERNET);
        assertEquals(FindingState.NOTE, beside.state());
        assertTrue(PrintedFinding.evidence(beside).contains("PPPoE"), PrintedFinding.evidence(beside));
        assertTrue(PrintedFinding.remedy(beside).contains("and ppp0 is a VPN"), PrintedFinding.remedy(beside));
        Finding alone = route(by("ppp0"));
        assertEquals(FindingState.BAD, alone.state());
        assertTrue(PrintedFinding.remedy(alone).contains("If ppp0 is a VPN"), PrintedFinding.remedy(alone));
    }

    @Test
    void noDefaultRouteIsFine() {
        assertEquals(FindingState.OK, route(new Route(AWAY, null, Optional.empty()), ETHERNET).state());
    }

    private static Finding link(Map<InetAddress, Answer> neighbours) throws InterruptedException {
        return new IsolationCheck(new IsolationCheck.Link() {
            @Override
            public Optional<LinkNeighbours> neighbours() {
                return Optional.of(new LinkNeighbours(neighbours));
            }

            @Override
            public Set<InetAddress> gateways() {
                return Set.of(ROUTER);
            }
        }).run().getFirst();
    }

    @Test
    void aNeighbourThatAnsweredRulesIsolationOut() throws InterruptedException {
        assertEquals(FindingState.OK, link(Map.of(BOB, Answer.ANSWERED)).state());
    }

    @Test
    void h92_aRouterThatAnswersAloneMayBeIsolationOrAnEmptyNetwork() throws InterruptedException {
        Finding finding = link(Map.of(ROUTER, Answer.ANSWERED, BOB, Answer.SILENT));
        assertEquals(FindingState.UNKNOWN, finding.state());
        assertTrue(
                PrintedFinding.evidence(finding).contains("Either")
                        && PrintedFinding.evidence(finding).contains("The router (10.77.0.254) answers"),
                PrintedFinding.evidence(finding));
        assertTrue(PrintedFinding.remedy(finding).contains("client isolation"), PrintedFinding.remedy(finding));
    }

    @Test
    void whereNobodyWasAskedNothingIsSaid() throws InterruptedException {
        assertEquals("", PrintedFinding.remedy(link(Map.of(ROUTER, Answer.ANSWERED))));
    }
}
