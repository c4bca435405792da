package io.landline.lab.broadcast;

import io.landline.lab.LabMessage;
import io.landline.lab.echo.UdpHelloServer;
import io.landline.lab.net.UdpPort;
import io.landline.lab.net.UdpService;
import java.io.IOException;
import java.nio.charset.Charset;

/// Answers any client that calls out to everybody (S10): the server of `udp-hello`, which hears IPv6's group of all
/// nodes as well.
public final class BroadcastServer implements UdpService {
    private final UdpHelloServer answering;

    /// @param charset what the course's program would read with
    public BroadcastServer(Charset charset) { answering = new UdpHelloServer(charset); }

    @Override
    public LabMessage serve(UdpPort port) throws IOException {
        port.hearAllNodes();
        return answering.serve(port);
    }
}
