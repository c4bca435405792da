package io.landline.lab.echo;

import io.landline.lab.LabEvent;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.CutText;
import io.landline.lab.net.TcpService;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/// TCP echo (S2): the bytes of each read go back in capitals, at once, until the client has sent its last.
///
///     client                                  server
///       | ---- SYN, SYN-ACK, ACK (the system) --> |
///       | -- 'this is client 1' ----------------> |
///       | <----------------- 'THIS IS CLIENT 1' - |
///       | ---- FIN: no more from here ----------> |  the read returns "end of stream"
///       | <------------------------- FIN back --- |
///
/// A read is not a message: 5,000 bytes written at once are read, and come back, in pieces. A character may be cut
/// between two reads.
public final class TcpEchoServer implements TcpService {
    private final Transform transform;
    private final boolean oneShot;

    /// @param oneShot close after one reply, as the course's first server does
    public TcpEchoServer(Transform transform, boolean oneShot) {
        this.transform = transform;
        this.oneShot = oneShot;
    }

    @Override
    public void converse(Connection client) throws IOException {
        var text = new CutText();
        LabEvent.In heard;
        while ((heard = client.hear(Connection.READ_BYTES_MAX)) != null) {
            String complete;
            try {
                complete = text.next(heard.payload());
            } catch (CharacterCodingException _) {
                client.leaveNoText(heard);
                continue;
            }
            if (complete.isEmpty()) {
                client.leave(heard, "the first bytes of a character: the rest must follow");
                continue;
            }
            client.write(Payload.of(transform.of(complete)), heard);
            if (oneShot) {
                client.finish();
                return;
            }
        }
    }
}
