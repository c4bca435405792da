package io.landline.lab.echo;

import io.landline.lab.LabEvent;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.TcpService;
import java.io.IOException;

/// The smallest TCP server (S18): reads once, greets back, closes.
///
///     client                         server
///       | -- 'Hi Server' -------------> |
///       | <------- 'Hello in return!'   |
///       | <-- FIN: an empty read -----  |
public final class TcpHelloServer implements TcpService {
    static final String GREETING = "Hi Server";
    static final String REPLY = "Hello in return!";

    @Override
    public void converse(Connection client) throws IOException {
        LabEvent.In heard = client.hear(Connection.READ_BYTES_MAX);
        if (heard == null) return;
        client.write(Payload.of(REPLY), heard);
        client.finish();
    }
}
