package io.landline.doctor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which bridges lead to no other computer, by a folder as Linux' `/sys/class/net`.
class InnerBridgesTest {
    private static final List<String> ALL = List.of("eth0", "wlan0", "docker0", "virbr0", "br0", "br1");

    @TempDir
    private Path interfaces;

    @BeforeEach
    void makeCards() throws IOException {
        make("eth0", "device");
        make("wlan0", "device");
        make("veth12");
        make("vnet0");
    }

    private void make(String name, String... folders) throws IOException {
        Path folder = Files.createDirectory(interfaces.resolve(name));
        for (String each : folders) Files.createDirectory(folder.resolve(each));
    }

    private void connect(String upper, String lower) throws IOException {
        Files.createSymbolicLink(interfaces.resolve(upper, "lower_" + lower), interfaces.resolve(lower));
        Files.createSymbolicLink(interfaces.resolve(lower, "upper_" + upper), interfaces.resolve(upper));
    }

    private Set<String> among(List<String> names) {
        return InnerBridges.among(names, interfaces);
    }

    @Test
    void thoseOfContainersAndVirtualMachinesAre() throws IOException {
        make("docker0", "bridge");
        connect("docker0", "veth12");
        make("virbr0", "bridge");
        connect("virbr0", "vnet0");
        assertEquals(Set.of("docker0", "virbr0"), among(ALL));
        assertEquals(Set.of("docker0"), among(List.of("docker0", "eth0")), "of those that were asked for");
    }

    /// The card has no address then: its bridge has it.
    @Test
    void aBridgeWithACardIsNoneThoughContainersAreOnItToo() throws IOException {
        make("br0", "bridge");
        connect("br0", "veth12");
        connect("br0", "eth0");
        assertEquals(Set.of(), among(ALL));
    }

    @Test
    void aBridgeOverAVlanOrABondOfCardsIsNone() throws IOException {
        make("eth0.10");
        connect("eth0.10", "eth0");
        make("br0", "bridge");
        connect("br0", "eth0.10");
        make("bond0");
        connect("bond0", "wlan0");
        make("br1", "bridge");
        connect("br1", "bond0");
        assertEquals(Set.of(), among(ALL));
    }

    @Test
    void otherSystemsHaveNone() {
        assertEquals(Set.of(), InnerBridges.among(ALL, interfaces.resolve("none")));
    }
}
