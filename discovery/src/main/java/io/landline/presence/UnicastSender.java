package io.landline.presence;

import io.landline.beacon.AddressPolicy;
import io.landline.beacon.Beacon;
import io.landline.beacon.ListenOnlyNetworks;
import io.landline.beacon.ReceivedDatagram;
import io.landline.beacon.UsableInterface;
import io.landline.peer.Fingerprint;
import io.landline.presence.packet.OwnPackets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// What we say to one address alone, and to which addresses at all. In a network where we only listen, that is no more
/// than an ask without our name: without these asks we would never discover peers that were already there. Confined to
/// the presence thread.
final class UnicastSender {
    private final Beacon beacon;
    private final OwnPackets own;
    private final int sharedPort;
    private boolean restricted;
    private ListenOnlyNetworks listeningOnly = ListenOnlyNetworks.NOWHERE;

    /// @param restricted whether only chosen interfaces are used, so that private addresses beyond them are not spoken
    ///        with either
    UnicastSender(Beacon beacon, OwnPackets own, int sharedPort, boolean restricted) {
        this.beacon = beacon;
        this.own = own;
        this.sharedPort = sharedPort;
        this.restricted = restricted;
    }

    /// Only chosen interfaces are used from now on, or all of them again.
    void restrict(boolean only) { restricted = only; }

    /// These networks are listened to only, from now on.
    void listenOnly(ListenOnlyNetworks networks) { listeningOnly = networks; }

    /// The interfaces of the networks where we show ourselves.
    List<UsableInterface> shownOn() {
        return beacon.interfaces().stream().filter(each -> !listeningOnly.covers(each)).toList();
    }

    /// Whether we may show ourselves to this address. Beyond the link the routing table decides which way a packet
    /// takes, so nothing goes there while we only listen in any network.
    boolean showsItselfTo(InetAddress address) {
        return showsItselfTo(address, beacon.interfaces());
    }

    /// The same, as the network is at this moment: it may have changed since the last look. Asked before each packet
    /// that we send, and these are few; [#showsItselfTo] is asked for each that comes.
    private boolean showsItselfNow(InetAddress address) {
        return listeningOnly.isNowhere() || showsItselfTo(address, beacon.interfacesNow());
    }

    private boolean showsItselfTo(InetAddress address, List<UsableInterface> all) {
        List<UsableInterface> near = all.stream().filter(each -> each.reaches(address)).toList();
        return (near.isEmpty() ? all : near).stream().noneMatch(listeningOnly::covers);
    }

    /// On the link, or private. Nobody else is heard unless the user typed the address, so nobody else is answered.
    boolean reaches(InetAddress address) {
        return isOnLink(address) || !restricted && AddressPolicy.isLocal(address, beacon.interfaces());
    }

    boolean isOnLink(InetAddress address) {
        // for each datagram: no stream
        for (UsableInterface each : beacon.interfaces()) if (each.reaches(address)) return true;
        return false;
    }

    /// Announces us to an address without knowing which node is there.
    ///
    /// @param next the longest until our next packet
    void probe(InetAddress unknown, Duration next) {
        if (showsItselfNow(unknown)) beacon.sendFromShared(own.announce(next), unknown);
    }

    void reply(ReceivedDatagram question) {
        if (showsItselfNow(question.from().getAddress())) beacon.answer(own.reply(), question);
    }

    /// Asks a peer to identify itself: a packet came from it that does not match what is listed.
    void ask(Fingerprint peer, ReceivedDatagram heard) {
        beacon.answer(askAt(heard.from().getAddress(), peer), heard);
    }

    /// A peer heard by the shared port alone may sit behind a firewall: asks of both sides from shared port to shared
    /// port open it.
    void ask(Fingerprint peer, InetSocketAddress at) {
        byte[] ask = askAt(at.getAddress(), peer);
        beacon.send(ask, at);
        if (at.getPort() == sharedPort) beacon.sendFromShared(ask, at.getAddress());
    }

    /// Asks a peer that fell silent. A stranger may have said another port in its name, where nobody answers: every
    /// second ask goes to the shared port too.
    ///
    /// @param probe counts the asks
    void askSilent(Fingerprint peer, InetSocketAddress at, int probe) {
        ask(peer, at);
        if (at.getPort() == sharedPort || probe % 2 != 0) return;
        beacon.send(askAt(at.getAddress(), peer), new InetSocketAddress(at.getAddress(), sharedPort));
    }

    private byte[] askAt(InetAddress address, Fingerprint peer) {
        return showsItselfNow(address) ? own.ask(peer) : own.unnamedAsk(peer);
    }

    /// Asks for ourselves, where another run of our identity was heard.
    void askTwin(InetSocketAddress at) {
        if (showsItselfNow(at.getAddress())) beacon.send(own.ask(own.identity.fingerprint()), at);
    }

    void leave(byte[] leave, InetSocketAddress at) {
        if (showsItselfNow(at.getAddress())) beacon.send(leave, at);
    }
}
