package io.landline.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.swarm.LinkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With files as Linux has them for its network cards.
class OwnLinkTest {
    @TempDir
    Path cards;

    @BeforeEach
    void makeCards() throws IOException {
        card("eth0", "INTERFACE=eth0\n", "device");
        card("enp3s0", "INTERFACE=enp3s0\n", "device");
        card("wlan0", "DEVTYPE=wlan\nINTERFACE=wlan0\n", "device", "phy80211");
        card("wlan1", "INTERFACE=wlan1\n", "device", "wireless");
        card("wwan0", "DEVTYPE=wwan\nINTERFACE=wwan0\n", "device");
        card("docker0", "DEVTYPE=bridge\nINTERFACE=docker0\n");
        card("tun0", "INTERFACE=tun0\n");
        card("lo", "INTERFACE=lo\n");
    }

    private void card(String name, String uevent, String... has) throws IOException {
        Path card = Files.createDirectory(cards.resolve(name));
        Files.writeString(card.resolve("uevent"), uevent);
        for (String each : has) Files.createDirectory(card.resolve(each));
    }

    private LinkKind of(String... names) {
        return new OwnLink(cards, () -> List.of(names)).get();
    }

    @Test
    void aCardWithARadioIsWirelessAndOtherDevicesAreWired() {
        assertEquals(LinkKind.WIRELESS, of("wlan0"));
        assertEquals(LinkKind.WIRELESS, of("wlan1"));
        assertEquals(LinkKind.WIRED, of("eth0"));
    }

    @Test
    void severalOfOneKindAreOfThatKindAndOthersAreOfNone() {
        assertEquals(LinkKind.WIRED, of("eth0", "enp3s0"));
        assertEquals(LinkKind.UNKNOWN, of("eth0", "wlan0"), "a peer may be reached by either");
    }

    @Test
    void whatIsNoCardOfANetworkIsPassedOver() {
        assertEquals(LinkKind.WIRELESS, of("lo", "wlan0", "docker0", "tun0", "wwan0"));
        assertEquals(LinkKind.UNKNOWN, of("lo", "docker0", "tun0", "wwan0"));
        assertEquals(LinkKind.UNKNOWN, of());
        assertEquals(LinkKind.UNKNOWN, of("eth9"), "it went");
    }
}
