package io.landline.lab.echo;

import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.net.UdpPort;
import io.landline.lab.net.UdpPort.Datagram;
import io.landline.lab.net.UdpService;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// One fixed answer to any datagram (S17), and so the server that answers broadcasts (S10): a broadcast is heard by
/// every socket bound to all interfaces, and the answer goes to the sender alone.
///
///     client                                          server
///       | -- 'hello my first udp program' (26 B) ------> |
///       | <------------------ 'replay from server' (18 B)|
public final class UdpHelloServer implements UdpService {
    public static final String GREETING = "hello my first udp program";
    /// So spelt.
    public static final String REPLY = "replay from server";

    private final Charset charset;

    /// @param charset what the course's program would read with; what does not fit it is remarked, and answered all the
    ///        same
    public UdpHelloServer(Charset charset) { this.charset = charset; }

    @Override
    public LabMessage serve(UdpPort port) throws IOException {
        do {
            Datagram datagram = port.receive(UdpPort.BUFFER_BYTES);
            port.answer(datagram, Payload.of(REPLY), misfits(datagram.payload(), charset));
        } while (port.goesOn());
        return LabMessage.of("one exchange, as asked");
    }

    /// Says which bytes a program that reads ASCII cannot take; empty if there are none.
    static LabMessage misfits(Payload payload, Charset charset) {
        byte[] bytes = payload.bytes();
        if (charset.equals(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] < 0) {
                    return LabMessage.of("not ASCII: byte {0} is {1}", i + 1, String.format("0x%02x", bytes[i] & 0xff));
                }
            }
            return LabMessage.NOTHING;
        }
        return payload.text() == null ? LabMessage.of("not UTF-8") : LabMessage.NOTHING;
    }
}
