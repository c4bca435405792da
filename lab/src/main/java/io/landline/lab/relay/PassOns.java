package io.landline.lab.relay;

import io.landline.lab.Addresses;
import io.landline.lab.Family;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.net.Failures;
import io.landline.lab.net.Names;
import io.landline.lab.net.UdpPort;
import io.landline.lab.net.UdpPort.Datagram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Messages that a relay passes on, and its answers to them. A name that takes a name server seconds holds up nobody
/// else: its message is passed on as soon as the address is known. Called by the relay's thread.
final class PassOns {
    static final String SENT = "200, UDP Packet Sent Successfully";
    static final String NOT_SENT = "405, Could not send the message to the requested address";
    /// How long the relay itself waits for a name, so that messages to a name known at once keep their order.
    static final Duration QUICK = Duration.ofMillis(100);
    /// Names that are looked up at a time. What is sent to one more is answered with 405.
    static final int LOOK_UPS_MAX = 16;
    private static final int PORT_MAX = 65_535;
    private static final int PORT_DIGITS_MAX = 6;

    /// Finds the first address of a name or a literal that is of this IP version.
    @FunctionalInterface
    interface NameLookUp {
        InetAddress of(String host, Family family) throws LabException, InterruptedException;
    }

    private final NameLookUp names;
    private final Semaphore lookUps = new Semaphore(LOOK_UPS_MAX);

    PassOns(NameLookUp names) { this.names = names; }

    /// Sends the message and answers, now or as soon as its name is looked up.
    ///
    /// @throws IOException the relay's socket was closed
    void take(UdpPort port, Datagram datagram, RelayRequest.Forward request) throws IOException, InterruptedException {
        if (Names.isLiteral(request.host())) {
            answer(port, datagram, request);
            return;
        }
        if (!lookUps.tryAcquire()) {
            port.remark("not passed on to {0}: {1} other names are being looked up", request.host(), LOOK_UPS_MAX);
            port.answer(datagram, Payload.of(NOT_SENT));
            return;
        }
        var passing = new FutureTask<>(() -> {
            try {
                answer(port, datagram, request);
            } finally {
                lookUps.release();
            }
            return null;
        });
        Thread.ofVirtual().name("lab-relay").start(passing);
        try {
            if (port.isForOne()) {
                passing.get();
            } else {
                passing.get(QUICK.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (TimeoutException _) {
            // it answers by itself
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException closed) throw closed;
            throw new IllegalStateException(e.getCause());
        }
    }

    private void answer(UdpPort port, Datagram datagram, RelayRequest.Forward request)
            throws IOException, InterruptedException {
        port.answer(datagram, Payload.of(passOn(port, datagram, request)));
    }

    private String passOn(UdpPort port, Datagram datagram, RelayRequest.Forward request) throws InterruptedException {
        try {
            InetSocketAddress to = target(request, port.reach());
            if (!LocalDestinations.isOne(to.getAddress()) || isItself(to, port)) return NOT_SENT;
            String from = Addresses.host(datagram.from()) + "/" + datagram.from().getPort();
            port.send(to, Payload.of(from + " ; content : " + request.message()), LabMessage.of("passed on"));
            return SENT;
        } catch (IOException e) {
            port.remark("not passed on to {0}: {1}", request.host(), Failures.message(e));
            return NOT_SENT;
        }
    }

    private InetSocketAddress target(RelayRequest.Forward request, Family family)
            throws LabException, InterruptedException {
        if (request.port().length() > PORT_DIGITS_MAX) throw new LabException("no such port");
        int number = Integer.parseInt(request.port());
        if (number < 1 || number > PORT_MAX) throw new LabException("no such port");
        if (request.host().isEmpty()) throw new LabException("no address");
        return new InetSocketAddress(names.of(request.host(), family), number);
    }

    /// A message to the relay's own port would be answered, to itself, without end.
    private static boolean isItself(InetSocketAddress to, UdpPort port) throws IOException {
        return to.getPort() == port.port() && LocalDestinations.isOwn(to.getAddress());
    }
}
