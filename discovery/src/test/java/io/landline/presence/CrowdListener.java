package io.landline.presence;

import io.landline.beacon.PortWarning;
import io.landline.beacon.UsableInterface;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import java.net.InetAddress;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Knows who is listed, and nothing else of them: a bit for each node of a simulation, since ten thousand nodes have
/// ten million rows. Confined to the simulation's thread.
final class CrowdListener implements PresenceListener {
    /// The bits of all nodes of one simulation.
    static final class Register {
        private final Map<Fingerprint, Integer> bits = new HashMap<>();

        private int bit(Fingerprint peer) {
            return bits.computeIfAbsent(peer, _ -> bits.size());
        }
    }

    private final Register register;
    private final BitSet here = new BitSet();
    private int count;

    CrowdListener(Register register) { this.register = register; }

    int count() {
        return count;
    }

    boolean lists(Fingerprint peer) {
        return here.get(register.bit(peer));
    }

    @Override
    public void appeared(Sighting sighting) {
        here.set(register.bit(sighting.peer()));
        count++;
    }

    @Override
    public void left(Fingerprint peer, LeaveReason reason) {
        here.clear(register.bit(peer));
        count--;
    }

    @Override
    public void changed(Sighting sighting) {}

    @Override
    public void restarted(Sighting sighting) {}

    @Override
    public void heard(Fingerprint peer, InetAddress from) {}

    @Override
    public void portTaken(PortWarning warning) {}

    @Override
    public void foreignVersion(String version, InetAddress from) {}

    @Override
    public void identityTwice(InetAddress where) {}

    @Override
    public void interfacesChanged(List<UsableInterface> now) {}
}
