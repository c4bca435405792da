package io.landline.lab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Family;
import io.landline.lab.LabException;
import io.landline.lab.Recorder;
import io.landline.lab.names.AddressProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Addresses that a client cannot go to as they are. Each is refused before anything is sent.
class UnusualAddressesTest {
    private static Target target(String host) {
        return new Target(host, 9, Family.ANY);
    }

    private static String refused(String host) {
        String byUdp = assertThrows(LabException.class, () -> UdpClient.open(target(host), 0, new Recorder())).said()
                .english();
        String byTcp = assertThrows(LabException.class, () -> TcpClient.connect(target(host), new Recorder())).said()
                .english();
        assertEquals(byUdp, byTcp);
        return byUdp;
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // takes a link by itself
    void anAddressOfOneLinkNeedsTheInterface() {
        String sentence = refused("fe80::1");
        assertTrue(sentence.startsWith("fe80::1 is good on one link alone. Say by which interface, as in fe80::1%"),
                sentence);
        assertEquals(sentence,
                assertThrows(LabException.class, () -> new AddressProbe(target("fe80::1"), new Recorder()).run()).said()
                        .english());
    }

    @Test
    void anInterfaceThatIsNotThereIsNamed() {
        assertEquals("There is no interface nowhere on this computer: landline lab lookup lists them.",
                refused("fe80::1%nowhere"));
    }

    /// The system says "permission denied", which is no firewall here.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has a broadcast address on loopback")
    void whatMeansEverybodyIsNoFirewall() {
        String sentence = assertThrows(LabException.class,
                () -> UdpClient.open(target("127.255.255.255"), 0, new Recorder())).said().english();
        assertEquals("127.255.255.255 means everybody on a network (broadcast), which the system allows only with the"
                + " option SO_BROADCAST: landline lab broadcast sets it.", sentence);
    }
}
