package io.landline.node;

import static org.junit.jupiter.api.Assertions.fail;

import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.JoinedProfile;
import io.landline.node.port.NodeEvent;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.testing.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A whole node in this process, on the loopback interface alone, with its events in order.
public final class RunningForTest implements AutoCloseable {
    public static final String KEY = "amber fox piano river";

    public final Node node;
    public final Path downloads;
    private final List<NodeEvent> events = new ArrayList<>();

    RunningForTest(Node node, Path downloads) { this(node, downloads, false); }

    private RunningForTest(Node node, Path downloads, boolean unseen) {
        this.node = node;
        this.downloads = downloads;
        node.watch((event, _) -> {
            synchronized (this) {
                events.add(event);
                notifyAll();
            }
        });
        if (unseen) {
            node.startUnseen();
        } else {
            node.start();
        }
    }

    public static RunningForTest start(Path folder, String name, int udpPort, @Nullable RequestedRoom room)
            throws NodeException {
        return start(folder, name, udpPort, room, AcceptRule.ALL);
    }

    public static RunningForTest start(Path folder, String name, int udpPort, @Nullable RequestedRoom room,
            AcceptRule rule)
            throws NodeException {
        return start(folder, name, udpPort, room, rule, false);
    }

    /// A node that only listens until it has a name or a room.
    public static RunningForTest startUnseen(Path folder, String name, int udpPort) throws NodeException {
        return start(folder, name, udpPort, null, AcceptRule.ALL, true);
    }

    private static RunningForTest start(Path folder, String name, int udpPort, @Nullable RequestedRoom room,
            AcceptRule rule, boolean unseen) throws NodeException {
        Path downloads = folder.resolve(name + "-downloads");
        JoinedProfile.make(folder.resolve(name), room);
        return new RunningForTest(Node.open(
                new NodeOptions(folder.resolve(name), new PeerName(name), room == null ? List.of() : List.of(room),
                        new Network(udpPort, 0, List.of("lo"), List.of()), downloads, rule, false)),
                downloads, unseen);
    }

    public static RequestedRoom room() {
        return new RequestedRoom(new RoomName("class"), false, KEY);
    }

    public <E extends NodeEvent> E await(Class<E> kind, Predicate<E> fits) throws InterruptedException {
        return await(kind, fits, 0);
    }

    /// The first event of this kind that fits, from this position on.
    public synchronized <E extends NodeEvent> E await(Class<E> kind, Predicate<E> fits, int from)
            throws InterruptedException {
        for (int i = from;; i++) {
            long end = System.nanoTime() + Patience.LIMIT.toNanos();
            while (i >= events.size()) {
                long left = end - System.nanoTime();
                if (left <= 0) fail("no " + kind.getSimpleName() + " that fits among " + events);
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            NodeEvent event = events.get(i);
            if (kind.isInstance(event) && fits.test(kind.cast(event))) return kind.cast(event);
        }
    }

    public synchronized int position() {
        return events.size();
    }

    public synchronized <E extends NodeEvent> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public void awaitJoined(RunningForTest other) throws InterruptedException {
        await(NodeEvent.Joined.class, e -> e.peer().equals(other.node.fingerprint()));
    }

    /// Waits until both have joined.
    public void meet(RunningForTest other) throws InterruptedException {
        awaitJoined(other);
        other.awaitJoined(this);
    }

    /// The transfer of an offer, once that has come to this receiver.
    public String transferOf(String offer) throws InterruptedException {
        return await(NodeEvent.Offered.class, e -> e.id().offer().equals(offer)).id().transfer();
    }

    @Override
    public void close() {
        node.close();
    }
}
