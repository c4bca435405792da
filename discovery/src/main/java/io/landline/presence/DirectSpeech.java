package io.landline.presence;

import io.landline.beacon.Beacon;
import io.landline.beacon.Heard;
import io.landline.beacon.Reach;
import io.landline.peer.Fingerprint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;

/// What we say to one address alone, and to which addresses at all. Confined to the presence thread.
final class DirectSpeech {
    private final Beacon beacon;
    private final OwnPackets own;
    private final int sharedPort;
    private boolean restricted;

    /// @param restricted whether only chosen interfaces are used, so that private addresses beyond them are not spoken with either
    DirectSpeech(Beacon beacon, OwnPackets own, int sharedPort, boolean restricted) {
        this.beacon = beacon;
        this.own = own;
        this.sharedPort = sharedPort;
        this.restricted = restricted;
    }

    /// Only chosen interfaces are used from now on, or all of them again.
    void restrict(boolean only) { restricted = only; }

    /// On the link, or private: nobody else is heard unless he was typed, so nobody else is answered.
    boolean reaches(InetAddress address) {
        return isOnLink(address) || !restricted && Reach.isLocal(address, beacon.interfaces());
    }

    boolean isOnLink(InetAddress address) {
        return beacon.interfaces().stream().anyMatch(each -> each.reaches(address));
    }

    /// Announces us to an address of which we do not know whose it is.
    ///
    /// @param next the longest until our next packet
    void probe(InetAddress unknown, Duration next) {
        beacon.sendFromShared(own.announce(next), unknown);
    }

    void reply(Heard question) {
        beacon.answer(own.reply(), question);
    }

    /// Asks a peer of whom a packet came and who is not known so.
    void ask(Fingerprint peer, Heard heard) {
        beacon.answer(own.ask(peer), heard);
    }

    /// Who was heard by the shared port alone may sit behind a firewall: asks of both from shared port to shared port open it.
    void ask(Fingerprint peer, InetSocketAddress at) {
        byte[] ask = own.ask(peer);
        beacon.send(ask, at);
        if (at.getPort() == sharedPort) beacon.sendFromShared(ask, at.getAddress());
    }

    /// Asks for ourselves, where another run of our identity was heard.
    void askTwin(InetSocketAddress at) {
        beacon.send(own.ask(own.identity.fingerprint()), at);
    }

    void leave(byte[] leave, InetSocketAddress at) {
        beacon.send(leave, at);
    }
}
