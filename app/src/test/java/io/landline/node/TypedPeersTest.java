package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.network.TypedPeers;
import io.landline.node.port.NodeEvent.ConnectFailed;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.TypedAddress;
import io.landline.process.FreePorts;
import io.landline.queue.Uninterrupted;
import io.landline.settings.Settings;
import io.landline.testing.Patience;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
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
    void aNameIsFollowedToTheNewAddressOfItsComputer() throws Exception {
        var address = new AtomicReference<>("127.0.0.9"); // nobody is there any more
        try (var ada = start("Ada");
                var bob = RunningForTest.start(folder, "Bob", FreePorts.udp(), RunningForTest.room())) {
            NodeParts parts = ada.node.parts;
            var name = new TypedAddress("bobs-computer", bob.node.status().tcpPort());
            var typed = new TypedPeers(List.of(name), parts.profile::settings, parts.events, parts.here.presence,
                    parts.sessions, _ -> new InetAddress[]{InetAddress.getByName(address.get())});
            typed.changed();
            ada.await(ConnectFailed.class, _ -> true);
            address.set("127.0.0.1");
            assertTrue(typed.lookUp(name, false));
            ada.awaitJoined(bob);
            assertTrue(typed.lookUp(name, false), "it may move again");
            typed.close();
            assertFalse(typed.lookUp(name, false), "nobody is wanted any more");
        }
    }

    @Test
    void anAddressThatIsTakenBackAndTypedAgainIsLookedUpByOneThread() throws Exception {
        var looking = new LinkedBlockingQueue<Thread>();
        var ends = new CountDownLatch(1);
        try (var ada = start("Ada")) {
            NodeParts parts = ada.node.parts;
            Settings none = parts.profile.settings();
            Settings one = none.withNetwork(network -> network.withPeers(List.of("bobs-computer:1")));
            var settings = new AtomicReference<>(one);
            var typed = new TypedPeers(List.of(), settings::get, parts.events, parts.here.presence, parts.sessions,
                    host -> {
                        boolean isFirst = looking.isEmpty();
                        looking.add(Thread.currentThread());
                        if (isFirst) Uninterrupted.run(ends::await);
                        throw new UnknownHostException(host);
                    });
            typed.changed();
            while (looking.isEmpty()) Thread.onSpinWait();
            settings.set(none);
            typed.changed();
            settings.set(one);
            typed.changed();
            ada.await(ConnectFailed.class, _ -> true);
            ends.countDown();
            assertTrue(looking.take().join(Patience.LIMIT), "the first look is of no use any more");
            assertEquals(1, ada.all(ConnectFailed.class).size(), "the user hears of it once");
            typed.close();
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
