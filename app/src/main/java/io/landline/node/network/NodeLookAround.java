package io.landline.node.network;

import io.landline.beacon.NearbyAddresses;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.LookAround;
import io.landline.session.LookAroundProgress;
import io.landline.session.core.Sessions;
import java.net.InetAddress;
import java.util.List;

/// Hands the addresses near ours to the sessions, which dial them. Any thread.
public final class NodeLookAround implements LookAround {
    private final Sessions sessions;
    private final NodeNetwork network;

    public NodeLookAround(Sessions sessions, NodeNetwork network) {
        this.sessions = sessions;
        this.network = network;
    }

    @Override
    public void start() throws CommandException {
        List<InetAddress> near = NearbyAddresses.nearestFirst(network.shownOn(), LookAroundProgress.ADDRESSES_MAX);
        if (near.isEmpty()) {
            throw new CommandException(Code.NOT_POSSIBLE,
                    "There is no network to look around in: no IPv4 network with neighbours,"
                            + " or Landline only listens there.");
        }
        sessions.lookAround(near);
    }

    @Override
    public void cancel() {
        sessions.cancelLookAround();
    }

    @Override
    public Progress progress() {
        LookAroundProgress now = sessions.lookAroundProgress();
        return new Progress(now.running(), now.addresses(), now.tried(), now.found());
    }
}
