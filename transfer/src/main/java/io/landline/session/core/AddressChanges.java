package io.landline.session.core;

import io.landline.peer.ScopedAddress;
import io.landline.session.Candidate;
import io.landline.session.EndReason;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.SocketException;
import java.util.Set;
import java.util.function.Consumer;

/// What becomes of open connections where addresses change: those of this machine, those of the interfaces that may be
/// used, or a peer's. A connection whose own end is gone is closed; one that may lead nowhere any more is probed. Holds
/// no lock. Any thread.
final class AddressChanges {
    private static final System.Logger LOG = System.getLogger(AddressChanges.class.getName());

    private final NodeContext context;
    private final SessionTable table;
    private final Dialler dialler;
    private final Acceptor acceptor;
    private final Consumer<ControlConnection> probed;
    /// The names of those that may be used; empty for all.
    private volatile Set<String> interfaces;

    /// @param probed hears of each connection that was probed: it has something due soon
    AddressChanges(NodeContext context, SessionTable table, Dialler dialler, Acceptor acceptor,
            Set<String> interfaces, Consumer<ControlConnection> probed) {
        this.context = context;
        this.table = table;
        this.dialler = dialler;
        this.acceptor = acceptor;
        this.interfaces = interfaces;
        this.probed = probed;
    }

    /// Looks which addresses there are now.
    void look() throws SocketException {
        context.localAddresses(LocalAddresses.now(interfaces));
    }

    /// As [Sessions#sighted], for a peer that is connected. To be called before the dialler takes the sighting in.
    void sighted(Candidate candidate) {
        PeerSession session = table.session(candidate.peer());
        boolean restarted = session != null && candidate.run() > session.run();
        ControlConnection carrying = session == null ? null : session.current();
        if (carrying != null && (restarted || mayHaveMoved(carrying, candidate))) probe(carrying);
    }

    /// A sighting is news also where the peer was checked now, or says something else about itself. Half a second is
    /// too short for a busy computer to be asked then.
    private boolean mayHaveMoved(ControlConnection carrying, Candidate candidate) {
        if (!candidate.isNews()) return false;
        InetAddress at = carrying.link().remote();
        return dialler.bringsEndpoint(candidate)
                || candidate.endpoints().stream().noneMatch(endpoint -> ScopedAddress.areSame(endpoint.address(), at));
    }

    private void probe(ControlConnection connection) {
        connection.probe();
        probed.accept(connection);
    }

    /// As [Sessions#addressesChanged].
    void ofThisMachine(Set<ScopedAddress> local) {
        readInterfaces();
        LocalAddresses localAddresses = context.localAddresses();
        for (ControlConnection connection : table.connections()) {
            InetAddress from = connection.link().local();
            boolean stays = localAddresses.restricted()
                    ? isAmong(localAddresses.addresses(), from)
                    : from.isLoopbackAddress() || isAmong(local, from);
            if (stays) {
                probe(connection);
            } else {
                connection.lose(EndReason.ADDRESS_GONE);
            }
        }
        dialler.networkChanged();
    }

    /// As [Sessions#useInterfaces].
    void useInterfaces(Set<String> names) {
        interfaces = Set.copyOf(names);
        readInterfaces();
        LocalAddresses local = context.localAddresses();
        if (local.restricted()) {
            for (ControlConnection connection : table.connections()) {
                if (!isAmong(local.addresses(), connection.link().local())) connection.lose(EndReason.ADDRESS_GONE);
            }
        }
        dialler.networkChanged();
    }

    /// Not every system names the card of a connection's own end.
    private static boolean isAmong(Set<ScopedAddress> own, InetAddress address) {
        return own.stream().anyMatch(each -> ScopedAddress.mayBeSame(each.address(), address));
    }

    private void readInterfaces() {
        try {
            look();
        } catch (SocketException e) {
            LOG.log(Level.WARNING, "looking at the interfaces", e);
        }
        acceptor.addressesChanged();
    }
}
