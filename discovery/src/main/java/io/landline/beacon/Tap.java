package io.landline.beacon;

import java.net.InetSocketAddress;

/// Sees what passes, on the thread that sends and receives.
public interface Tap {
    void cameIn(Heard heard);

    void wentOut(byte[] bytes, InetSocketAddress to, String interfaceName);
}
