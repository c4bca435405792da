package io.landline.presence;

import io.landline.beacon.PortWarning;
import io.landline.beacon.UsableInterface;
import io.landline.identity.Identity;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.presence.packet.AnnouncedState;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A program for tests in namespaces: presence alone, its events as lines `<wall clock in ms> <event> …` on standard
/// output, until the end of standard input. Arguments: its name, then addresses as if typed.
final class PresenceNode implements PresenceListener {
    private static final int TCP_PORT = 5_263;

    private PresenceNode() {}

    public static void main(String[] arguments) throws Exception {
        var typed = new ArrayList<InetAddress>();
        for (int i = 1; i < arguments.length; i++) typed.add(InetAddress.getByName(arguments[i]));
        var settings = new Presence.Settings(Presence.Settings.SHARED_PORT_DEFAULT, List.of(), typed);
        var own = AnnouncedState.own(new PeerName(arguments[0]), TCP_PORT, List.of(), Set.of("chat"));
        var node = new PresenceNode();
        try (var presence = Presence.open(settings, Identity.generate(), System.currentTimeMillis(), own)) {
            node.appeared(new Sighting(Identity.generate().fingerprint(), 1, own.name(),
                    // the printing is warm before what is measured
                    List.of(new Endpoint(typedOrLoopback(typed), TCP_PORT)), List.of(), Set.of(), true));
            say("ready " + presence.sharedPort());
            presence.start(node);
            while (System.in.read() >= 0) {
                continue;
            }
        }
        say("bye");
    }

    private static InetAddress typedOrLoopback(List<InetAddress> typed) {
        return typed.isEmpty() ? InetAddress.getLoopbackAddress() : typed.getFirst();
    }

    private static synchronized void say(String event) {
        System.out.println(System.currentTimeMillis() + " " + event);
        System.out.flush();
    }

    @Override
    public void appeared(Sighting sighting) {
        say("appeared " + sighting.name() + " " + sighting.endpoints());
    }

    @Override
    public void changed(Sighting sighting) {
        say("changed " + sighting.name() + " " + sighting.endpoints());
    }

    @Override
    public void restarted(Sighting sighting) {
        say("restarted " + sighting.name() + " " + sighting.endpoints());
    }

    @Override
    public void left(Fingerprint peer, LeaveReason reason) {
        say("left " + peer + " " + reason);
    }

    @Override
    public void heard(Fingerprint peer, InetAddress from) {}

    @Override
    public void portTaken(PortWarning warning) {
        say(warning.toString());
    }

    @Override
    public void foreignVersion(String version, InetAddress from) {
        say("foreign version " + version);
    }

    @Override
    public void identityTwice(InetAddress where) {
        say("identity twice " + where);
    }

    @Override
    public void interfacesChanged(List<UsableInterface> now) {
        say("interfaces " + now.stream().map(UsableInterface::name).toList());
    }
}
