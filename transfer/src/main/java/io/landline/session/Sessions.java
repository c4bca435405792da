package io.landline.session;

import io.landline.handshake.RoomNegotiation;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.Room;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;

/// All sessions of a node: listens, dials whom it should, proves, and keeps one session for each peer. Any thread.
public final class Sessions implements Closeable {
    /// @param run this node's run, larger at each start
    public Sessions(Settings settings, RoomNegotiation.Surroundings surroundings, long run, PeerName name, List<Room> rooms,
            Listeners listeners, SessionsEvents events) {}

    /// Opens the listening sockets and returns their port. Nothing is accepted before [#start].
    public int listen() throws IOException {
        throw new UnsupportedOperationException();
    }

    /// Begins to accept and to dial.
    public void start() {
        throw new UnsupportedOperationException();
    }

    /// Presence or another member tells of a peer. Called again and again; only what is new has an effect.
    public void sighted(Candidate candidate) {
        throw new UnsupportedOperationException();
    }

    /// Presence says that the peer is gone: it is not dialled any more until it is sighted again. A session that is open stays.
    public void gone(Fingerprint peer) {
        throw new UnsupportedOperationException();
    }

    /// Connects to an address that was typed, whoever answers there.
    ///
    /// @param userAsked whether a person waits: one attempt, whose exchanges never wait. Else it is tried again until it works
    public void connect(InetSocketAddress address, boolean userAsked) {
        throw new UnsupportedOperationException();
    }

    /// Presence of this peer was heard: counts as a sign of life, within limits (design.md §5 "Alive").
    public void heard(Fingerprint peer) {
        throw new UnsupportedOperationException();
    }

    /// The rooms of this node changed.
    public void roomsChanged(List<Room> rooms) {
        throw new UnsupportedOperationException();
    }

    /// The name of this node changed.
    public void nameChanged(PeerName name) {
        throw new UnsupportedOperationException();
    }

    /// The addresses of this machine changed: sessions from one that is gone are closed and dialled again, the others are probed.
    public void addressesChanged(Set<InetAddress> local) {
        throw new UnsupportedOperationException();
    }

    /// The sessions that are open now.
    public List<Session> open() {
        throw new UnsupportedOperationException();
    }

    /// Stops dialling and listening, says farewell on every session and closes it, within two seconds.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
