package io.landline.lab.echo;

import io.landline.lab.LabEvent;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.CutText;
import io.landline.lab.net.TcpService;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/// A server of one IP version, as the look-up of its host says (S9): acknowledges each message; `exit` ends the
/// connection.
///
///     client                       server
///       | -- 'Hii Server' ----------> |
///       | <------- 'Acknowledgement'  |   five times
///       | -- 'exit' ----------------> |   closes, next client
///
/// `Hii Server` and `exit` that arrive in one read are one message: it is acknowledged, and the connection goes on.
public final class IpChoiceServer implements TcpService {
    /// Where no host is given, the server binds the addresses of this name.
    public static final String USUAL_HOST = "localhost";
    static final String EXIT = "exit";
    static final String ACKNOWLEDGEMENT = "Acknowledgement";

    @Override
    public void converse(Connection client) throws IOException {
        var text = new CutText();
        LabEvent.In heard;
        while ((heard = client.hear(Connection.READ_BYTES_MAX)) != null) {
            if (heard.payload().is(EXIT)) {
                client.leave(heard, "the client leaves");
                return;
            }
            try {
                text.next(heard.payload());
                client.write(Payload.of(ACKNOWLEDGEMENT), heard);
            } catch (CharacterCodingException _) {
                client.leaveNoText(heard);
            }
        }
    }
}
