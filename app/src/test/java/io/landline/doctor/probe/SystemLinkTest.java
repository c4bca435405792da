package io.landline.doctor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.doctor.system.NeighbourTable;
import io.landline.system.OperatingSystem;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Which of the system's neighbours count.
class SystemLinkTest {
    private static InetAddress at(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    /// macOS keeps them among its neighbours: each of its computers seemed to have company on the link.
    @Test
    void ownAddressesAreNoNeighbours() {
        var card = new UsableInterface("en0", 4, false, true,
                List.of(new OwnAddress(at("192.168.1.5"), 24, at("192.168.1.255"))));
        assertEquals(Set.of(at("192.168.1.1")),
                SystemLink.inUse(NeighbourTable.parse(OperatingSystem.MACOS, """
                        ? (192.168.1.1) at a4:91:b1:0:0:1 on en0 ifscope [ethernet]
                        ? (192.168.1.5) at f8:ff:c2:0:0:2 on en0 ifscope permanent [ethernet]
                        ? (10.9.9.9) at a4:91:b1:0:0:3 on en7 ifscope [ethernet]
                        """), List.of(card)).answers().keySet());
    }

    /// A Wi-Fi that keeps its computers apart looked as if it did not.
    @Test
    void containersOfThisComputerAreNoNeighboursBesideANetwork() {
        Set<String> leftOut = SystemLink.leftOut(List.of("wlan0", "docker0"), Set.of("docker0"));
        assertEquals(Set.of(at("192.168.1.1"), at("fe80::1")),
                NeighbourTable.parse(OperatingSystem.LINUX, """
                        192.168.1.1 dev wlan0 lladdr a4:91:b1:00:00:01 REACHABLE
                        172.17.0.2 dev docker0 lladdr 02:42:ac:11:00:02 STALE
                        172.17.0.3 dev docker0 FAILED
                        fe80::42 dev docker0 lladdr 02:42:ac:11:00:02 STALE
                        fe80::1 dev wlan0 lladdr a4:91:b1:00:00:01 router STALE
                        """, leftOut).answers().keySet());
        assertEquals(Set.of(), SystemLink.leftOut(List.of("docker0"), Set.of("docker0")), "they are all there is");
    }
}
