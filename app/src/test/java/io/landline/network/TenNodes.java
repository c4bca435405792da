package io.landline.network;

import io.landline.node.Node;
import io.landline.node.port.NodeEvent.PeerAppeared;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.peer.PeerName;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A program with ten whole nodes, each with a network card of its own, and a raw UDP echo on each card beside it.
/// Prints `ready`, then a line `<wall clock in ms> <node> <peer>` whenever a node lists a peer, until the end of
/// standard input. The nodes are without rooms: discovery alone is measured. Arguments: a folder for profiles, a name
/// for all ten, then the addresses of the cards.
final class TenNodes {
    static final int COUNT = 10;

    private TenNodes() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        var nodes = new ArrayList<Node>();
        try {
            for (int i = 0; i < COUNT; i++) {
                String name = arguments[1] + "-" + i;
                RawEcho.open(InetAddress.getByName(arguments[2 + i]));
                Node node = Node.open(new NodeOptions(folder.resolve(name), new PeerName(name), List.of(),
                        new Network(null, 0, List.of("eth" + i), List.of()), folder.resolve(name + "-downloads"), null,
                        false));
                nodes.add(node);
                node.watch((event, at) -> {
                    if (event instanceof PeerAppeared(var person)) say(at, name, person.name().value());
                });
                node.start();
            }
            System.out.println("ready");
            while (System.in.read() >= 0) {
                continue;
            }
        } finally {
            nodes.forEach(Node::close);
        }
    }

    private static synchronized void say(Instant at, String node, String peer) {
        System.out.println(at.toEpochMilli() + " " + node + " " + peer);
        System.out.flush();
    }
}
