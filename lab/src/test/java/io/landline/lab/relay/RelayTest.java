package io.landline.lab.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.PlainUdp;
import io.landline.lab.Recorder;
import io.landline.lab.TypedInput;
import io.landline.lab.game.HangmanServer;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayTest {
    private static final String NOT_SENT = "405, Could not send the message to the requested address";

    private final Recorder events = new Recorder();

    private UdpServer relay() throws Exception {
        return UdpServer.start(ServerOptions.everywhere(0), new RelayServer(false), events);
    }

    private static PlainUdp peer(UdpServer relay) throws Exception {
        return new PlainUdp(new InetSocketAddress("127.0.0.1", relay.local().getPort()));
    }

    private static int portOf(PlainUdp peer) throws Exception {
        String tuple = peer.ask("hii");
        assertTrue(tuple.matches("\\('127\\.0\\.0\\.1', \\d+\\)"), tuple);
        return Integer.parseInt(tuple.replaceAll(".*, (\\d+)\\)", "$1"));
    }

    @Test
    void aMessageIsPassedOnAndThenConfirmed() throws Exception {
        try (var relay = relay(); var one = peer(relay); var two = peer(relay)) {
            int from = portOf(one);
            int to = portOf(two);
            assertEquals("200, UDP Packet Sent Successfully",
                    one.ask("to:127.0.0.1/" + to + ";content:hello there; a/b"));
            assertEquals("127.0.0.1/" + from + " ; content : hello there; a/b", two.receive());
            assertEquals("200, UDP Packet Sent Successfully",
                    one.ask(" TO : 127.0.0.1 / " + to + " ; Content :  blanks  "));
            assertEquals("127.0.0.1/" + from + " ; content : blanks", two.receive());
        }
    }

    @Test
    void aNameThatIsLookedUpForLongHoldsUpNobodyElse() throws Exception {
        var found = new CompletableFuture<InetAddress>();
        var relayed = new RelayServer(false,
                (host, _) -> host.equals("slow.example") ? found.join() : InetAddress.ofLiteral(host));
        try (var relay = UdpServer.start(ServerOptions.onLoopback(), relayed, events);
                var one = peer(relay);
                var two = peer(relay);
                var three = peer(relay)) {
            int to = portOf(two);
            one.send("to:slow.example/" + to + ";content:later");
            assertEquals("200, UDP Packet Sent Successfully", three.ask("to:127.0.0.1/" + to + ";content:now"));
            assertTrue(two.receive().endsWith(" ; content : now"));
            found.complete(InetAddress.ofLiteral("127.0.0.1"));
            assertEquals("200, UDP Packet Sent Successfully", one.receive());
            assertTrue(two.receive().endsWith(" ; content : later"));
        } finally {
            found.complete(InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    @Test
    void noMoreThanSixteenNamesAreLookedUpAtATime() throws Exception {
        var found = new CompletableFuture<InetAddress>();
        try (var relay = UdpServer.start(ServerOptions.onLoopback(),
                new RelayServer(false,
                        (host, _) -> host.equals("slow.example") ? found.join() : InetAddress.ofLiteral(host)),
                events);
                var one = peer(relay);
                var two = peer(relay);
                var three = peer(relay)) {
            for (int i = 0; i < PassOns.LOOK_UPS_MAX; i++) one.send("to:slow.example/9;content:x");
            assertEquals(NOT_SENT, two.ask("to:slow.example/9;content:x"));
            assertEquals("200, UDP Packet Sent Successfully", two.ask("to:127.0.0.1/" + portOf(three) + ";content:x"),
                    "an address needs no look-up");
        } finally {
            found.complete(InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    @Test
    void anIpv6PeerIsToldFlowAndScopeToo() throws Exception {
        try (var relay = relay(); var six = new PlainUdp(new InetSocketAddress("::1", relay.local().getPort()))) {
            assertTrue(six.ask("HII").matches("\\('::1', \\d+, 0, 0\\)"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"hello | 400", "'' | 400", "' hii' | 400", "to:127.0.0.1:9;content:x | 401",
                    "to:127.0.0.1/9;content:10:30 | 401", "to:::1/9;content:x | 401", "to:1/2/3;content:x | 401",
                    "for:127.0.0.1/9;content:x | 402", "to:127.0.0.1/nine;content:x | 403",
                    "to:127.0.0.1/;content:x | 403", "to:127.0.0.1/9;body:x | 404", "exit server;content | 401"})
    void whatIsWrongHasItsBareCode(String request, String code) throws Exception {
        try (var relay = relay(); var peer = peer(relay)) {
            assertEquals(code, peer.ask(request));
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,70000", "127.0.0.1,-1", "127.0.0.1,0", "127.0.0.1,99999999999", "no..host,9", "8.8.8.8,53",
            "255.255.255.255,9", "127.255.255.255,9", "224.0.0.1,9", "0.0.0.0,9"})
    void nothingIsSentFarAwayOrToEverybody(String host, String port) throws Exception {
        try (var relay = relay(); var peer = peer(relay)) {
            assertEquals(NOT_SENT, peer.ask("to:" + host + "/" + port + ";content:x"));
            assertTrue(events.all(LabEvent.Out.class).stream().allMatch(out -> out.answers() != null),
                    "nothing was passed on");
        }
    }

    @Test
    void theRelayDoesNotTalkToItself() throws Exception {
        try (var relay = relay(); var peer = peer(relay)) {
            assertEquals(NOT_SENT, peer.ask("to:127.0.0.1/" + relay.local().getPort() + ";content:x"));
            assertEquals(NOT_SENT, peer.ask("to:localhost/" + relay.local().getPort() + ";content:x"));
        }
    }

    /// Each sends a reply to whatever comes, the other one's reply included.
    @Test
    void aProgramThatAnswersEveryAnswerDoesNotKeepTheRelayBusy() throws Exception {
        int most = 2 * WrongInARow.ANSWERED_MAX;
        var other = new Recorder();
        try (var relay = relay();
                var hangman = UdpServer.start(ServerOptions.onLoopback(),
                        new HangmanServer(List.of("banana"), new Random(1)), other);
                var peer = peer(relay)) {
            peer.ask("to:127.0.0.1/" + hangman.local().getPort() + ";content:x");
            events.await(LabEvent.class, each -> each instanceof LabEvent.Unanswered
                    || each instanceof LabEvent.Out && other.all(LabEvent.In.class).size() > most);
            assertTrue(other.all(LabEvent.In.class).size() <= most, "they talk to each other without end");
            assertEquals("400", peer.ask("hello"), "others are told what is wrong as before");
        }
    }

    @Test
    void aNameOfTheOtherIpVersionEndsNoRelay() throws Exception {
        try (var relay = UdpServer.start(ServerOptions.onLoopback(),
                new RelayServer(true, (_, _) -> InetAddress.ofLiteral("::1")), events); var peer = peer(relay)) {
            assertEquals(NOT_SENT, peer.ask("to:six.example/9;content:x"));
            assertEquals("400", peer.ask("hello"));
        }
    }

    @Test
    void aNameOfBothIpVersionsIsReachedByTheRelaysOwn() throws Exception {
        var asked = new CompletableFuture<Family>();
        var relayed = new RelayServer(true, (_, family) -> {
            asked.complete(family);
            return InetAddress.ofLiteral("127.0.0.1");
        });
        try (var relay = UdpServer.start(ServerOptions.onLoopback(), relayed, events);
                var one = peer(relay);
                var two = peer(relay)) {
            assertEquals("200, UDP Packet Sent Successfully",
                    one.ask("to:both.example/" + portOf(two) + ";content:x"));
            assertEquals(Family.IPV4, asked.join());
        }
    }

    @Test
    void exitServerEndsItUnlessItIsKept() throws Exception {
        try (var relay = relay(); var peer = peer(relay)) {
            peer.send("exit server");
            events.awaitReason("stopped by 127.0.0.1");
        }
        try (var kept = UdpServer.start(ServerOptions.onLoopback(), new RelayServer(true), new Recorder());
                var peer = new PlainUdp(kept.local())) {
            peer.send("exit server");
            assertEquals("400", peer.ask("hello"));
        }
    }

    @Test
    void neighboursAreNearAndAloneAddressed() throws Exception {
        for (String near : List.of("127.0.0.1", "10.1.2.3", "192.168.7.7", "169.254.3.3", "::1", "fe80::1",
                "fd12::9")) {
            assertTrue(LocalDestinations.isOne(InetAddress.getByName(near)), near);
        }
        for (String far : List.of("8.8.8.8", "2001:db8::1", "ff02::1", "255.255.255.255", "::", "224.0.0.251")) {
            assertFalse(LocalDestinations.isOne(InetAddress.getByName(far)), far);
        }
    }

    @Test
    void thePeerTellsAnswersFromMessages() throws Exception {
        try (var relay = relay(); var other = peer(relay)) {
            int to = portOf(other);
            var heard = new Recorder();
            TypedInput typed = new TypedInput() {
                private int line;

                @Override
                public String next(LabMessage prompt) throws java.io.IOException, InterruptedException {
                    switch (line++) {
                        case 0 -> {
                            String me = heard
                                    .await(LabEvent.Remark.class,
                                            each -> each.sentence().english().startsWith("you are "))
                                    .sentence()
                                    .english();
                            other.ask("to:" + me.substring("you are ".length()) + ";content:surprise");
                            heard.await(LabEvent.In.class, each -> each.payload().shown().endsWith("surprise"));
                            return "127.0.0.1/" + to + " hello";
                        }
                        case 1 -> {
                            return "127.0.0.1/" + to + " a:b";
                        }
                        default -> {
                            return null;
                        }
                    }
                }
            };
            new RelayPeer(new Target("127.0.0.1", relay.local().getPort(), io.landline.lab.Family.ANY), false, false,
                    typed, heard).run();
            assertTrue(other.receive().endsWith(" ; content : hello"));
            assertTrue(heard.received().contains("200, UDP Packet Sent Successfully"));
            assertTrue(heard.all(LabEvent.Remark.class).getLast().sentence().english().contains("colon"));
        }
    }
}
