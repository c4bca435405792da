package io.landline.doctor.probe;

import io.landline.beacon.UsableInterface;
import io.landline.doctor.Examiner;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.check.Check;
import io.landline.doctor.check.ClockCheck;
import io.landline.doctor.check.DuplicateIdentityCheck;
import io.landline.doctor.check.EchoCheck;
import io.landline.doctor.check.InterfaceCheck;
import io.landline.doctor.check.IsolationCheck;
import io.landline.doctor.check.PeerCheck;
import io.landline.doctor.check.PortCheck;
import io.landline.doctor.check.ReceptionCheck;
import io.landline.doctor.check.RoomsCheck;
import io.landline.doctor.check.RouteCheck;
import io.landline.doctor.check.ShareCheck;
import io.landline.doctor.check.VersionCheck;
import io.landline.doctor.system.DuplicateAddresses;
import io.landline.doctor.system.Firewall;
import io.landline.doctor.system.FirewallPorts;
import io.landline.doctor.system.InnerBridges;
import io.landline.doctor.system.NetworkAdapter;
import io.landline.doctor.system.Route;
import io.landline.node.Node;
import io.landline.node.network.NodeNetwork;
import io.landline.node.network.NodeNetwork.Network;
import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The doctor of a node that runs: looks through that node's sockets, at the network that it is in. Any thread; takes
/// some seconds.
public final class NodeDoctor implements Examiner {
    /// In no network that anybody has (RFC 5737): only the default route leads there. Nothing is sent to it.
    private static final InetAddress AWAY = InetAddress.ofLiteral("198.51.100.1");
    /// The same for IPv6 (RFC 3849), where there is no IPv4.
    private static final InetAddress AWAY_6 = InetAddress.ofLiteral("2001:db8::1");
    private static final System.Logger LOG = System.getLogger(NodeDoctor.class.getName());

    private final Node node;

    public NodeDoctor(Node node) { this.node = node; }

    @Override
    public List<Finding> examine(Consumer<Progress> progress) throws InterruptedException {
        return run(null, 0, progress);
    }

    @Override
    public List<Finding> examine(String host, int port, Consumer<Progress> progress)
            throws UnknownHostException, InterruptedException {
        InetAddress[] found = InetAddress.getAllByName(host);
        List<UsableInterface> used = node.network().interfaces();
        InetAddress address = Arrays.stream(found)
                .filter(each -> used.stream().anyMatch(card -> card.reaches(each)))
                .findFirst()
                .orElse(found[0]);
        return run(address, port, progress);
    }

    private List<Finding> run(@Nullable InetAddress peer, int port, Consumer<Progress> progress)
            throws InterruptedException {
        var packetLog = new PacketLog();
        var events = new EventLog();
        try (var _ = node.watchDatagrams(packetLog); var _ = node.watch(events)) {
            List<Finding> found = new Doctor(checks(peer, port, packetLog, events), Doctor.WITHIN).examine(progress);
            return peer == null ? found : notesWhereMet(found);
        }
    }

    /// Where the two nodes met, what holds back announcements did not keep them apart: it is a note.
    static List<Finding> notesWhereMet(List<Finding> found) {
        boolean met = found.stream()
                .anyMatch(each -> each.code() == FindingCode.NOT_FOUND && each.state() == FindingState.OK);
        if (!met) return found;
        return found.stream()
                .map(each -> EchoCheck.CODES.contains(each.code()) && each.state() == FindingState.BAD
                        ? each.asNote()
                        : each)
                .toList();
    }

    private List<Check> checks(@Nullable InetAddress peer, int port, PacketLog packetLog, EventLog events) {
        OperatingSystem system = OperatingSystem.here();
        NodeNetwork network = node.network();
        var ports = new FirewallPorts(network.sharedPortWished());
        List<NetworkAdapter> adapters = adapters();
        var neighbours = new NodeNeighbourList(node, packetLog, events, InstantSource.system());
        var checks = new ArrayList<Check>(List.of(new InterfaceCheck(interfaces(adapters)), new PortCheck(ports()),
                new EchoCheck(new SocketEchoProbe(network, packetLog), () -> Firewall.detect(system), system, ports),
                new DuplicateIdentityCheck(neighbours), new ClockCheck(neighbours),
                new ShareCheck(node::isOnNetworkShare)));
        if (peer == null) {
            var link = new SystemLink(node, system, neighbours::listen);
            checks.addAll(
                    List.of(new RouteCheck(routes(adapters)), new ReceptionCheck(neighbours, link, ports),
                            new VersionCheck(neighbours),
                            new RoomsCheck(neighbours),
                            new IsolationCheck(link)));
        } else {
            checks.add(new PeerCheck(
                    new PeerProbe(node, peer, port, packetLog, events, new SystemLink(node, system, () -> {
                    }), adapters), ports));
        }
        return checks;
    }

    private static List<NetworkAdapter> adapters() {
        try {
            return NetworkAdapter.all();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the system does not list its interfaces", e);
            return List.of();
        }
    }

    private InterfaceCheck.Interfaces interfaces(List<NetworkAdapter> adapters) {
        return new InterfaceCheck.Interfaces() {
            @Override
            public List<UsableInterface> used() {
                return node.network().interfaces();
            }

            @Override
            public List<String> chosen() {
                return node.network().chosenInterfaces();
            }

            @Override
            public List<NetworkAdapter> all() {
                return adapters;
            }

            @Override
            public List<String> listenedToOnly() {
                return node.network().networks().stream().filter(Network::listeningOnly).map(Network::name).toList();
            }

            @Override
            public List<String> duplicates() {
                return DuplicateAddresses.read();
            }

            @Override
            public Set<String> innerBridges() {
                return InnerBridges.among(used().stream().map(UsableInterface::name).toList());
            }
        };
    }

    private PortCheck.OpenPorts ports() {
        NodeNetwork network = node.network();
        return new PortCheck.OpenPorts() {
            @Override
            public int udpWished() {
                return network.sharedPortWished();
            }

            @Override
            public OptionalInt udp() {
                return network.sharedPort();
            }

            @Override
            public int tcpWished() {
                return network.tcpPortWished();
            }

            @Override
            public int tcp() {
                return network.tcpPort();
            }
        };
    }

    private RouteCheck.Routes routes(List<NetworkAdapter> adapters) {
        return new RouteCheck.Routes() {
            @Override
            public Route away() {
                Route away = Route.to(AWAY, adapters);
                return away.local() == null ? Route.to(AWAY_6, adapters) : away;
            }

            @Override
            public List<UsableInterface> used() {
                return node.network().interfaces();
            }
        };
    }
}
