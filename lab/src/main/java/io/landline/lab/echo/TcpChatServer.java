package io.landline.lab.echo;

import io.landline.lab.LabEvent;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.CutText;
import io.landline.lab.net.TcpService;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/// Many messages on one connection (S4): each is answered with its length, until `Exit`.
///
///     client                          server
///       | -- 'Hi' -----------------------> |
///       | <-------- 'Your data was 2 bytes'|
///       | -- 'Exit' ---------------------> |
///       | <------------------ 'Disconnect' |  and the server closes
///
/// The length is in bytes as they came: `café` has five, and the line feed that a terminal adds counts.
public final class TcpChatServer implements TcpService {
    static final String EXIT = "Exit";
    static final String DISCONNECT = "Disconnect";

    @Override
    public void converse(Connection client) throws IOException {
        client.remark("The server now is connected to: {0}", client.peer().said());
        client.remark("Socket connects between {0} and {1}", client.localName(), client.peer().name());
        var text = new CutText();
        LabEvent.In heard;
        while ((heard = client.hear(Connection.READ_BYTES_MAX)) != null) {
            if (isExit(heard.payload())) {
                client.write(Payload.of(DISCONNECT), heard);
                client.finish();
                client.remark("Reply sent, Server socket closed");
                return;
            }
            try {
                text.next(heard.payload());
                client.write(Payload.of("Your data was " + heard.payload().length() + " bytes"), heard);
            } catch (CharacterCodingException _) {
                client.leaveNoText(heard);
            }
        }
    }

    /// `Exit` exactly; the line end that a terminal adds is forgiven. `exit` is a message of four bytes.
    private static boolean isExit(Payload payload) {
        return payload.is(EXIT) || payload.is(EXIT + "\n") || payload.is(EXIT + "\r\n");
    }
}
