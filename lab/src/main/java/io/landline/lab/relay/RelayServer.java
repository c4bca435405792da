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
import io.landline.lab.net.UdpService;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetSocketAddress;

/// Passes messages on between programs that know only the relay (S8).
///
///     peer 1                          relay                           peer 2
///       | -- 'hii' --------------------> |
///       | <-- "('127.0.0.1', 53948)" --- |   your address, as I see it
///       | -- 'to:127.0.0.1/58181;content:hello' -> |
///       |                                | -- '127.0.0.1/53948 ; content : hello' -> |
///       | <-- '200, UDP Packet Sent Successfully'  |
///
/// 200 means: handed to the network. Nobody knows whether it arrived. A relay for everywhere would be a weapon (it
/// sends what strangers want, to where they want, under its own address), so this one sends to neighbours only (see
/// [LocalDestinations]).
public final class RelayServer implements UdpService {
    static final String SENT = "200, UDP Packet Sent Successfully";
    static final String NOT_SENT = "405, Could not send the message to the requested address";
    private static final int PORT_MAX = 65_535;
    private static final int PORT_DIGITS_MAX = 6;

    private final boolean keep;
    private final WrongInARow wrong = new WrongInARow();

    /// @param keep a peer's `exit server` is noted, but the relay goes on
    public RelayServer(boolean keep) { this.keep = keep; }

    @Override
    public LabMessage serve(UdpPort port) throws IOException, InterruptedException {
        do {
            Datagram datagram = port.receive(UdpPort.BUFFER_BYTES);
            String text = datagram.payload().text();
            if (text == null) {
                port.leave(datagram, "not UTF-8: a course relay would have died of it");
                continue;
            }
            RelayRequest request = RelayRequest.parse(text);
            if (!(request instanceof RelayRequest.Wrong)) wrong.end(datagram.from(), System.nanoTime());
            switch (request) {
                case RelayRequest.WhoAmI _ -> port.answer(datagram, Payload.of(tuple(datagram.from())));
                case RelayRequest.Wrong(var code) -> {
                    if (wrong.mayAnswer(datagram.from(), System.nanoTime())) {
                        port.answer(datagram, Payload.of(code));
                    } else {
                        port.leave(datagram, "{0} wrong messages in a row: two programs may be answering each other",
                                WrongInARow.ANSWERED_MAX);
                    }
                }
                case RelayRequest.Forward forward -> port.answer(datagram, Payload.of(passOn(port, datagram, forward)));
                case RelayRequest.Exit _ -> {
                    port.leave(datagram, keep ? "may not end this relay" : "ends the relay");
                    if (!keep) return LabMessage.of("stopped by {0}", datagram.peer().name());
                }
            }
        } while (port.goesOn());
        return LabMessage.of("one exchange, as asked");
    }

    /// As Python prints an address; IPv6 has flow and scope too.
    private static String tuple(InetSocketAddress peer) {
        boolean six = peer.getAddress() instanceof Inet6Address;
        return "('" + Addresses.host(peer) + "', " + peer.getPort() + (six ? ", 0, 0)" : ")");
    }

    private static String passOn(UdpPort port, Datagram datagram, RelayRequest.Forward request)
            throws InterruptedException {
        try {
            InetSocketAddress to = target(request);
            if (!LocalDestinations.isOne(to.getAddress()) || isItself(to, port)) return NOT_SENT;
            String from = Addresses.host(datagram.from()) + "/" + datagram.from().getPort();
            port.send(to, Payload.of(from + " ; content : " + request.message()), LabMessage.of("passed on"));
            return SENT;
        } catch (IOException e) {
            port.remark("not passed on to {0}: {1}", request.host(), Failures.message(e));
            return NOT_SENT;
        }
    }

    private static InetSocketAddress target(RelayRequest.Forward request) throws LabException, InterruptedException {
        if (request.port().length() > PORT_DIGITS_MAX) throw new LabException("no such port");
        int number = Integer.parseInt(request.port());
        if (number < 1 || number > PORT_MAX) throw new LabException("no such port");
        if (request.host().isEmpty()) throw new LabException("no address");
        return new InetSocketAddress(Names.resolve(request.host(), Family.ANY).getFirst(), number);
    }

    /// A message to the relay's own port would be answered, to itself, without end.
    private static boolean isItself(InetSocketAddress to, UdpPort port) throws IOException {
        return to.getPort() == port.port() && LocalDestinations.isOwn(to.getAddress());
    }

    static boolean isAnswer(Payload payload) {
        String text = payload.text();
        return text != null && (text.matches("40[0-4]") || text.startsWith("200,") || text.startsWith("405"));
    }
}
