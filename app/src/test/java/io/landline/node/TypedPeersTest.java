package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.network.TypedPeers;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.process.FreePorts;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Addresses that a person typed lead to peers that presence does not show.
class TypedPeersTest extends LoopbackNodes {
    private static String addressOf(RunningForTest node) {
        return "127.0.0.1:" + node.node.status().tcpPort();
    }

    @Test
    void aTypedAddressIsTriedUntilItIsTakenBack() throws Exception {
        int elsewhere = FreePorts.udp();
        try (var ada = start("Ada");
                var bob = RunningForTest.start(folder, "Bob", elsewhere, RunningForTest.room())) {
            assertEquals(List.of(), ada.all(Joined.class));
            ada.node.preferences().setAddresses(List.of(addressOf(bob)));
            ada.awaitJoined(bob);
            ada.node.preferences().setAddresses(List.of());
            ada.node.preferences().setAddresses(List.of(addressOf(bob)));
            assertEquals(1, ada.all(Joined.class).size(), "there is a session already");
        }
    }

    @Test
    void noneIsTriedOnceTheNodeHasEnded() throws Exception {
        TypedPeers typed;
        try (var ada = start("Ada")) {
            typed = ada.node.parts.typed;
            assertTrue(typed.changed());
        }
        assertFalse(typed.changed());
    }
}
