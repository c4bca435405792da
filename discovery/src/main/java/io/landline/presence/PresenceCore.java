package io.landline.presence;

import io.landline.beacon.Beacon;
import io.landline.beacon.ListenOnlyNetworks;
import io.landline.beacon.ReceivedDatagram;
import io.landline.peer.Fingerprint;
import io.landline.presence.ReplyQueue.Purpose;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.MalformedPacketException;
import io.landline.presence.packet.OwnPackets;
import io.landline.presence.packet.Packet;
import io.landline.presence.packet.Packet.Announcement;
import io.landline.presence.packet.Packet.Ask;
import io.landline.presence.packet.Packet.Leave;
import io.landline.presence.packet.Packet.Still;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.Proof;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// What presence concludes and does, without clock, thread or socket: the caller brings datagrams and the time, and
/// calls [#run] when something is due. What packets change in the list of peers is decided by [PeerListing]; who is
/// answered and asked, here. Confined to the presence thread; in a simulation thousands of these share one.
class PresenceCore {
    /// A newcomer is answered at most this much later; the network and the receiver have the rest of the fifty
    /// milliseconds.
    static final Duration ANSWER_WITHIN = Duration.ofMillis(40);
    /// In a crowd, answers are spread by this much for each listed peer, up to [#ANSWER_WITHIN].
    static final Duration ANSWER_SPREAD_PER_PEER = Duration.ofNanos(500_000);
    /// Between two asks of a listed peer for the sake of a new address.
    static final Duration CURIOUS_ADDRESS_EVERY = Duration.ofSeconds(10);
    /// Between two asks of a listed peer for the sake of a newer seq: some may count every still.
    static final Duration CURIOUS_SEQ_EVERY = Duration.ofSeconds(60);

    private final Beacon beacon;
    private final OwnPackets own;
    private final RandomGenerator random;
    private final int sharedPort;
    private final AnnouncePace pace;
    private final PeerTable table = new PeerTable();
    private final ReplyQueue replies = new ReplyQueue();
    private final SignatureChecks checks;
    private final IdleChecks idle;
    private final SourceGate gate = new SourceGate();
    private final SilenceWatch silence;
    private final PeerListing listing;
    private final DuplicateIdentityWatch twins;
    private final UnicastSender direct;
    private final PeerSearch search;
    private final BroadcastReply broadcastReply = new BroadcastReply();
    private final ForeignVersions foreign;
    private Duration now = Duration.ZERO;
    private boolean running;

    /// @param restricted whether only chosen interfaces are used, so that private addresses beyond them are not heard
    ///        either
    PresenceCore(Beacon beacon, OwnPackets own, Predicate<Proof> checker, PresenceListener listener,
            RandomGenerator random, int sharedPort, boolean restricted, List<InetAddress> typedAddresses) {
        this.beacon = beacon;
        this.own = own;
        this.random = random;
        this.sharedPort = sharedPort;
        pace = new AnnouncePace(random);
        foreign = new ForeignVersions(listener);
        direct = new UnicastSender(beacon, own, sharedPort, restricted);
        search = new PeerSearch(typedAddresses, this::probe, this::askRemembered);
        checks = new SignatureChecks(checker);
        idle = new IdleChecks(table, checks, listener, this::refuse);
        silence = new SilenceWatch(table, (row, at) -> direct.askSilent(row.peer, at, row.probes), this::lose);
        listing = new PeerListing(table, checks, idle, silence, listener, sharedPort, () -> now);
        twins = new DuplicateIdentityWatch(own, checks, listener, this::askTwin);
    }

    void start(Duration uptime) {
        now = uptime;
        running = true;
        pace.burst(uptime);
        search.beginAnew(uptime);
    }

    void update(AnnouncedState news, Duration uptime) {
        now = uptime;
        if (own.update(news) && running) pace.burst(uptime);
    }

    /// Only chosen interfaces are used from now on, or all of them again.
    void restrict(boolean only) {
        direct.restrict(only);
    }

    /// In these networks nothing is announced and nobody is answered, from now on. Peers that saw us there list us
    /// until our silence is noticed: a leave would count in all networks, and for good.
    void listenOnly(ListenOnlyNetworks networks, Duration uptime) {
        now = uptime;
        direct.listenOnly(networks);
        beacon.keepSilentIn(networks);
        if (running) pace.burst(uptime);
    }

    /// These addresses are the typed ones from now on.
    void typed(List<InetAddress> addresses, Duration uptime) {
        now = uptime;
        search.typed(addresses, uptime);
    }

    /// These peers were met before, last met first; they are asked where that was, and the table has a place for them.
    void remembered(List<RememberedPeer> peers, Duration uptime) {
        now = uptime;
        table.friends(peers.stream().map(RememberedPeer::peer).collect(Collectors.toUnmodifiableSet()));
        search.remembered(peers, uptime);
    }

    void interfacesChanged(Duration uptime) {
        now = uptime;
        if (!running) return;
        pace.burst(uptime);
        search.beginAnew(uptime);
    }

    /// Tells that nothing could be heard for this long: the process was stopped, or the computer slept.
    void stoodStill(Duration gap, Duration uptime) {
        now = uptime;
        table.rows().forEach(row -> row.forgive(gap, uptime));
        silence.checkSoon(uptime);
        search.beginAnew(uptime);
        if (running) pace.burst(uptime);
    }

    /// Says good-bye twice, since one in ten is lost, and is silent from then on.
    void leave() {
        if (!running) return;
        running = false;
        listing.end();
        byte[] leave = own.leave();
        for (int i = 0; i < 2; i++) beacon.broadcastWidely(leave);
        for (PeerRow row : table.rows()) {
            for (InetSocketAddress at : row.askAt(1)) if (!direct.isOnLink(at.getAddress())) direct.leave(leave, at);
        }
    }

    void probe(InetAddress unknown) {
        if (running) direct.probe(unknown, longestUntilNext());
    }

    /// Asks where the peer was last met; skips addresses that are ours by now, and those that we may not speak to.
    private void askRemembered(RememberedPeers.Target met) {
        InetAddress address = met.address();
        boolean ours = beacon.interfaces().stream().anyMatch(each -> each.has(address));
        if (!ours && direct.reaches(address) && direct.showsItselfTo(address)) {
            direct.ask(met.peer(), new InetSocketAddress(address, sharedPort));
        }
    }

    /// Asks a listed peer at all its addresses; `then` hears whether it answered in time.
    void isThere(Fingerprint peer, Duration within, Consumer<Boolean> then, Duration uptime) {
        now = uptime;
        if (running && table.get(peer) != null) {
            silence.question(peer, within, then, uptime);
        } else {
            then.accept(false);
        }
    }

    /// Takes a peer off the list as silent.
    void forget(Fingerprint peer, Duration uptime) {
        now = uptime;
        PeerRow row = table.get(peer);
        if (running && row != null) lose(row);
    }

    void dismissQuestions() { silence.dismissQuestions(); }

    /// A simulation overrides this: it reads a datagram once for all its nodes.
    Packet read(byte[] datagram) throws MalformedPacketException { return PacketCodec.decode(datagram); }

    /// Does what is due; tells when something is due next.
    Duration run(Duration uptime) {
        now = uptime;
        if (!running) return ReplyQueue.NEVER;
        replies.run(uptime);
        switch (pace.claim(uptime, table.size())) {
            case ANNOUNCE -> beacon.broadcastWidely(announcement());
            case STILL -> beacon.broadcast(own.still(pace.untilNext()));
            case NOTHING -> {
            }
        }
        // an announce would be answered in its turn
        if (broadcastReply.claim(uptime)) beacon.broadcast(own.replyToAll(longestUntilNext()));
        silence.run(uptime);
        search.run(table, direct.shownOn(), uptime);
        idle.run(uptime);
        checks.run(uptime);
        return min(replies.dueAt(), pace.dueAt(), broadcastReply.dueAt(), search.dueAt(), silence.dueAt(), idle.dueAt(),
                checks.dueAt());
    }

    private byte[] announcement() {
        return own.announce(longestUntilNext());
    }

    private Duration longestUntilNext() {
        return AnnouncePace.intervalMax(table.size());
    }

    void hear(ReceivedDatagram heard, Duration uptime) {
        now = uptime;
        if (!running || !isAcceptable(heard.from().getAddress()) || !gate.admits(heard.from(), heard.bytes(), uptime)) {
            return;
        }
        Packet packet;
        try {
            packet = read(heard.bytes());
        } catch (MalformedPacketException e) {
            foreign.hear(heard);
            return;
        }
        if (packet.peer().equals(own.identity.fingerprint())) {
            if (packet.run() == own.run) return; // our own, back by a loop or a bridge
            twins.hear(packet, heard.from(), uptime);
            if (!(packet instanceof Ask ask && ask.wanted().equals(packet.peer()))) return;
        } else if (table.hasLeft(packet.peer(), packet.run())) {
            return;
        }
        switch (packet) {
            case Announcement announcement -> hearAnnouncement(announcement, heard);
            case Still still -> hearStill(still, heard);
            case Ask ask -> hearAsk(ask, heard);
            case Leave leave -> listing.hear(leave, heard.from());
        }
    }

    /// On the link, private, or typed by hand: nobody else is heard, so nobody else is answered.
    private boolean isAcceptable(InetAddress address) {
        return direct.reaches(address) || search.isTyped(address);
    }

    private void hearAnnouncement(Announcement said, ReceivedDatagram heard) {
        PeerRow row = table.get(said.peer());
        boolean newcomer = row == null || said.run() > row.run() || said.run() != row.run() && !row.isChecked();
        // A peer that announces from its shared port probes us, and wants an answer even if we know it.
        boolean probe = heard.from().getPort() == sharedPort;
        if (!said.isReply() && (newcomer || probe)) answerNewcomer(said.peer(), heard, probe);
        listing.hear(said, heard.from());
    }

    private void hearStill(Still still, ReceivedDatagram heard) {
        PeerRow row = table.get(still.peer());
        if (row == null && !table.mayAsk(still.peer(), now)) return;
        if (row == null || still.run() > row.run() || still.run() != row.run() && !row.isChecked()) {
            ask(still.peer(), heard.from().getAddress(), heard);
            return;
        }
        if (still.run() < row.run() || row.isChecked() && still.seq() < row.seq()) return;
        listing.hear(row, heard.from(), still.next());
        boolean newAddress = !row.knows(heard.from().getAddress());
        Duration every = newAddress ? CURIOUS_ADDRESS_EVERY : CURIOUS_SEQ_EVERY;
        boolean curious = newAddress || still.seq() > row.seq();
        if (curious && row.curiousAt.plus(every).compareTo(now) <= 0) {
            row.curiousAt = now;
            ask(still.peer(), heard.from().getAddress(), heard);
        }
    }

    private void hearAsk(Ask ask, ReceivedDatagram heard) {
        PeerRow row = table.get(ask.peer());
        if (row != null && row.run() == ask.run()) listing.hear(row, heard.from(), row.patience());
        if (ask.wanted().equals(own.identity.fingerprint()) && direct.showsItselfTo(heard.from().getAddress())) {
            replies.offer(Purpose.ANSWER, ask.peer(), heard.from().getAddress(), now, now, () -> direct.reply(heard));
        }
    }

    /// @param probe whether it asked us alone: what is for everybody may not reach it
    private void answerNewcomer(Fingerprint peer, ReceivedDatagram heard, boolean probe) {
        if (!direct.showsItselfTo(heard.from().getAddress())) return;
        if (!probe && !broadcastReply.isApart(replies.waiting(), table.size(), now)) {
            broadcastReply.plan(spread(), table.size(), now);
            return;
        }
        replies.offer(Purpose.ANSWER, peer, heard.from().getAddress(), now.plus(spread()), now,
                () -> direct.reply(heard));
    }

    /// Asks a peer to identify itself: a packet came from it that does not match what is listed.
    private void ask(Fingerprint peer, InetAddress at, ReceivedDatagram heard) {
        replies.offer(Purpose.ASK, peer, at, now.plus(spread()), now, () -> direct.ask(peer, heard));
    }

    private void askTwin(InetSocketAddress at) {
        Fingerprint self = own.identity.fingerprint();
        replies.offer(Purpose.ASK, self, at.getAddress(), now, now, () -> direct.askTwin(at));
    }

    private Duration spread() {
        long wide = Math.min(ANSWER_SPREAD_PER_PEER.toNanos() * table.size(), ANSWER_WITHIN.toNanos());
        return Duration.ofNanos((long) (wide * random.nextDouble()));
    }

    private void lose(PeerRow row) {
        listing.lose(row);
    }

    private void refuse(PeerRow row) {
        listing.refuse(row);
    }

    private static Duration min(Duration first, Duration... others) {
        Duration least = first;
        for (Duration each : others) if (each.compareTo(least) < 0) least = each;
        return least;
    }
}
