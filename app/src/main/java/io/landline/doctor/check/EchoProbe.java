package io.landline.doctor.check;

import java.util.List;

/// Tries out what this computer can send to all, and hears of it itself.
public interface EchoProbe {
    /// Whether the shared port is ours, where the copies come in. Without it nothing can be heard back.
    boolean canHear();

    /// One for each way out of each interface; an interface without multicast has none of that. Takes a second.
    List<EchoResult> listen() throws InterruptedException;
}
