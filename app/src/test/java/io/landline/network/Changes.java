package io.landline.network;

import io.landline.fixture.LanNodes;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happens to a network, or to a node in it, after two have met. Times count from the change, or from the `ready`
/// of who came anew.
final class Changes {
    /// Gone after 15 s of silence (docs/protocol/session.md, "Alive"); the cable's own notice comes with the look at
    /// the interfaces, within a second.
    static final Duration SILENT_SESSION = Duration.ofSeconds(17);
    /// Five times the longest `next` (6 s) silent, then probes for 2 s; and one look more.
    private static final Duration SILENT_STRANGER = Duration.ofSeconds(33);
    /// Longer than a dead session lasts: whoever was lost by the change would be gone by then.
    private static final Duration NOBODY_LEAVES_FOR = Duration.ofSeconds(17);
    private static final String OTHER_TCP_PORT = "5270";

    /// What is done with two nodes that have met.
    private interface AfterMeeting {
        void happens(Stage stage, Row row, NamespaceLan lan, Peer ada, Peer bob) throws Exception;
    }

    private Changes() {}

    static List<Case> all() {
        return List.of(new Case("B's cable pulled, until both know it, and back", met(Changes::cablePulled)),
                new Case("B switches to another card, as from cable to Wi-Fi", met(Changes::otherCard)),
                new Case("B's address renumbered", met(Changes::renumbered)),
                new Case("VPN comes up at B, and goes", met(Changes::vpnUpAndDown)),
                new Case("B killed, restarted at another port", met(Changes::restarted)),
                new Case("clean leave of B", met(Changes::leaves)),
                new Case("B killed, session open", met(Changes::killed)),
                new Case("B killed, a stranger without a session", Changes::strangerKilled),
                new Case("two named Sam: both listed, both joined", Changes::twoOfOneName),
                new Case("a profile copied: both of it told", Changes::profileCopied));
    }

    private static Case.Play met(AfterMeeting then) {
        return (stage, row) -> {
            try (NamespaceLan lan = NamespaceLan.of(2)) {
                stage.quiet().lock();
                Peer ada = null;
                Peer bob = null;
                try {
                    ada = Peer.start(stage.nodes(), lan, 1, "Ada");
                    bob = Peer.start(stage.nodes(), lan, 2, "Bob");
                    if (joined(ada, bob, bob.readyAt) == null) {
                        throw new IOException("they did not meet in the first place");
                    }
                } finally {
                    stage.quiet().unlock();
                }
                try (Peer one = ada; Peer other = bob) {
                    then.happens(stage, row, lan, one, other);
                }
            }
        };
    }

    /// When both had proved the room to each other; null where one did not.
    private static @Nullable Duration joined(Peer one, Peer other, Instant since) throws InterruptedException {
        Duration here = one.told("joined", other, since, Stage.PATIENCE);
        Duration there = other.told("joined", one, since, Stage.PATIENCE);
        return here == null || there == null ? null : Meeting.longer(here, there);
    }

    private static void meetAgain(Row row, Peer ada, Peer bob, Instant since) throws InterruptedException {
        row.seenByA(ada.told("peer-appeared", bob, since, Stage.PATIENCE), Stage.SEEN_WITHIN);
        row.seenByB(bob.told("peer-appeared", ada, since, Stage.PATIENCE), Stage.SEEN_WITHIN);
        row.joined(joined(ada, bob, since), Stage.JOINED_WITHIN);
    }

    private static void cablePulled(Stage stage, Row row, NamespaceLan lan, Peer ada, Peer bob)
            throws InterruptedException {
        Instant pulled = Instant.now();
        lan.linkDown(2);
        row.gone(ada.told("peer-left", bob, pulled, Stage.PATIENCE), SILENT_SESSION);
        if (bob.told("peer-left", ada, pulled, Stage.PATIENCE) == null) row.fault("B still lists A");
        stage.quiet().lock();
        try {
            Instant back = Instant.now();
            lan.linkUp(2);
            meetAgain(row, ada, bob, back);
        } finally {
            stage.quiet().unlock();
        }
    }

    private static void otherCard(Stage stage, Row row, NamespaceLan lan, Peer ada, Peer bob)
            throws IOException, InterruptedException {
        Instant when = Instant.now();
        lan.cards(2).switchToSecond();
        moved(row, ada, bob, lan.cards(2).secondAddress(), when);
    }

    private static void renumbered(Stage stage, Row row, NamespaceLan lan, Peer ada, Peer bob)
            throws IOException, InterruptedException {
        Instant when = Instant.now();
        lan.readdress(2, "10.77.0.99");
        moved(row, ada, bob, "10.77.0.99", when);
    }

    /// A session may close and the rooms be joined anew, or a new connection take it over unheard: either way messages
    /// pass again.
    private static void moved(Row row, Peer ada, Peer bob, String address, Instant since)
            throws IOException, InterruptedException {
        String text = "at " + address;
        row.seenByA(ada.listsAt(bob, address + ":", since, Stage.PATIENCE), Stage.SEEN_WITHIN);
        ada.say(bob, text);
        bob.say(ada, text);
        Duration here = ada.told("message", event -> event.get("text").getAsString().equals(text), since,
                Stage.PATIENCE);
        Duration there = bob.told("message", event -> event.get("text").getAsString().equals(text), since,
                Stage.PATIENCE);
        row.joined(here == null || there == null ? null : Meeting.longer(here, there), Stage.JOINED_WITHIN);
    }

    private static void vpnUpAndDown(Stage stage, Row row, NamespaceLan lan, Peer ada, Peer bob) throws Exception {
        lan.cards(2).openVpn();
        Instant up = Instant.now();
        talk(row, ada, bob, "the VPN is up", up);
        nobodyLeaves(row, ada, bob, up);
        Instant down = Instant.now();
        lan.cards(2).closeVpn();
        talk(row, ada, bob, "the VPN is down", down);
        nobodyLeaves(row, ada, bob, down);
    }

    /// Both are right about each other where a message passes each way.
    private static void talk(Row row, Peer ada, Peer bob, String text, Instant since)
            throws IOException, InterruptedException {
        ada.say(bob, text);
        bob.say(ada, text);
        row.seenByA(ada.told("message", event -> event.get("text").getAsString().equals(text), since, Stage.PATIENCE),
                Stage.SEEN_WITHIN);
        row.seenByB(bob.told("message", event -> event.get("text").getAsString().equals(text), since, Stage.PATIENCE),
                Stage.SEEN_WITHIN);
    }

    private static void nobodyLeaves(Row row, Peer ada, Peer bob, Instant since) throws InterruptedException {
        if (ada.told("peer-left", bob, since, NOBODY_LEAVES_FOR) != null) row.fault("A took B off its list");
        if (bob.told("peer-left", ada, since, Duration.ZERO) != null) row.fault("B took A off its list");
    }

    private static void restarted(Stage stage, Row row, NamespaceLan lan, Peer ada, Peer bob) throws Exception {
        bob.close();
        stage.quiet().lock();
        try (Peer again = Peer.start(stage.nodes(), lan, 2, "Bob", "--tcp-port", OTHER_TCP_PORT)) {
            row.seenByA(ada.listsAt(again, lan.address(2) + ":" + OTHER_TCP_PORT, again.readyAt, Stage.PATIENCE),
                    Stage.SEEN_WITHIN);
            row.seenByB(again.told("peer-appeared", ada, again.readyAt, Stage.PATIENCE), Stage.SEEN_WITHIN);
            row.joined(joined(ada, again, again.readyAt), Stage.JOINED_WITHIN);
        } finally {
            stage.quiet().unlock();
        }
    }

    private static void leaves(Stage stage, Row row, NamespaceLan lan, Peer ada, Peer bob) throws InterruptedException {
        Instant when = Instant.now();
        bob.quit();
        row.gone(ada.told("peer-left", e -> Peer.isAbout(e, bob) && e.get("reason").getAsString().equals("leave"), when,
                Stage.PATIENCE), Stage.GONE_WITHIN);
    }

    private static void killed(Stage stage, Row row, NamespaceLan lan, Peer ada, Peer bob) throws InterruptedException {
        Instant when = Instant.now();
        bob.close();
        row.gone(ada.told("peer-left", bob, when, Stage.PATIENCE), Stage.GONE_WITHIN);
    }

    private static void strangerKilled(Stage stage, Row row) throws Exception {
        try (NamespaceLan lan = NamespaceLan.of(2)) {
            stage.quiet().lock();
            Peer ada = null;
            Peer bob = null;
            try {
                ada = Peer.start(stage.nodes(), lan, 1, "Ada");
                bob = Peer.startStranger(stage.nodes(), lan, 2, "Bob");
                row.seenByA(ada.told("peer-appeared", bob, bob.readyAt, Stage.PATIENCE), Stage.SEEN_WITHIN);
                row.seenByB(bob.told("peer-appeared", ada, bob.readyAt, Stage.PATIENCE), Stage.SEEN_WITHIN);
            } finally {
                stage.quiet().unlock();
            }
            try (Peer one = ada; Peer other = bob) {
                Instant when = Instant.now();
                other.close();
                row.gone(one.told("peer-left", other, when, Stage.PATIENCE), SILENT_STRANGER);
            }
        }
    }

    private static void twoOfOneName(Stage stage, Row row) throws Exception {
        LanNodes others = new LanNodes(Files.createDirectory(stage.folder().resolve("other")));
        try (NamespaceLan lan = NamespaceLan.of(3)) {
            stage.quiet().lock();
            try (Peer ada = Peer.start(stage.nodes(), lan, 1, "Ada");
                    Peer first = Peer.start(stage.nodes(), lan, 2, "Sam");
                    Peer second = Peer.start(others, lan, 3, "Sam")) {
                if (joined(ada, first, first.readyAt) == null) row.fault("the first one never joined");
                meetAgain(row, ada, second, second.readyAt);
                if (ada.told("peer-left", first, first.readyAt, Duration.ZERO) != null) {
                    row.fault("the second one took the first one's place");
                }
            } finally {
                stage.quiet().unlock();
            }
        }
    }

    private static void profileCopied(Stage stage, Row row) throws Exception {
        Path copies = Files.createDirectory(stage.folder().resolve("copy"));
        try (NamespaceLan lan = NamespaceLan.of(2)) {
            stage.quiet().lock();
            try {
                try (Peer original = Peer.start(stage.nodes(), lan, 1, "Ada")) {
                    original.quit();
                }
                copy(stage.nodes().profile("Ada"), new LanNodes(copies).profile("Ada"));
                try (Peer original = Peer.start(stage.nodes(), lan, 1, "Ada");
                        Peer copy = Peer.start(new LanNodes(copies), lan, 2, "Ada")) {
                    row.seenByA(toldOfATwin(original, copy.readyAt), Stage.SEEN_WITHIN);
                    row.seenByB(toldOfATwin(copy, copy.readyAt), Stage.SEEN_WITHIN);
                }
            } finally {
                stage.quiet().unlock();
            }
        }
    }

    private static @Nullable Duration toldOfATwin(Peer peer, Instant since) throws InterruptedException {
        return peer.told("warning", event -> event.get("code").getAsString().equals("identity-twice"), since,
                Stage.PATIENCE);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) Files.copy(each, to.resolve(from.relativize(each).toString()));
        }
    }
}
