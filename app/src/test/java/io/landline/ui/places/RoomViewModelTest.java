package io.landline.ui.places;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Ids;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Progress;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.JoinLink;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.places.sheet.RecentFiles;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomViewModelTest {
    private static final Fingerprint ADA = FakeChats.peer(1);
    private static final OwnRoom CLASS = PlainRecords.ownRoom("#class", "#class", "class", false, true,
            "amber fox piano river",
            false);

    private final FakeNode node = new FakeNode();
    private final List<String> gone = new ArrayList<>();

    @BeforeEach
    void join() {
        node.rooms.add(CLASS);
        node.chats.room("class", true, 0);
        member(3, "Zoe", Trait.HERE);
        member(2, "bob");
        member(1, "Ada", Trait.HERE);
        node.people.put(FakeChats.peer(9), PlainRecords.contact(FakeChats.peer(9), "Kim", Set.of(Trait.MEMBER),
                List.of("#class (open)"), List.of(), List.of()));
    }

    private void member(int number, String name, Trait... traits) {
        var all = new ArrayList<>(List.of(traits));
        all.add(Trait.MEMBER);
        Fingerprint peer = FakeChats.peer(number);
        node.people.put(peer,
                PlainRecords.contact(peer, name, Set.copyOf(all), List.of("#class"), List.of(), List.of()));
    }

    private void offered(String offer, String conversation, Fingerprint other) {
        node.files.has(PlainRecords.transfer(new Ids(offer, offer + other, conversation), Direction.OUT,
                new Other(other, "Ada"),
                new Content(List.of(offer), 1, 5), new Progress(TransferState.OFFERED, 0, null, false), Instant.EPOCH,
                List.of()));
    }

    private RoomViewModel model() {
        return new RoomViewModel(new FakeWindow().context(node), "#class", () -> gone.add("gone"));
    }

    private static List<String> members(RoomViewModel model) {
        return requireNonNull(model.shown().get()).members().stream().map(each -> each.contact().name()).toList();
    }

    @Test
    void membersOfOneNameHaveAFixedOrder() {
        List<Fingerprint> sams = IntStream.range(20, 30).mapToObj(FakeChats::peer).sorted().toList();
        for (List<Fingerprint> order : List.of(sams, sams.reversed())) {
            node.people.keySet().removeAll(sams);
            for (Fingerprint each : order) {
                node.people.put(each, PlainRecords.contact(each, "Sam", Set.of(Trait.MEMBER), List.of("#class"),
                        List.of(), List.of()));
            }
            assertEquals(sams, requireNonNull(model().shown().get()).members()
                    .stream()
                    .map(each -> each.contact().peer())
                    .filter(sams::contains)
                    .toList());
        }
    }

    @Test
    void theMembersAreThoseOfTheRoomAndWhoIsHereComesFirst() {
        RoomViewModel model = model();
        assertEquals(List.of("Ada", "Zoe", "bob"), members(model));
        member(4, "Cem");
        node.tell(new NodeEvent.Joined(FakeChats.peer(4), "Cem", "#class"));
        assertEquals(List.of("Ada", "Zoe", "bob", "Cem"), members(model), "who joins appears");
    }

    @Test
    void whatWasChosenIsSeenAtOnce() throws Exception {
        RoomViewModel model = model();
        node.chats.setOnTop("#class", true);
        assertTrue(requireNonNull(model.shown().get()).conversation().onTop());
    }

    @Test
    void eachOfferToTheRoomIsThereOnceTheNewestOnesOnly() {
        for (int i = 0; i < RecentFiles.OFFERS_MAX; i++) offered("file" + i, "#class", ADA);
        offered("file0", "#class", FakeChats.peer(2));
        offered("elsewhere", "#other", ADA);
        RecentFiles files = requireNonNull(model().shown().get()).files();
        assertEquals(RecentFiles.OFFERS_MAX, files.offers().size());
        assertEquals(false, files.hasMore());
        offered("one more", "#class", ADA);
        assertTrue(requireNonNull(model().shown().get()).files().hasMore());
    }

    @Test
    void theLinkAndTheInvitationBringOthersIn() {
        JoinLink link = JoinLink.parse(RoomViewModel.link(CLASS).orElseThrow()).orElseThrow();
        assertEquals("class", link.room().value());
        assertEquals("amber fox piano river", link.words().words());
        assertTrue(model().invitation(CLASS).contains("amber fox piano river"));
        var open = PlainRecords.ownRoom("#open", "#open (open)", "open", true, true, null, false);
        assertTrue(RoomViewModel.link(open).isEmpty());
        assertTrue(model().invitation(open).contains("open"));
    }

    @Test
    void aRoomThatWasLeftHasNoSheet() {
        node.rooms.clear();
        model();
        assertEquals(List.of("gone"), gone);
    }

    @Test
    void closedItListensNoMore() {
        model().close();
        assertEquals(List.of(), node.watchers);
        assertEquals(List.of(), node.chats.watchers);
    }
}
