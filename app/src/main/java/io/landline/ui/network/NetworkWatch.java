package io.landline.ui.network;

import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.PeerAppeared;
import io.landline.node.port.NodeEvent.PeerChanged;
import io.landline.node.port.PacketTap;
import io.landline.node.port.PacketTap.Datagram;
import io.landline.node.port.PacketTap.Refusal;
import io.landline.node.port.Subscription;
import io.landline.presence.packet.PacketKind;
import io.landline.ui.page.NodePorts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Watches the wire from the first opening of the page until the window closes. It outlives the page, which is made
/// anew in another language: what was collected, and what the page showed of it, is there again. What is kept is
/// bounded ([DatagramLog], [PresenceChangeLog]). Any thread for what is watched; the rest on the JavaFX thread.
public final class NetworkWatch implements AutoCloseable {
    /// What the user chose to see.
    ///
    /// @param tab the id of the part in front; empty for the first
    record View(String sought, Set<Optional<PacketKind>> hidden, String chosenInterface, String tab) {
        static final View FIRST = new View("", Set.of(), "", "");

        View {
            hidden = Set.copyOf(hidden);
        }

        View withTab(String now) {
            return new View(sought, hidden, chosenInterface, now);
        }
    }

    private final NodePorts node;
    private final DatagramLog log = new DatagramLog();
    private final PresenceChangeLog comings = new PresenceChangeLog();
    private final DatagramNames names = new DatagramNames();
    private volatile Runnable changed = () -> {};
    private boolean companyNoted;
    private View view = View.FIRST;
    private boolean paused;
    private @Nullable Subscription events;
    private @Nullable Subscription tap;

    public NetworkWatch(NodePorts node) {
        this.node = node;
    }

    /// A page shows it from now on. The first one begins the watch.
    ///
    /// @param news called on any thread whenever something was collected
    void attach(Runnable news) {
        changed = news;
        if (events != null) return;
        events = node.watch().apply(this::happened);
        tap = node.network().packetTap().watch(watcher());
    }

    /// No page shows it any more; it goes on.
    void detach() {
        changed = () -> {};
    }

    private PacketTap.Watcher watcher() {
        return new PacketTap.Watcher() {
            @Override
            public void passed(Datagram datagram) {
                log.passed(datagram);
                changed.run();
            }

            @Override
            public void refused(Refusal refusal) {
                log.refused(refusal);
                changed.run();
            }
        };
    }

    private void happened(NodeEvent event, Instant at) {
        if (event instanceof PeerAppeared(var person)) names.note(person.peer(), person.name().value());
        if (event instanceof PeerChanged(var person)) names.note(person.peer(), person.name().value());
        if (comings.take(event, at)) changed.run();
    }

    /// Once: who was here, by name, before anybody watched. Asks the node, which may wait: a background thread.
    synchronized void noteCompany(Instant now) {
        if (companyNoted) return;
        companyNoted = true;
        names.note(node.self(), node.preferences().chosen().name());
        for (Contact each : node.contacts().contacts()) {
            names.note(each.peer(), each.name());
            if (each.here()) comings.here(now, each.peer(), each.name());
        }
    }

    /// Any thread.
    DatagramLog log() {
        return log;
    }

    /// Any thread.
    PresenceChangeLog comings() {
        return comings;
    }

    /// Any thread.
    DatagramNames names() {
        return names;
    }

    View view() {
        return view;
    }

    void keepInMind(View now) {
        view = now;
    }

    boolean isPaused() {
        return paused;
    }

    /// Stops looking at datagrams, or goes on.
    void pause(boolean wanted) {
        if (wanted == paused) return;
        paused = wanted;
        Subscription open = tap;
        if (open != null) open.close();
        tap = wanted ? null : node.network().packetTap().watch(watcher());
    }

    @Override
    public void close() {
        detach();
        Subscription open = tap;
        if (open != null) open.close();
        tap = null;
        if (events != null) events.close();
    }
}
