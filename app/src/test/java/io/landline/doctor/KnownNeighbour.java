package io.landline.doctor;

import io.landline.testing.NamespaceLan;
import java.time.Duration;

/// What the first computer of a LAN knows of the second one on the link.
final class KnownNeighbour {
    private KnownNeighbour() {}

    /// Has the first computer's system learn where the second one is.
    static void meetOnTheLink(NamespaceLan lan) {
        inside(lan, "echo > /dev/udp/" + lan.address(2) + "/9; for i in $(seq 1000);"
                + " do ip neigh show " + lan.address(2) + " | grep -q lladdr && exit 0; done; exit 1");
    }

    /// How long the first computer's system believes an answer, half as long to half as much again; usually 30 s.
    static void answersAreGoodFor(NamespaceLan lan, Duration time) {
        inside(lan, "echo " + time.toMillis() + " > /proc/sys/net/ipv4/neigh/eth0/base_reachable_time_ms");
    }

    private static void inside(NamespaceLan lan, String line) {
        lan.command(lan.command(1, "bash", "-c", line).command().toArray(String[]::new));
    }
}
