package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.NameCard;
import io.landline.chat.NameCardStore.Kept;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.chat.frame.NameCardsFrame;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Names that travel without their owners (docs/protocol/conversations.md, "NAME_CARDS (0xb6)").
class NameCardsTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final RoomId OTHER = RoomId.of(new byte[]{9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(3);

    private final World world = new World(1);
    private final World.Node ben = world.node();
    private final World.Node carl = world.node();
    private final Author ada = Author.of(CONVERSATION, 7);
    private final long now = world.clock.toEpochMilli();

    private static @Nullable String name(World.Node at, Identity of) {
        Kept kept = at.stores.cards().find(of.fingerprint());
        return kept == null ? null : kept.card().name().value();
    }

    private static void hold(World.Node node, List<Entry> run) {
        node.stores.entries().add(run, run.getLast().header().lamport(), Durability.BATCHED);
    }

    private NameCard card(String name, long millis) {
        return NameCard.signed(ada.identity, new PeerName(name), millis);
    }

    private static Frame frame(NameCard... cards) {
        return new NameCardsFrame(List.of(cards)).encode();
    }

    private static List<NameCard> told(World.End end) throws MalformedFrameException {
        var cards = new ArrayList<NameCard>();
        for (Frame frame : end.all) {
            if (frame.type() == FrameType.NAME_CARDS) cards.addAll(NameCardsFrame.decode(frame.body()).cards());
        }
        return cards;
    }

    private static List<String> names(World.End end) throws MalformedFrameException {
        return told(end).stream().map(card -> card.name().value()).toList();
    }

    /// A session of Ben with Ada, whose entries Ben holds.
    private World.End withAda() {
        hold(ben, ada.texts(2));
        return world.scripted(ben, ada.identity, ROOM);
    }

    @Test
    void theNameOfAnAuthorWhoLeftGoesFromMemberToMember() {
        World.Node adas = world.new Node(ada.identity, InMemoryStores.create());
        adas.core.named(new PeerName("Ada"), world.uptime);
        ben.core.named(new PeerName("Ben"), world.uptime);
        adas.say(CONVERSATION, "hello");
        World.End met = world.connect(adas, ben, ROOM);
        world.settle(SOON);
        world.disconnect(met, "for good");
        World.End late = world.connect(ben, carl, ROOM);
        world.settle(SOON);
        assertEquals("Ada", name(carl, ada.identity));
        assertNull(name(carl, ben.identity), "Ben wrote nothing");
        world.disconnect(late, "gone");
        World.Node dora = world.node();
        world.connect(carl, dora, ROOM);
        world.settle(SOON);
        assertEquals("Ada", name(dora, ada.identity));
        assertEquals(List.of(ada.fingerprint()), dora.heard.named);
    }

    @Test
    void theNameIsThereWhenTheFirstEntryIsTold() throws MalformedFrameException {
        World.End peer = world.scripted(ben, ada.identity, ROOM);
        peer.receive(frame(card("Ada", now)));
        assertNull(name(ben, ada.identity), "nothing of hers is here");
        peer.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, ada.texts(1)).encode());
        assertEquals("Ada", name(ben, ada.identity));
    }

    @Test
    void anOlderCardDoesNotUndoANewerOne() throws MalformedFrameException {
        World.End peer = withAda();
        peer.receive(frame(card("Adele", now - 5)));
        peer.receive(frame(card("Ada", now - 6), card("Ada", now - 5)));
        assertEquals("Adele", name(ben, ada.identity));
        peer.receive(frame(card("Ada again", now - 4)));
        assertEquals("Ada again", name(ben, ada.identity));
    }

    @Test
    void h52_aCardFarAheadOfTheClockGivesWayToEachThatIsNot() throws MalformedFrameException {
        World.End peer = withAda();
        long ahead = now + NameCard.FAR_AHEAD.toMillis() + 1;
        peer.receive(frame(card("of 2099", ahead)));
        assertEquals("of 2099", name(ben, ada.identity));
        peer.receive(frame(card("of 2100", ahead + 1)));
        assertEquals("of 2100", name(ben, ada.identity));
        peer.receive(frame(card("of today", now - 9)));
        peer.receive(frame(card("of 2101", ahead + 2)));
        assertEquals("of today", name(ben, ada.identity));
        peer.receive(frame(card("a day ahead", ahead - 1)));
        assertEquals("a day ahead", name(ben, ada.identity));
    }

    @Test
    void h39_aMemberCannotNameSomebodyElse() throws MalformedFrameException {
        World.End peer = withAda();
        NameCard lie = NameCard.signed(peer.other, new PeerName("Ada"), now);
        Identity ben = Identity.generate();
        World.End liar = world.scripted(this.ben, ben, ROOM);
        NameCard forged = new NameCard(ada.fingerprint(), ada.identity.publicKey(), new PeerName("Fool"), now,
                NameCard.signed(ben, new PeerName("Fool"), now).signature());
        assertThrows(MalformedFrameException.class, () -> liar.receive(frame(forged)));
        assertNull(name(this.ben, ada.identity));
        byte[] bent = frame(lie).body();
        bent[Short.BYTES + 32 + Long.BYTES + Short.BYTES] ^= 1;
        assertThrows(MalformedFrameException.class, () -> liar.receive(new Frame(FrameType.NAME_CARDS, bent)));
        peer.receive(frame(lie));
        assertEquals("Ada", name(this.ben, ada.identity));
    }

    @Test
    void aBlockedAuthorsCardIsNotTakenAndNotHandedOn() throws MalformedFrameException {
        World.End peer = withAda();
        ben.blocked.add(ada.fingerprint());
        peer.receive(frame(card("Ada", now)));
        assertNull(name(ben, ada.identity));
        ben.blocked.clear();
        peer.receive(frame(card("Ada", now)));
        ben.blocked.add(ada.fingerprint());
        hold(carl, ada.texts(1));
        World.End end = world.connect(ben, carl, ROOM);
        world.settle(SOON);
        assertEquals(List.of(), told(end));
    }

    @Test
    void aCardIsOfNoUseWhereTheAuthorWroteNothingInACommonRoom() throws MalformedFrameException {
        hold(ben, ada.texts(1));
        World.End peer = world.scripted(ben, Identity.generate(), OTHER);
        peer.receive(frame(card("Ada", now)));
        assertNull(name(ben, ada.identity));
        ben.stores.cards().put(new Kept(card("Ada", now), true));
        ben.restart();
        World.End other = world.connect(ben, carl, OTHER);
        world.settle(SOON);
        assertEquals(List.of(), told(other));
    }

    @Test
    void eachCardIsToldOnceASessionAndAnewWhenItChanged() throws MalformedFrameException {
        withAda().receive(frame(card("Ada", now - 9)));
        hold(carl, ben.history(CONVERSATION));
        World.End end = world.connect(ben, carl, ROOM);
        world.settle(Duration.ofMinutes(5));
        assertEquals(List.of("Ada"), names(end));
        assertEquals(List.of(), told(end.otherEnd), "the peer that brought a card is not told of it");
        world.scripted(ben, ada.identity, ROOM).receive(frame(card("Adele", now - 8)));
        world.settle(SOON);
        assertEquals(List.of("Ada", "Adele"), names(end));
        assertEquals("Adele", name(carl, ada.identity));
    }

    /// As from a node of an earlier version, which knows no cards.
    @Test
    void someMembersHearOnceOfALogThatCameWithoutACard() throws MalformedFrameException {
        world.openRooms.add(ROOM);
        var others = new ArrayList<World.End>();
        for (int i = 0; i < 6; i++) others.add(world.scripted(ben, Identity.generate(), ROOM));
        others.forEach(each -> each.all.clear());
        others.getFirst().receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, ada.texts(1)).encode());
        for (int i = 0; i < 3; i++) ben.tick(world.uptime.plus(NameCards.LOOKS_APART.multipliedBy(i)));
        List<HaveFrame> heard = new ArrayList<>();
        for (World.End each : others) {
            for (Frame frame : each.all) if (frame.type() == FrameType.HAVE) heard.add(HaveFrame.decode(frame.body()));
        }
        assertEquals(NameCards.ASKED_MAX, heard.size());
        for (HaveFrame each : heard) {
            assertEquals(List.of(ada.log), each.rows().stream().map(HaveFrame.Row::log).toList());
        }
    }

    @Test
    void anOwnCardIsMadeOnceForEachName() {
        ben.core.named(new PeerName("Ben"), world.uptime);
        ben.restart();
        ben.core.named(new PeerName("Ben"), world.uptime);
        NameCard first = ben.stores.cards().find(ben.id()).card();
        assertEquals(now, first.millis());
        assertTrue(first.signatureHolds());
        ben.core.named(new PeerName("Benno"), world.uptime);
        assertEquals(now + 1, ben.stores.cards().find(ben.id()).card().millis(),
                "newer, on the same tick of the clock");
        ben.skew = NameCard.FAR_AHEAD.multipliedBy(-2);
        ben.core.named(new PeerName("Ben"), world.uptime);
        assertEquals(world.clock.plus(ben.skew).toEpochMilli(), ben.stores.cards().find(ben.id()).card().millis(),
                "a clock that was far ahead is forgotten");
    }

    @Test
    void aRenameReachesWhoHoldsAnEntryOfTheAuthor() {
        ben.core.named(new PeerName("Ben"), world.uptime);
        World.End end = world.connect(ben, carl, ROOM);
        ben.say(CONVERSATION, "hello");
        world.settle(SOON);
        assertEquals("Ben", name(carl, ben.identity));
        ben.core.named(new PeerName("Benno"), world.uptime);
        world.settle(SOON);
        assertEquals("Benno", name(carl, ben.identity));
        assertTrue(end.open);
    }

    @Test
    void whatAnotherConnectionMayHaveLostIsToldAgain() throws MalformedFrameException {
        withAda().receive(frame(card("Ada", now - 9)));
        hold(carl, ben.history(CONVERSATION));
        World.End end = world.connect(ben, carl, ROOM);
        world.settle(SOON);
        ben.core.carriedAnew(end);
        carl.core.carriedAnew(end.otherEnd);
        world.settle(SOON);
        assertEquals(List.of("Ada", "Ada"), names(end));
    }

    /// An author may sign a newer card every millisecond, and each would go to everybody.
    @Test
    void h38_aMemberWhoChangesTheNameAllTheTimeIsPassedOverInTheEnd() throws MalformedFrameException {
        World.End peer = withAda();
        hold(carl, ben.history(CONVERSATION));
        World.End end = world.connect(ben, carl, ROOM);
        world.settle(SOON);
        long at = now - 1_000;
        for (int i = 0; i < 2 * NameCards.TAKEN_BURST; i++) peer.receive(frame(card("name " + i, at + i)));
        int taken = NameCards.TAKEN_BURST - 1;
        assertEquals("name " + taken, name(ben, ada.identity));
        world.settle(SOON);
        assertTrue(told(end).size() <= 2, "what changes within a second is told together");
        world.uptime = world.uptime.plus(NameCards.TAKEN_EVERY);
        peer.receive(frame(card("later", at + 999)));
        assertEquals("later", name(ben, ada.identity));
    }

    @Test
    void h38_peopleOfOpenRoomsHaveAQuarterOfThat() throws MalformedFrameException {
        ben.standings.put(ada.fingerprint(), Standing.OPEN_ROOM);
        World.End peer = withAda();
        for (int i = 0; i < NameCards.TAKEN_BURST; i++) peer.receive(frame(card("name " + i, now + i)));
        assertEquals("name " + (NameCards.TAKEN_OPEN_BURST - 1), name(ben, ada.identity));
    }

    /// After a start none of the signatures on the disk was looked at, and nobody waits for all of them at once.
    @Test
    void h38_whatTheDiskGaveIsCheckedFrameByFrameAndWhatIsDamagedGoesToNobody() throws MalformedFrameException {
        NameCard damaged = NameCard.signed(ada.identity, new PeerName("Ada"), now);
        damaged.signature()[5] ^= 1;
        var authors = new ArrayList<Author>();
        for (int i = 0; i < 3 * NameCardsFrame.CARDS_MAX; i++) authors.add(Author.of(CONVERSATION, i));
        for (Author each : authors) {
            hold(ben, each.texts(1));
            ben.stores.cards().put(new Kept(NameCard.signed(each.identity, new PeerName("n"), now), true));
        }
        damage(damaged);
        ben.restart();
        World.End peer = world.scripted(ben, Identity.generate(), ROOM);
        var rows = Stream.concat(authors.stream(), Stream.of(ada))
                .map(each -> new HaveFrame.Row(each.identity.publicKey(), each.log, 1, 1, new byte[32], 1))
                .toList();
        peer.receive(new HaveFrame(CONVERSATION, false, rows).encode());
        assertEquals(NameCardsFrame.CARDS_MAX, told(peer).size());
        Duration next = ben.tick(world.uptime);
        assertEquals(world.uptime, next, "goes on at once, after others had a turn");
        for (int i = 0; i < 5; i++) ben.tick(world.uptime.plusMillis(i));
        assertEquals(authors.size(), told(peer).size());
    }

    private void damage(NameCard card) {
        hold(ben, ada.texts(1));
        ((InMemoryStores.Cards) ben.stores.cards()).putUnchecked(new Kept(card, true));
    }

    @Test
    void h38_cardsAheadOfTheirEntriesAreHeldForOneFrameOnly() throws MalformedFrameException {
        World.End peer = world.scripted(ben, Identity.generate(), ROOM);
        for (int i = 0; i < NameCards.WAITING_MAX + 1; i++) {
            NameCard next = i == 0
                    ? card("Ada", now)
                    : NameCard.signed(Identity.generate(), new PeerName("n" + i), now);
            peer.receive(frame(next));
        }
        World.End adas = world.scripted(ben, ada.identity, ROOM);
        adas.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, ada.texts(1)).encode());
        assertNull(name(ben, ada.identity), "hers was the first, and gave way");
        assertEquals(0, ben.stores.cards().all().size());
    }

    /// With all places taken by people of open rooms a member's card comes in, and theirs do not put out a member's.
    @Test
    void h38_whereAllPlacesAreTakenTheAuthorWhoIsKnownLeastGivesWay() throws MalformedFrameException {
        Identity someone = Identity.generate();
        var cards = (InMemoryStores.Cards) ben.stores.cards();
        for (int i = 0; i < CardSlots.CARDS_MAX; i++) cards.putUnchecked(new Kept(unsigned(i), false));
        ben.restart();
        World.End peer = withAda();
        for (NameCard each : ben.stores.cards().all().stream().map(Kept::card).toList()) {
            ben.standings.put(each.author(), Standing.STRANGER);
        }
        ben.standings.put(ada.fingerprint(), Standing.MEMBER);
        ben.standings.put(someone.fingerprint(), Standing.STRANGER);
        peer.receive(frame(card("Ada", now)));
        assertEquals("Ada", name(ben, ada.identity));
        assertEquals(CardSlots.CARDS_MAX, ben.stores.cards().all().size());
        world.openRooms.add(OTHER);
        Author stranger = new Author(someone, ConversationId.of(OTHER), 1);
        hold(ben, stranger.texts(1));
        world.scripted(ben, Identity.generate(), OTHER)
                .receive(frame(NameCard.signed(someone, new PeerName("none"), now)));
        assertNull(name(ben, someone), "nobody is known less");
        assertEquals("Ada", name(ben, ada.identity));
    }

    /// For a card that is kept and told to nobody: its signature is not looked at.
    private NameCard unsigned(int number) {
        byte[] key = ByteBuffer.allocate(Ed25519.PUBLIC_KEY_BYTES).putInt(number).array();
        return NameCard.stored(key, "n" + number, now, new byte[Ed25519.SIGNATURE_BYTES]);
    }

    private List<NameCard> invented(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NameCard.signed(Identity.generate(), new PeerName("n" + i), now))
                .toList();
    }

    @Test
    void theLargestFrameIsTakenAndOneCardMoreIsRefused() throws MalformedFrameException {
        List<NameCard> cards = invented(NameCardsFrame.CARDS_MAX);
        assertEquals(cards.size(),
                NameCardsFrame.decode(new NameCardsFrame(cards).encode().body()).cards().size());
        List<NameCard> more = Stream.concat(cards.stream(), invented(1).stream()).toList();
        byte[] body = new NameCardsFrame(more).encode().body();
        assertThrows(MalformedFrameException.class, () -> NameCardsFrame.decode(body));
    }

    @Test
    void aNameThatNobodyMayHaveIsPassedOver() throws MalformedFrameException {
        World.End peer = withAda();
        for (String bad : List.of("a\nb", "\u200b", " Ada", "x".repeat(PeerName.MAX_CODE_POINTS + 1))) {
            var cards = NameCardsFrame.decode(RawCards.frame(ada.identity, bad, now)).cards();
            assertEquals(List.of(), cards, bad);
            peer.receive(new Frame(FrameType.NAME_CARDS, RawCards.frame(ada.identity, bad, now)));
        }
        assertNull(name(ben, ada.identity));
        assertNotNull(NameCardsFrame.decode(RawCards.frame(ada.identity, "x".repeat(PeerName.MAX_CODE_POINTS), now)));
        peer.receive(new Frame(FrameType.NAME_CARDS, RawCards.frame(ada.identity, "Ada", now)));
        assertEquals("Ada", name(ben, ada.identity));
    }
}
