package io.landline.doctor.check;

import io.landline.peer.Fingerprint;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is heard of others by UDP.
public interface NeighbourList {
    /// Asks those who are listed to answer, listens for some seconds, and tells what came from others since the doctor
    /// began. Several checks may listen at once.
    List<HeardPacket> listen() throws InterruptedException;

    /// How many others are listed, found by any means.
    int listed();

    Fingerprint self();

    /// The proven address of another node with our identity; null if none is known.
    @Nullable
    InetAddress twin();

    /// By the clock of this computer.
    Instant now();
}
