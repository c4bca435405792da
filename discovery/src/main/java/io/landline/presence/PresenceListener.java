package io.landline.presence;

import io.landline.beacon.PortWarning;
import io.landline.beacon.UsableInterface;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import java.net.InetAddress;
import java.util.List;

/// Hears what presence notices. All calls come on one thread, in order; folding `appeared` and `left` in that order
/// gives the true list. A call should return soon: after some thousand waiting events presence itself waits. An
/// exception of a listener goes to the thread's uncaught handler, and the next event follows.
public interface PresenceListener {
    /// A peer that was not listed is.
    void appeared(Sighting sighting);

    /// A listed peer has another name, rooms or capabilities, one endpoint more, or was checked now.
    void changed(Sighting sighting);

    /// A listed peer, checked, has a new run: it forgot all about us, and what we knew of its run is void.
    void restarted(Sighting sighting);

    /// A listed peer is listed no longer: it left, or was silent. Where a session is open with it, the session decides.
    void left(Fingerprint peer, LeaveReason reason);

    /// A packet of the peer's present run came from an address: a sign of life that can be forged. At most one a second
    /// and peer.
    void heard(Fingerprint peer, InetAddress from);

    /// Another program holds a port that presence wants.
    void portTaken(PortWarning warning);

    /// A node of another version was heard, with which this one cannot talk. Once for each version.
    ///
    /// @param version as it says itself, a number
    void foreignVersion(String version, InetAddress from);

    /// Another node announces our identity with a valid signature: a copied profile. Told once for each of its runs.
    void identityTwice(InetAddress where);

    /// The interfaces that we announce on, after a change; also once at the start.
    void interfacesChanged(List<UsableInterface> now);
}
