package io.landline.lab.relay;

import io.landline.lab.Addresses;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
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
    private final boolean keep;
    private final PassOns passOns;
    private final WrongInARow wrong = new WrongInARow();

    /// @param keep a peer's `exit server` is noted, but the relay goes on
    public RelayServer(boolean keep) { this(keep, (host, family) -> Names.resolve(host, family).getFirst()); }

    RelayServer(boolean keep, PassOns.NameLookUp names) {
        this.keep = keep;
        passOns = new PassOns(names);
    }

    @Override
    public LabMessage serve(UdpPort port) throws IOException, InterruptedException {
        do {
            Datagram datagram = port.receive(UdpPort.BUFFER_BYTES);
            String text = datagram.payload().text();
            if (text == null) {
                port.leaveNoText(datagram);
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
                case RelayRequest.Forward forward -> passOns.take(port, datagram, forward);
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

    static boolean isAnswer(Payload payload) {
        String text = payload.text();
        return text != null && (text.matches("40[0-4]") || text.startsWith("200,") || text.startsWith("405"));
    }
}
