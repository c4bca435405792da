package io.landline.lab.net;

import io.landline.lab.LabMessage;
import java.io.IOException;

/// What a UDP server does with its socket.
public interface UdpService {
    /// Receives and answers until it is told to end; the answer says why it ended. An exception because the port was
    /// closed is the normal end of a server that was stopped. Runs on a thread of its own.
    LabMessage serve(UdpPort port) throws IOException, InterruptedException;
}
