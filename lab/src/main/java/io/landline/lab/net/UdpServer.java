package io.landline.lab.net;

import io.landline.lab.Addresses;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.LabServer;
import io.landline.lab.SocketCard;
import io.landline.lab.Transport;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// A UDP experiment's server: one socket, one thread that serves it.
public final class UdpServer implements LabServer {
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    private final DatagramSocket socket;
    private final InetSocketAddress local;
    private final String family;
    private final Consumer<LabEvent> events;
    private final AtomicReference<LabMessage> reason = new AtomicReference<>(LabMessage.NOTHING);
    private final CountDownLatch ended = new CountDownLatch(1);

    private UdpServer(DatagramSocket socket, InetSocketAddress local, String family, Consumer<LabEvent> events) {
        this.socket = socket;
        this.local = local;
        this.family = family;
        this.events = events;
    }

    /// Opens the port and serves it on a thread of its own.
    ///
    /// @throws LabException the port cannot be had; the sentence says why
    public static UdpServer start(ServerOptions options, UdpService service, Consumer<LabEvent> events)
            throws IOException, InterruptedException {
        InetAddress address = Sockets.address(options);
        DatagramSocket socket = Sockets.datagram(options, address);
        String family = Sockets.familyName(options.family(), address);
        var server = new UdpServer(socket, Sockets.shown(options.family(), address, socket.getLocalPort()), family,
                events);
        events.accept(new LabEvent.Started(Instant.now(), true, server.local, Transport.UDP, family));
        var port = new UdpPort(socket, options, family, events);
        Thread.ofVirtual().name("lab-udp-" + socket.getLocalPort()).start(() -> server.run(service, port));
        return server;
    }

    private void run(UdpService service, UdpPort port) {
        try (socket) {
            reason.compareAndSet(LabMessage.NOTHING, service.serve(port));
        } catch (IOException e) {
            // after stop() the reason is known already
            reason.compareAndSet(LabMessage.NOTHING, LabMessage.of("failed: {0}", Failures.kind(e)));
        } catch (InterruptedException _) {
            reason.compareAndSet(LabMessage.NOTHING, LabMessage.of("interrupted"));
        } finally {
            // the exception itself goes to the thread's handler
            reason.compareAndSet(LabMessage.NOTHING, LabMessage.of("failed: {0}", Failures.OURS));
            events.accept(new LabEvent.Stopped(Instant.now(), reason.get()));
            ended.countDown();
        }
    }

    @Override
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public SocketCard card() {
        return SocketCards.of(socket, family, Addresses.text(local));
    }

    @Override
    public void stop(LabMessage why) {
        reason.compareAndSet(LabMessage.NOTHING, why);
        socket.close(); // wakes the thread that receives
        try {
            ended.await(PATIENCE_AT_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean awaitEnd(Duration atMost) throws InterruptedException {
        return ended.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
