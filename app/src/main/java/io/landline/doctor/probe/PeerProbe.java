package io.landline.doctor.probe;

import io.landline.beacon.UsableInterface;
import io.landline.doctor.check.HeardPacket;
import io.landline.doctor.check.PeerCheck;
import io.landline.doctor.check.PeerEvidence;
import io.landline.doctor.check.PeerEvidence.CalledBack;
import io.landline.doctor.check.PeerEvidence.RoomResult;
import io.landline.doctor.check.PeerEvidence.Tcp;
import io.landline.doctor.check.PeerEvidence.Udp;
import io.landline.doctor.check.PeerEvidence.Unmet;
import io.landline.doctor.system.AddressText;
import io.landline.doctor.system.FirewallPorts;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.doctor.system.NetworkAdapter;
import io.landline.doctor.system.Route;
import io.landline.node.Node;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Present;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.TypedAddress;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.WrittenAddress;
import io.landline.presence.ObservedDatagram;
import io.landline.presence.packet.PacketKind;
import io.landline.session.CallBackResult;
import io.landline.session.ConnectFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Looks at one other computer through a node: by UDP, by TCP, and by an attempt at a session. Used once.
final class PeerProbe implements PeerCheck.Sight {
    /// A node without company is heard every 6 s at the latest; the kernel asks three times in 3 s who has an address.
    static final Duration WITHIN = Duration.ofSeconds(7);
    /// Where TCP gets through, a busy computer has its time: TLS and the exchange of keys may take ten seconds each
    /// (docs/protocol/handshake.md, "What each concludes").
    static final Duration WITHIN_CONNECTED = Duration.ofSeconds(20);
    /// Within 1 s a SYN that was lost is sent again; the node's own attempt goes on meanwhile.
    private static final Duration TCP_WITHIN = Duration.ofMillis(2_500);
    private static final Duration PROBE_EVERY = Duration.ofMillis(700);
    private static final int PROBES = 3;
    /// While the system's verdict on the neighbour is awaited: often enough that the system takes the address for one
    /// in use.
    private static final Duration ASK_EVERY = Duration.ofSeconds(1);
    /// The datagrams left before the answer did.
    private static final Duration DATAGRAM_WITHIN = Duration.ofMillis(500);
    private static final int TOKEN_BYTES = 16;
    /// A call that gets through takes no longer.
    private static final Duration CALL_AGAIN = Duration.ofMillis(1_500);
    /// After the keys were compared a session may still be opening; it tells no event of its own to wait for.
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Node node;
    private final InetAddress address;
    private final int port;
    private final PacketLog packetLog;
    private final EventLog events;
    private final SystemLink link;
    private final List<NetworkAdapter> adapters;

    PeerProbe(Node node, InetAddress address, int port, PacketLog packetLog, EventLog events, SystemLink link,
            List<NetworkAdapter> adapters) {
        this.node = node;
        this.address = address;
        this.port = port;
        this.packetLog = packetLog;
        this.events = events;
        this.link = link;
        this.adapters = List.copyOf(adapters);
    }

    @Override
    public PeerEvidence examine() throws InterruptedException {
        try (LinkWatch watch = LinkWatch.begin(link, address)) {
            return examine(watch);
        }
    }

    private PeerEvidence examine(LinkWatch watch) throws InterruptedException {
        boolean stood = meeting(there()) instanceof RoomResult.Joined;
        var tcp = new AtomicReference<>(Tcp.SILENT);
        Thread knocking = Thread.ofVirtual().name("doctor-tcp").start(() -> tcp.set(connect()));
        Thread probing = Thread.ofVirtual().name("doctor-udp").start(this::probe);
        RoomResult meeting;
        try {
            meeting = meet(tcp::get);
            knocking.join();
            probing.join();
        } finally {
            probing.interrupt();
        }
        Asked asked = meeting instanceof RoomResult.Joined ? callBack() : Asked.UNANSWERED;
        boolean reached = tcp.get() == Tcp.CONNECTED || tcp.get() == Tcp.REFUSED || asked.answered()
                || heard() != Udp.SILENT || isNew(meeting, stood);
        Optional<LinkNeighbours> neighbours = reached ? watch.now() : watch.verdict(this::askAndListen);
        boolean heard = reached || heard() != Udp.SILENT;
        return new PeerEvidence(address, port,
                new PeerEvidence.Link(Route.to(address, adapters), onLink(), neighbours, List.copyOf(link.gateways())),
                tcp.get(), heard(), foreignVersion(), heard ? meeting : lapsed(meeting), node.network().rooms(),
                asked.told());
    }

    /// Whether the doctor was there when it came about; a session lasts for some seconds after the cable was pulled.
    private static boolean isNew(RoomResult meeting, boolean stood) {
        return meeting instanceof RoomResult.Refused || meeting instanceof RoomResult.Joined && !stood;
    }

    private boolean askAndListen() throws InterruptedException {
        node.network().probe(address);
        return packetLog.await(this::isFromThere, ASK_EVERY);
    }

    private static RoomResult lapsed(RoomResult meeting) {
        return switch (meeting) {
            case RoomResult.Joined(String name, _) -> new RoomResult.Lapsed(name);
            case RoomResult.Listed(String name) -> new RoomResult.Lapsed(name);
            case RoomResult.Refused _, RoomResult.Lapsed _, RoomResult.None _ -> meeting;
        };
    }

    private Optional<String> onLink() {
        return node.network()
                .interfaces()
                .stream()
                .filter(each -> each.reaches(address))
                .map(UsableInterface::name)
                .findFirst();
    }

    /// @param answered whether anything came back over the session
    private record Asked(boolean answered, Optional<CalledBack> told) {
        static final Asked UNANSWERED = new Asked(false, Optional.empty());
    }

    /// Asks the peer to reach us from outside, by ways on which we never sent.
    private Asked callBack() throws InterruptedException {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        Optional<Fingerprint> member = node.contacts()
                .here()
                .stream()
                .filter(each -> !each.joined().isEmpty())
                .map(each -> each.person().peer())
                .filter(there()::contains)
                .findFirst();
        if (member.isEmpty()) return Asked.UNANSWERED; // it left this moment
        Optional<UdpProbeListener> opened = UdpProbeListener.open(new FirewallPorts(node.network().sharedPortWished()));
        if (opened.isEmpty()) return Asked.UNANSWERED;
        try (UdpProbeListener ear = opened.get()) {
            CallBackResult tcp = callBack(member.get(), ear.port(), token);
            if (tcp == CallBackResult.NO_ANSWER || tcp == CallBackResult.LATER) {
                return new Asked(tcp == CallBackResult.LATER, Optional.empty());
            }
            var told = new CalledBack(node.network().tcpPort(), tcp, ear.port(), ear.receives(token, DATAGRAM_WITHIN));
            return new Asked(true, Optional.of(told));
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is always given", e);
        }
    }

    /// Asks until there is an answer; the session gives one itself where none comes in time.
    private CallBackResult callBack(Fingerprint member, int udpPort, String token)
            throws InterruptedException, ExecutionException {
        CompletableFuture<CallBackResult> answer = node.network().callBack(member, udpPort, token);
        while (true) {
            try {
                return answer.get(CALL_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // the same question again: it, or its answer, was lost or is late
                var _ = node.network().callBack(member, udpPort, token);
            }
        }
    }

    // By UDP

    /// Sends the peer some announcements, until it answers one.
    private void probe() {
        try {
            for (int i = 0; i < PROBES; i++) {
                node.network().probe(address);
                if (packetLog.await(this::isAnswer, PROBE_EVERY)) return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // enough is known
        }
    }

    private boolean isFromThere(ObservedDatagram heard) {
        if (!AddressText.unscoped(heard.hop().other().getAddress()).equals(AddressText.unscoped(address))) return false;
        Optional<Fingerprint> peer = HeardPacket.of(heard).peer();
        return peer.isPresent() && !peer.get().equals(node.fingerprint()); // on loopback our own come from there too
    }

    private boolean isAnswer(ObservedDatagram heard) {
        return heard.content().kind().equals(Optional.of(PacketKind.REPLY)) && isFromThere(heard);
    }

    private Udp heard() throws InterruptedException {
        if (packetLog.await(this::isAnswer, Duration.ZERO)) return Udp.ANSWERED;
        return packetLog.await(this::isFromThere, Duration.ZERO) ? Udp.HEARD : Udp.SILENT;
    }

    private String foreignVersion() {
        return packetLog.all()
                .stream()
                .filter(each -> each.hop().other().getAddress().equals(address))
                .map(each -> HeardPacket.of(each).foreignVersion())
                .filter(version -> !version.isEmpty())
                .findFirst()
                .orElse("");
    }

    // By TCP

    private Tcp connect() {
        try (var socket = new Socket(Proxy.NO_PROXY)) { // a proxy would answer in the peer's place
            socket.connect(new InetSocketAddress(address, port), (int) TCP_WITHIN.toMillis());
            return Tcp.CONNECTED;
        } catch (IOException e) {
            return Tcp.of(e);
        }
    }

    // By a session

    private RoomResult meet(Supplier<Tcp> knocked) throws InterruptedException {
        long began = System.nanoTime();
        var dialled = new DialledEndpoints();
        dial(new Endpoint(address, port), dialled);
        while (true) {
            Set<Fingerprint> there = there();
            RoomResult meeting = meeting(there);
            if (meeting != null) return meeting;
            Duration patience = knocked.get() == Tcp.CONNECTED || isMet(there) ? WITHIN_CONNECTED : WITHIN;
            if (isOurselves() || System.nanoTime() - began >= patience.toNanos()) return unmet(there);
            for (Present present : node.contacts().here()) {
                if (!there.contains(present.person().peer())) continue;
                present.person()
                        .endpoints()
                        .stream()
                        .filter(this::isThere)
                        .limit(1)
                        .forEach(endpoint -> dial(endpoint, dialled));
            }
            events.awaitNews(LOOK_AGAIN);
        }
    }

    /// Whether our own key answered there: nobody else does at that port.
    private boolean isOurselves() {
        return events.unreached()
                .stream()
                .anyMatch(each -> each.why() == ConnectFailure.OWN_KEY && isThere(each.typed())
                        && each.typed().getPort() == port);
    }

    /// A person waits: an attempt of its own, independent of earlier ones.
    private void dial(Endpoint endpoint, DialledEndpoints dialled) {
        if (!dialled.claim(endpoint)) return;
        try {
            node.contacts().connect(new TypedAddress(endpoint.address().getHostAddress(), endpoint.port()));
        } catch (CommandException e) {
            throw new IllegalStateException("an address needs no resolving", e);
        }
    }

    private boolean isThere(Endpoint endpoint) {
        return AddressText.unscoped(endpoint.address()).equals(AddressText.unscoped(address));
    }

    /// The peers that were met or are listed at that address; if the port is among theirs, that one alone.
    private Set<Fingerprint> there() {
        var atPort = new LinkedHashSet<Fingerprint>();
        var atAddress = new LinkedHashSet<Fingerprint>();
        for (Map.Entry<Fingerprint, Endpoint> met : node.network().provenEndpoints().entrySet()) {
            note(met.getKey(), met.getValue(), atPort, atAddress);
        }
        for (Present present : node.contacts().here()) {
            present.person()
                    .endpoints()
                    .forEach(endpoint -> note(present.person().peer(), endpoint, atPort, atAddress));
        }
        return atPort.isEmpty() ? atAddress : atPort;
    }

    private boolean isMet(Set<Fingerprint> there) {
        return node.network().provenEndpoints().keySet().stream().anyMatch(there::contains);
    }

    private void note(Fingerprint peer, Endpoint endpoint, Set<Fingerprint> atPort, Set<Fingerprint> atAddress) {
        if (!isThere(endpoint)) return;
        atAddress.add(peer);
        if (endpoint.port() == port) atPort.add(peer);
    }

    private @Nullable RoomResult meeting(Set<Fingerprint> there) {
        for (Present present : node.contacts().here()) {
            boolean joined = there.contains(present.person().peer()) && !present.joined().isEmpty();
            if (joined) return new RoomResult.Joined(present.person().name().value(), present.joined());
        }
        for (Refused each : events.refusals()) {
            if (there.contains(each.peer())) {
                return new RoomResult.Refused(each.name(), each.room() == null ? "" : each.room(), each.reason());
            }
        }
        return null;
    }

    private RoomResult unmet(Set<Fingerprint> there) {
        for (Present present : node.contacts().here()) {
            if (there.contains(present.person().peer())) return new RoomResult.Listed(present.person().name().value());
        }
        return new RoomResult.None(events.unreached()
                .stream()
                .filter(each -> isThere(each.typed()))
                .findFirst()
                .map(each -> new Unmet(WrittenAddress.hostOf(each.typed()), each.typed().getPort(), each.why())));
    }

    private boolean isThere(InetSocketAddress typed) {
        return typed.getAddress() != null
                && AddressText.unscoped(typed.getAddress()).equals(AddressText.unscoped(address));
    }
}
