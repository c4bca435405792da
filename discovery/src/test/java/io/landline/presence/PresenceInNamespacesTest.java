package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.BackgroundFailures;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Real nodes, each a process in a network namespace of its own.
@ExtendWith(BackgroundFailures.class)
class PresenceInNamespacesTest {
    @Test
    void nodesFindEachOtherByBothFamiliesAndACableThatComesBackBringsThemBack() throws Exception {
        try (var lan = NamespaceLan.of(2); var one = new Node(lan, 1, "one"); var two = new Node(lan, 2, "two")) {
            one.await("appeared two .*10\\.77\\.0\\.2:5263.*");
            two.await("appeared one .*10\\.77\\.0\\.1:5263.*");
            one.await("(appeared|changed) two .*\\[fe80.*");
            lan.linkDown(2);
            two.await("interfaces \\[lo\\]");
            lan.linkUp(2);
            two.await("interfaces \\[eth0\\]");
            lan.readdress(2, "10.77.0.99");
            one.await("changed two .*10\\.77\\.0\\.99:5263.*");
            assertEquals(List.of(), one.seen("left.*"));
            two.close();
            one.await("left .* LEAVE");
        }
    }

    @Test
    void aTypedAddressCrossesARouter() throws Exception {
        try (var lan = NamespaceLan.ofTwoSubnets(2);
                var one = new Node(lan, 1, "one", lan.address(2));
                var two = new Node(lan, 2, "two")) {
            one.await("appeared two .*10\\.77\\.1\\.2:5263.*");
            two.await("appeared one .*10\\.77\\.0\\.1:5263.*");
        }
    }

    @Test
    void aHostThatLetsNothingInUnaskedIsSeenAllTheSame() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            lan.blockInbound(2);
            try (var one = new Node(lan, 1, "one"); var two = new Node(lan, 2, "two")) {
                one.await("appeared two .*");
                assertTrue(two.seen("ready.*").size() <= 1);
            }
        }
    }

    @Test
    void firewallsOnBothSidesThatLetOnlyAnswersInAreCrossed() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            lan.blockInbound(1);
            lan.blockInbound(2);
            try (var one = new Node(lan, 1, "one"); var two = new Node(lan, 2, "two")) {
                one.await("appeared two .*");
                two.await("appeared one .*");
            }
        }
    }

    @Test
    void h88_amongThirtyAdaptersTheOneThatLeadsToThePeerIsFound() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            for (int peer = 1; peer <= 2; peer++) addAdapters(lan, peer);
            try (var one = new Node(lan, 1, "one"); var two = new Node(lan, 2, "two")) {
                one.await("interfaces \\[.*adapter30.*");
                one.await("appeared two .*10\\.77\\.0\\.2:5263.*");
                two.await("appeared one .*10\\.77\\.0\\.1:5263.*");
                assertEquals(List.of(), one.seen("appeared two .*172\\.30\\..*"),
                        "the adapters' own networks lead nowhere");
            }
        }
    }

    /// As Docker, Hyper-V and VPNs add them: the same addresses on each host, and nobody behind them.
    private static void addAdapters(NamespaceLan lan, int peer) {
        lan.command("ip", "netns", "exec", lan.namespace(peer), "sh", "-ec", "for i in $(seq 30); do"
                + " ip link add adapter$i type veth peer name far$i; ip link set far$i addrgenmode none up;"
                + " ip addr add 172.30.$i.1/24 brd + dev adapter$i; ip link set adapter$i up; done");
    }

    @Test
    void h89_whereMulticastIsSwallowedBroadcastDoes() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            lan.firewall(1, "add rule inet lan i ip daddr 224.0.0.0/4 drop");
            lan.firewall(1, "add rule inet lan i ip6 daddr ff00::/8 drop");
            try (var one = new Node(lan, 1, "one"); var two = new Node(lan, 2, "two")) {
                one.await("appeared two .*10\\.77\\.0\\.2:5263.*");
                two.await("appeared one .*10\\.77\\.0\\.1:5263.*");
            }
        }
    }

    /// One node and the lines that it printed so far.
    static final class Node implements AutoCloseable {
        final Process process;
        private final List<String> lines = new ArrayList<>();
        private final Thread reader;

        Node(NamespaceLan lan, int peer, String... arguments) {
            process = lan.execJava(peer, PresenceNode.class, arguments);
            BufferedReader output = process.inputReader();
            reader = Thread.ofVirtual().name("reads " + arguments[0]).start(() -> {
                try {
                    for (String line = output.readLine(); line != null; line = output.readLine()) add(line);
                } catch (IOException e) {
                    if (process.isAlive()) throw new UncheckedIOException(e);
                }
            });
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        /// The lines so far whose event matches.
        synchronized List<String> seen(String regex) {
            var pattern = Pattern.compile("\\d+ " + regex);
            return lines.stream().filter(line -> pattern.matcher(line).matches()).toList();
        }

        /// The wall clock, in milliseconds, of the first event that matches, which may have been before.
        synchronized long await(String regex) throws InterruptedException {
            long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
            while (seen(regex).isEmpty()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) throw new AssertionError(regex + " never came; so far " + lines);
                wait(left);
            }
            return Long.parseLong(seen(regex).getFirst().split(" ")[0]);
        }

        @Override
        public void close() throws IOException, InterruptedException {
            process.getOutputStream().close();
            process.waitFor();
            reader.join();
        }
    }
}
