package io.landline.node.network;

import io.landline.beacon.PortWarning;
import io.landline.beacon.UsableInterface;
import io.landline.node.event.EventBus;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.ScopedAddress;
import io.landline.people.People;
import io.landline.presence.PresenceListener;
import io.landline.presence.Sighting;
import io.landline.session.core.Sessions;
import java.net.InetAddress;
import java.util.HashSet;
import java.util.List;

/// Brings what presence notices to the list of people and to sessions. On presence's queue of events.
public final class PresenceFeed implements PresenceListener {
    private final People people;
    private final Sessions sessions;
    private final ListenOnlyGuard guard;
    private final CopiedIdentity copied;
    private final EventBus events;

    public PresenceFeed(People people, Sessions sessions, ListenOnlyGuard guard, CopiedIdentity copied,
            EventBus events) {
        this.people = people;
        this.sessions = sessions;
        this.guard = guard;
        this.copied = copied;
        this.events = events;
    }

    @Override
    public void appeared(Sighting sighting) {
        sighted(sighting, true);
    }

    @Override
    public void changed(Sighting sighting) {
        sighted(sighting, sighting.checked());
    }

    @Override
    public void restarted(Sighting sighting) {
        sighted(sighting, true);
    }

    private void sighted(Sighting s, boolean isNews) {
        people.sighted(s.peer(), s.run(), s.name(), s.endpoints(), s.rooms());
        guard.sighted(s, isNews);
    }

    @Override
    public void left(Fingerprint peer, LeaveReason reason) {
        people.unseen(peer, reason);
        sessions.gone(peer);
    }

    @Override
    public void heard(Fingerprint peer, InetAddress from) {
        sessions.heard(peer);
    }

    @Override
    public void portTaken(PortWarning warning) {
        events.publish(NetworkWarnings.of(warning));
    }

    @Override
    public void foreignVersion(String version, InetAddress from) {
        events.publish(NetworkWarnings.foreignVersion(version, from));
    }

    @Override
    public void identityTwice(InetAddress where) {
        copied.met(where);
    }

    @Override
    public void interfacesChanged(List<UsableInterface> now) {
        var addresses = new HashSet<ScopedAddress>();
        now.forEach(each -> each.addresses().forEach(own -> addresses.add(new ScopedAddress(own.address()))));
        sessions.addressesChanged(addresses);
    }
}
