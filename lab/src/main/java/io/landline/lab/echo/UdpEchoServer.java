package io.landline.lab.echo;

import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.net.UdpPort;
import io.landline.lab.net.UdpPort.Datagram;
import io.landline.lab.net.UdpService;
import java.io.IOException;

/// UDP echo (S1): each datagram goes back to its sender in capitals.
///
///     client                          server
///       | -- 'test v6'  (one datagram) --> |
///       | <-- 'TEST V6' (one datagram) --- |
///
/// One socket serves any number of clients at once. There is no state, no order and no connection: all that the server
/// knows of a client is the address and port on the datagram, and it forgets them with the reply.
public final class UdpEchoServer implements UdpService {
    /// The course reads 1024 B in its loop and 2048 B in its one-shot form; the larger serves both.
    public static final int BUFFER_BYTES = 2_048;

    private final Transform transform;
    private final int bufferBytes;

    public UdpEchoServer(Transform transform, int bufferBytes) {
        this.transform = transform;
        this.bufferBytes = bufferBytes;
    }

    @Override
    public LabMessage serve(UdpPort port) throws IOException {
        do {
            Datagram datagram = port.receive(bufferBytes);
            String text = datagram.payload().text();
            if (text == null) {
                port.leaveNoText(datagram);
            } else if (text.isEmpty()) {
                port.answer(datagram, Payload.EMPTY); // a datagram may be empty; it ends nothing
            } else {
                port.answer(datagram, Payload.of(transform.of(text)));
            }
        } while (port.goesOn());
        return LabMessage.of("one exchange, as asked");
    }
}
