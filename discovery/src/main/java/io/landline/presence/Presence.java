package io.landline.presence;

import io.landline.beacon.ListenOnlyNetworks;
import io.landline.beacon.ReceivedDatagram;
import io.landline.beacon.SocketBeacon;
import io.landline.beacon.UsableInterface;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.presence.packet.AnnouncedState;
import io.landline.presence.packet.OwnPackets;
import io.landline.presence.packet.Proof;
import io.landline.queue.CoreThread;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells the local network that we are here, and notices who else is. Any thread may call it; nothing blocks but
/// [#open] and [#close].
///
/// One platform thread, `presence`, owns sockets and state: it waits in a selector, which would hold on to a virtual
/// thread's carrier.
public final class Presence implements Closeable {
    /// What is fixed for the life of a node.
    ///
    /// @param sharedPort the UDP port that all listen on; the own ports follow it
    /// @param interfaceNames the only interfaces to use; empty for all usable ones
    /// @param typedAddresses addresses that a person gave, in any network, asked again and again while nobody answers
    public record Settings(int sharedPort, List<String> interfaceNames, List<InetAddress> typedAddresses) {
        /// LAND on a telephone keypad.
        public static final int SHARED_PORT_DEFAULT = 5263;
        public static final int SHARED_PORT_MIN = 1_024;
        /// The own ports above it must be ports too.
        public static final int SHARED_PORT_MAX = 65_535 - SocketBeacon.OWN_PORTS;

        public Settings {
            if (sharedPort < SHARED_PORT_MIN || sharedPort > SHARED_PORT_MAX) {
                throw new IllegalArgumentException("port " + sharedPort);
            }
            interfaceNames = List.copyOf(interfaceNames);
            typedAddresses = List.copyOf(typedAddresses);
        }
    }

    /// Interfaces come and go without a word from Java.
    private static final Duration LOOK_AT_INTERFACES_EVERY = Duration.ofSeconds(1);
    /// A step that comes this much later than planned means that the process stood still, or that the computer slept.
    private static final Duration STOOD_STILL_MIN = Duration.ofSeconds(3);
    /// How long closing waits for a thread: the program has five seconds to end.
    private static final Duration CLOSING = Duration.ofSeconds(2);
    /// Questions from other threads that wait; more are dropped, or answered with no.
    private static final int COMMANDS_MAX = 1_024;

    private final Identity identity;
    private final SocketBeacon beacon;
    private final PresenceCore core;
    private final PresenceEvents events;
    private final WireTap tap = new WireTap(InstantSource.system());
    private final BlockingQueue<Consumer<Duration>> commands = new ArrayBlockingQueue<>(COMMANDS_MAX);
    private final AtomicReference<@Nullable AnnouncedState> news = new AtomicReference<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final long startedAt = System.nanoTime();
    private final Thread thread = Thread.ofPlatform().name("presence").daemon().unstarted(CoreThread.loop(this::loop));
    private volatile OptionalInt sharedPort;
    private volatile List<UsableInterface> interfaces;

    private Presence(Identity identity, SocketBeacon beacon, PresenceCore core, PresenceEvents events) {
        this.identity = identity;
        this.beacon = beacon;
        this.core = core;
        this.events = events;
        sharedPort = beacon.sharedPort();
        interfaces = beacon.interfaces();
        beacon.tap(tap);
    }

    /// Opens every socket and makes the first signature; sends nothing yet, and tells of nobody.
    ///
    /// @param run larger than at every start before, by [io.landline.identity.RunCounter]
    /// @param own what we say at first; [#update] replaces it, also before the start
    public static Presence open(Settings settings, Identity identity, long run, AnnouncedState own) throws IOException {
        var packets = new OwnPackets(identity, run, own, AnnouncePace.intervalMax(0));
        var events = new PresenceEvents();
        try {
            var beacon = SocketBeacon.open(settings.sharedPort(), settings.interfaceNames(), events::portTaken);
            var core = new PresenceCore(beacon, packets, Proof::holds, events, new Random(), settings.sharedPort(),
                    !settings.interfaceNames().isEmpty(), settings.typedAddresses());
            var presence = new Presence(identity, beacon, core, events);
            events.interfacesChanged(beacon.interfaces());
            presence.thread.start();
            return presence;
        } catch (IOException | RuntimeException e) {
            events.close();
            throw e;
        }
    }

    /// Goes once through what a first meeting needs, so that nobody waits for it then. Takes some tenths of a second;
    /// before [#start], where that matters.
    public void warmUp() {
        WarmUp.run(identity);
    }

    /// From now on we are seen: the first announce leaves within 10 ms. The listener hears first of what was noticed
    /// since the sockets are open. To be called once.
    public void start(PresenceListener listener) {
        events.start(listener);
        command(core::start);
    }

    /// Says something new about us; announced when it differs.
    public void update(AnnouncedState own) {
        news.set(own);
        beacon.wakeUp();
    }

    /// Announces and hears on these interfaces only, from now on; empty for all usable ones.
    public void useInterfaces(List<String> names) {
        command(uptime -> {
            beacon.use(names);
            core.restrict(!names.isEmpty());
            readInterfaces(uptime);
        });
    }

    /// In these networks we announce nothing and answer nobody, from now on; others are found there as before, as far
    /// as they announce.
    public void listenOnly(ListenOnlyNetworks networks) {
        command(uptime -> core.listenOnly(networks, uptime));
    }

    /// These are the addresses that a person typed, from now on.
    public void useTyped(List<InetAddress> addresses) {
        command(uptime -> core.typed(addresses, uptime));
    }

    /// These peers were met before, last met first. Those that are not listed are asked for at a start, after a change
    /// of the network, and when we are alone. Replaces the peers given before.
    public void remember(List<RememberedPeer> peers) {
        command(uptime -> core.remembered(peers, uptime));
    }

    /// The interfaces that are announced on and heard by now.
    public List<UsableInterface> interfaces() {
        return interfaces;
    }

    /// The port that all listen on; empty if another program holds it for itself, which was reported as a warning.
    public OptionalInt sharedPort() {
        return sharedPort;
    }

    /// Announces us to the shared port of one address, typed or exchanged; which node is there is not known.
    public void probe(InetAddress unknown) {
        command(_ -> core.probe(unknown));
    }

    /// Asks a listed peer at each of its known addresses. True as soon as it answers; false after `within`, or where it
    /// is not listed. Completed on the thread of the events.
    public CompletableFuture<Boolean> isThere(Fingerprint peer, Duration within) {
        var answer = new CompletableFuture<Boolean>();
        boolean asked = command(
                uptime -> core.isThere(peer, within, there -> events.run(() -> answer.complete(there)), uptime));
        if (!asked) answer.complete(false);
        // a close may have come between
        return answer.completeOnTimeout(false, within.plus(CLOSING).toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Takes a listed peer off the list as silent: its session ended, so the caller knows that it is gone. Its next
    /// packet lists it again.
    public void forget(Fingerprint peer) {
        command(uptime -> core.forget(peer, uptime));
    }

    /// Who is listed now, in no order.
    public List<Sighting> peers() {
        return List.copyOf(events.here());
    }

    /// Shows every datagram in and out to this listener until [#unwatch].
    public void watch(DatagramListener listener) {
        tap.add(listener);
    }

    public void unwatch(DatagramListener listener) {
        tap.remove(listener);
    }

    private boolean command(Consumer<Duration> command) {
        boolean taken = !closing.get() && commands.offer(command);
        if (taken) beacon.wakeUp();
        return taken;
    }

    private void loop() {
        try {
            Duration lookAt = LOOK_AT_INTERFACES_EVERY;
            while (!closing.get()) {
                Duration uptime = uptime();
                runCommands(uptime);
                if (lookAt.compareTo(uptime) <= 0) {
                    lookAt = uptime.plus(LOOK_AT_INTERFACES_EVERY);
                    readInterfaces(uptime);
                }
                Duration due = core.run(uptime);
                if (due.compareTo(lookAt) > 0) due = lookAt;
                waitAndHear(due.minus(uptime), uptime);
            }
        } finally {
            core.leave();
            beacon.close();
            Duration uptime = uptime();
            runCommands(uptime); // what came meanwhile is answered: by no
            core.dismissQuestions();
            events.close();
        }
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startedAt);
    }

    private void runCommands(Duration uptime) {
        AnnouncedState own = news.getAndSet(null);
        if (own != null) core.update(own, uptime);
        for (var each = commands.poll(); each != null; each = commands.poll()) each.accept(uptime);
    }

    private void readInterfaces(Duration uptime) {
        if (!beacon.refresh()) return;
        sharedPort = beacon.sharedPort();
        interfaces = beacon.interfaces();
        events.interfacesChanged(beacon.interfaces());
        core.interfacesChanged(uptime);
    }

    /// Waits until something is due or comes. `nanoTime` stands still while the computer sleeps, so the wall clock is
    /// compared with it, as in one other class (docs/architecture.md, "Threads and locks"). Where it was set
    /// meanwhile, an announce too many is all the harm.
    private void waitAndHear(Duration wait, Duration before) {
        long wallBefore = System.currentTimeMillis();
        beacon.receive(wait.isNegative() ? Duration.ZERO : wait, this::hear);
        Duration passed = uptime().minus(before);
        Duration late = passed.minus(wait.isNegative() ? Duration.ZERO : wait);
        Duration slept = Duration.ofMillis(System.currentTimeMillis() - wallBefore).minus(passed);
        if (late.compareTo(STOOD_STILL_MIN) > 0) {
            core.stoodStill(late, uptime());
        } else if (slept.compareTo(STOOD_STILL_MIN) > 0) {
            core.stoodStill(Duration.ZERO, uptime());
        }
    }

    /// A fault of ours in reading one datagram is loud, and costs that datagram.
    private void hear(ReceivedDatagram heard) {
        try {
            core.hear(heard, uptime());
        } catch (RuntimeException e) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }

    /// Says that we leave, then shuts the sockets; what was noticed before is told. A second call does nothing.
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) return;
        beacon.wakeUp();
        try {
            thread.join(CLOSING);
            events.join(CLOSING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the threads end without us
        }
    }
}
