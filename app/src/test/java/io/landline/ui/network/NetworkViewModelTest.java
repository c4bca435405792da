package io.landline.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.handshake.RefusalReason;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.PacketTap.NetworkAdapter;
import io.landline.node.port.PacketTap.Refusal;
import io.landline.node.port.PacketTap.Way;
import io.landline.node.port.Preferences;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.people.Person;
import io.landline.presence.packet.PacketKind;
import io.landline.session.EndReason;
import io.landline.ui.network.DatagramExport.Format;
import io.landline.ui.network.PresenceChange.Kind;
import io.landline.ui.text.PeerText;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkViewModelTest {
    private static final Fingerprint ZOE = Fingerprint.parse("2e".repeat(32));
    private static final String HOME = "wlan0 192.168.1.0/24";
    private static final Person BOB = new Person(SampleDatagrams.BOB, new PeerName("Bob"), List.of(), List.of());

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final NetworkWatch watch = new NetworkWatch(node.ports());
    private final NetworkViewModel model = model();

    private NetworkViewModel model() {
        return new NetworkViewModel(window.context(node), watch, InstantSource.fixed(SampleDatagrams.NOON));
    }

    private void open() {
        model.shown();
    }

    private List<String> who() {
        return model.rows().stream().map(DatagramRow::who).toList();
    }

    @Test
    void whatPassesIsShownAtTheEnd() {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        node.wire.pass(SampleDatagrams.out("ask", FakeNode.SELF, Way.ONE_ADDRESS, "192.168.1.30", "wlan0"));
        assertEquals(List.of("still", "ask"),
                model.rows().stream().map(row -> row.observed().content().kindLabel()).toList());
        assertEquals(List.of(false, true), model.rows().stream().map(DatagramRow::own).toList());
    }

    @Test
    void aNameThatBecomesKnownNamesTheDatagramsBeforeIt() {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        assertEquals(List.of(""), who());
        node.tell(new NodeEvent.PeerAppeared(BOB));
        assertEquals(List.of("Bob"), who());
        node.tell(new NodeEvent.PeerLeft(BOB, LeaveReason.LEAVE));
        assertEquals(List.of("Bob"), who());
    }

    @Test
    void whoWasHereBeforeIsNamedAndStandsAtTheBeginning() {
        node.people.put(SampleDatagrams.BOB, contact(true));
        node.people.put(ZOE,
                PlainRecords.contact(ZOE, "Zoë", Set.of(Trait.MEMBER), List.of(), List.of(), List.of()));
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        assertEquals(List.of("Bob"), who());
        assertEquals(List.of(Kind.HERE), model.comings().stream().map(PresenceChange::kind).toList());
    }

    private static Contact contact(boolean here) {
        return PlainRecords.contact(SampleDatagrams.BOB, "Bob",
                here ? Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER) : Set.of(Trait.MEMBER), List.of(), List.of(),
                List.of());
    }

    @Test
    void theNewestAreKeptAndTheOthersCounted() {
        for (int i = 0; i < DatagramLog.DATAGRAMS_MAX + 7; i++) {
            node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        }
        open();
        assertEquals(DatagramLog.DATAGRAMS_MAX, model.rows().size());
        assertEquals(8, model.rows().getFirst().number());
        assertEquals(7, model.fellOff().get());
        assertEquals(DatagramLog.DATAGRAMS_MAX, model.kept().get());
    }

    @Test
    void asManyAsAreKeptLoseNone() {
        for (int i = 0; i < DatagramLog.DATAGRAMS_MAX; i++) node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        open();
        assertEquals(0, model.fellOff().get());
    }

    @Test
    void aRowThatStaysIsTheSameRow() {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        DatagramRow before = model.rows().getFirst();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        assertSame(before, model.rows().getFirst());
    }

    @Test
    void whilePausedNothingIsLookedAtAndWhatIsShownStays() {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        model.pause(true);
        assertEquals(List.of(), node.wire.watchers);
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        assertEquals(1, model.rows().size());
        model.pause(false);
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        assertEquals(2, model.rows().size());
    }

    @Test
    void behindAnotherPageItGoesOnAndIsTrueAgainInFront() {
        open();
        model.covered();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        assertEquals(0, model.rows().size());
        model.shown();
        assertEquals(1, model.rows().size());
    }

    @Test
    void pausedBehindAnotherPageItCollectsNothing() {
        open();
        model.pause(true);
        model.covered();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        model.shown();
        assertEquals(0, model.rows().size());
    }

    @Test
    void aListThatIsNotFollowedStandsStillAndCounts() {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        model.following().set(false);
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        assertEquals(1, model.rows().size());
        assertEquals(2, model.fresh().get());
        model.following().set(true);
        assertEquals(3, model.rows().size());
        assertEquals(0, model.fresh().get());
    }

    @Test
    void theFilterFindsNamesAddressesAndKinds() {
        open();
        node.tell(new NodeEvent.PeerAppeared(new Person(ZOE, new PeerName("Zoë"), List.of(), List.of())));
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        node.wire.pass(SampleDatagrams.in("announce", ZOE, "{}", "eth0", "10.0.0.9"));
        for (String sought : List.of("zoe", "10.0.0", "ANNOUNCE", "zoe announce", "eth0")) {
            model.sought().set(sought);
            assertEquals(List.of("Zoë"), who(), sought);
        }
        model.sought().set("zoe still");
        assertEquals(List.of(), who());
        assertEquals(2, model.kept().get());
        model.showAll();
        assertEquals(2, model.rows().size());
    }

    @Test
    void kindsAndInterfacesAreLeftOut() {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        node.wire.pass(SampleDatagrams.in("announce", ZOE, "{}", "eth0", "10.0.0.9"));
        model.hidden().add(Optional.of(PacketKind.STILL));
        assertEquals(List.of(2L), model.rows().stream().map(DatagramRow::number).toList());
        model.hidden().clear();
        model.chosenInterface().set("wlan0");
        assertEquals(List.of(1L), model.rows().stream().map(DatagramRow::number).toList());
    }

    @Test
    void aFilterIsAppliedAlsoWhileTheListStandsStillOrIsPaused() {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        node.wire.pass(SampleDatagrams.announce(ZOE, "Zoë"));
        model.following().set(false);
        model.pause(true);
        model.sought().set("announce");
        assertEquals(List.of(2L), model.rows().stream().map(DatagramRow::number).toList());
    }

    @Test
    void whatIsClearedIsGoneAndCountedAnew() {
        node.wire.adapters
                .add(new NetworkAdapter("wlan0", List.of("192.168.1.20/24"), Set.of(Way.BROADCAST), HOME, false));
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        model.clear();
        assertEquals(0, model.rows().size());
        assertEquals(Traffic.NONE, model.interfaces().getFirst().traffic());
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        assertEquals(List.of(2L), model.rows().stream().map(DatagramRow::number).toList());
    }

    @Test
    void whatPassesIsCountedByInterfaceAndWay() {
        node.wire.adapters
                .add(new NetworkAdapter("wlan0", List.of("192.168.1.20/24"), Set.of(Way.BROADCAST), HOME, false));
        node.adapters.add(new Preferences.NetworkAdapter("wlan0", "Intel Wi-Fi", List.of(), true));
        open();
        var still = SampleDatagrams.still(SampleDatagrams.BOB);
        var out = SampleDatagrams.out("still", FakeNode.SELF, Way.BROADCAST, "255.255.255.255", "wlan0");
        node.wire.pass(still);
        node.wire.pass(out);
        node.wire.pass(SampleDatagrams.in("still", ZOE, "{}", "", "10.0.0.9"));
        InterfaceRow wlan = model.interfaces().getFirst();
        assertEquals("Intel Wi-Fi", wlan.title());
        assertEquals(1, wlan.traffic().heard());
        assertEquals(still.observed().sizeBytes(), wlan.traffic().heardBytes());
        assertEquals(1, wlan.traffic().sentBy(Way.BROADCAST));
        assertEquals(out.observed().sizeBytes(), wlan.traffic().sentBytes());
        assertEquals(List.of("wlan0", ""), model.interfaces().stream().map(InterfaceRow::name).toList());
        assertFalse(model.interfaces().getLast().used());
    }

    @Test
    void aWayThatIsRefusedSaysWhyUntilSomethingLeavesByIt() {
        node.wire.adapters.add(new NetworkAdapter("wlan0", List.of(), Set.of(Way.BROADCAST), HOME, false));
        open();
        node.wire.refuse(new Refusal(SampleDatagrams.NOON, "wlan0", Way.BROADCAST, "Network is unreachable"));
        assertEquals("Network is unreachable", model.interfaces().getFirst().traffic().refused().get(Way.BROADCAST));
        node.wire.pass(SampleDatagrams.out("still", FakeNode.SELF, Way.BROADCAST, "255.255.255.255", "wlan0"));
        assertTrue(model.interfaces().getFirst().traffic().refused().isEmpty());
    }

    @Test
    void aNetworkThatIsListenedToOnlySaysSoAtOnce() {
        node.wire.adapters
                .add(new NetworkAdapter("wlan0", List.of("192.168.1.20/24"), Set.of(Way.BROADCAST), HOME, false));
        open();
        model.listenOnly(HOME, true);
        assertTrue(model.interfaces().getFirst().listeningOnly());
        model.listenOnly(HOME, false);
        assertFalse(model.interfaces().getFirst().listeningOnly());
    }

    @Test
    void comingsAndGoingsStandInTheirOrder() {
        open();
        node.tell(new NodeEvent.PeerAppeared(BOB));
        node.tell(new NodeEvent.SessionOpened(SampleDatagrams.BOB, "Bob", "192.168.1.30:5263"));
        node.tell(new NodeEvent.Joined(SampleDatagrams.BOB, "Bob", "#class"));
        node.tell(new NodeEvent.Refused(ZOE, "Zoë", "#class", RefusalReason.WRONG_KEY));
        node.tell(new NodeEvent.SessionClosed(SampleDatagrams.BOB, "Bob", "192.168.1.30:5263", EndReason.LOST));
        node.tell(new NodeEvent.PeerLeft(BOB, LeaveReason.CLOSED));
        node.tell(new NodeEvent.PeerLeft(BOB, LeaveReason.SILENT));
        node.tell(new NodeEvent.PeerLeft(BOB, LeaveReason.FORGED));
        node.tell(new NodeEvent.Bye());
        assertEquals(List.of(Kind.APPEARED, Kind.CONNECTED, Kind.JOINED, Kind.WRONG_KEY, Kind.DISCONNECTED, Kind.GONE,
                Kind.FELL_SILENT, Kind.FORGED), model.comings().stream().map(PresenceChange::kind).toList());
    }

    @Test
    void onlyTheNewestComingsAreKept() {
        for (int i = 0; i <= PresenceChangeLog.COMINGS_MAX; i++) node.tell(new NodeEvent.PeerAppeared(BOB));
        open();
        assertEquals(PresenceChangeLog.COMINGS_MAX, model.comings().size());
        assertEquals(2, model.comings().getFirst().number());
    }

    @Test
    void whatIsShownIsSavedAndReplacesAFileThatWasThere(@TempDir Path folder) throws Exception {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        node.wire.pass(SampleDatagrams.announce(ZOE, "Zoë"));
        model.sought().set("announce");
        Path file = Files.writeString(folder.resolve("out.txt"), "old");
        model.save(file, Format.TEXT);
        String text = Files.readString(file);
        assertTrue(text.contains("announce") && text.contains("\"name\": \"Zoë\"") && !text.contains("still"), text);
        assertTrue(window.told.getLast().startsWith("done: "), window.told::toString);
        try (var left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsSaid(@TempDir Path folder) {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        model.save(folder.resolve("missing").resolve("out.pcap"), Format.PCAP);
        String name = PeerText.line(folder.resolve("missing").resolve("out.pcap").toString());
        assertEquals(
                "problem: " + name + " could not be written. A file that was"
                        + " there is as it was; choose another folder, or free some space.",
                window.told.getLast());
    }

    @Test
    void thePageInAnotherLanguageShowsWhatWasCollectedBefore() {
        open();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        node.tell(new NodeEvent.PeerAppeared(BOB));
        model.sought().set("Bob");
        model.close();
        node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
        NetworkViewModel next = model();
        next.shown();
        assertEquals(2, next.rows().size(), "also what passed between the two");
        assertEquals(1, next.comings().size());
        assertEquals("Bob", next.sought().get());
        assertTrue(next.isFiltered());
        assertEquals(1, node.wire.watchers.size());
    }

    @Test
    void aPauseOutlivesThePage() {
        open();
        model.pause(true);
        model.close();
        NetworkViewModel next = model();
        assertTrue(next.paused().get());
        next.pause(false);
        assertEquals(1, node.wire.watchers.size());
    }

    @Test
    void closingDetachesEverything() {
        open();
        model.close();
        watch.close();
        assertEquals(List.of(), node.wire.watchers);
        assertEquals(List.of(), node.watchers);
    }
}
