package io.landline.node.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.act.Act;
import io.landline.chat.act.Close;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Vote;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.PerformedAct;
import io.landline.cost.AskPace;
import io.landline.cost.CrowdPace;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.node.conversation.MessageReader;
import io.landline.node.event.MetNames;
import io.landline.node.port.NodeEvent.Edited;
import io.landline.node.port.NodeEvent.PinnedMessage;
import io.landline.node.room.ConversationLabels;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How often programs and terminals are told of what one person does.
class ActEventsTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);

    private final Fingerprint self = Identity.generate().fingerprint();
    private final Author ada = Author.of(ROOM, 1);
    private final Author ben = Author.of(ROOM, 2);
    private final Entry message = ada.text("read this");
    private Duration now = Duration.ofHours(1);
    private EntryStore entries;
    private TimelineViews views;
    private ActEvents events;
    private final Map<Fingerprint, Standing> known = new HashMap<>();
    private long lamport = 10;

    @BeforeEach
    void open() {
        entries = SqliteChat.stores(database).entries();
        views = new TimelineViews(database);
        var trust = new SqliteTrust(database, null);
        var names = MetNames.of(trust);
        var labels = new ConversationLabels(new OwnRooms(trust, InstantSource.system()), room -> room, _ -> null);
        events = new ActEvents(new MessageReader(self, names, labels, views), labels, views,
                person -> known.getOrDefault(person, Standing.MEMBER), () -> now);
        store(message);
    }

    private void store(Entry entry) {
        entries.add(List.of(entry), entry.header().lamport(), Durability.BATCHED);
    }

    private Entry stored(Author by, EntryKind kind, Act act) {
        Entry entry = by.write(lamport++, kind, act.toBody());
        store(entry);
        return entry;
    }

    /// Done and taken back in turn, as often as this: in one step, as they come from a peer.
    private List<Entry> stored(Author by, EntryKind kind, int times, Function<Boolean, Act> act) {
        var run = new ArrayList<Entry>();
        for (int i = 0; i < times; i++) run.add(by.write(lamport++, kind, act.apply(i % 2 == 0).toBody()));
        entries.add(run, run.getLast().header().lamport(), Durability.BATCHED);
        return run;
    }

    private Entry pin(Author by, boolean on) {
        return stored(by, EntryKind.PIN, new Pin(message.reference(), on));
    }

    private List<Entry> pins(Author by, int times) {
        return stored(by, EntryKind.PIN, times, on -> new Pin(message.reference(), on));
    }

    /// Pins and unpins as often as that is told after a pause.
    private void pinUntilNothingIsSaved(Author by) {
        for (Entry each : pins(by, AskPace.PINS_SAVED_MAX)) assertNotNull(events.ofAct(each), each::toString);
    }

    @Test
    void h38_whoPinsWithoutEndIsToldOfAtAPaceAndEachPinCounts() {
        pinUntilNothingIsSaved(ben);
        Entry beyond = pin(ben, true);
        assertNull(events.ofAct(beyond));
        EntryView shown = views.pinned(ROOM).getFirst();
        assertEquals(message, shown.entry());
        assertEquals(PerformedAct.of(beyond), shown.pinned(), "it is pinned all the same");
        now = now.plusSeconds(1);
        for (int i = 0; i < AskPace.PINS_PER_SECOND; i++) assertNotNull(events.ofAct(pin(ben, false)));
        assertNull(events.ofAct(pin(ben, true)));
    }

    @Test
    void h38_whoPinsWithoutEndHidesNoPinOfAnotherAndNoOtherActOfTheSame() {
        pinUntilNothingIsSaved(ben);
        assertNull(events.ofAct(pin(ben, true)));
        PinnedMessage told = (PinnedMessage) events.ofAct(pin(ada, false));
        assertNotNull(told);
        assertEquals(ada.fingerprint(), told.on().author());
        assertNotNull(events.ofAct(stored(ben, EntryKind.REACT, new React(message.reference(), "x", true))));
    }

    private Entry reaction(Author by, boolean on) {
        return stored(by, EntryKind.REACT, new React(message.reference(), "x", on));
    }

    /// Reacts as often as that is told after a pause.
    private void reactUntilNothingIsSaved(Author by) {
        List<Entry> reactions = stored(by, EntryKind.REACT, AskPace.ACTS_SAVED_MAX,
                on -> new React(message.reference(), "x", on));
        for (Entry each : reactions) assertNotNull(events.ofAct(each), each::toString);
    }

    @Test
    void h38_whoReactsWithoutEndIsToldOfAtAPaceAndEachReactionCounts() {
        reactUntilNothingIsSaved(ben);
        Entry beyond = reaction(ben, true);
        assertNull(events.ofAct(beyond));
        EntryView shown = views.shown(ROOM, List.of(message)).getFirst();
        assertEquals(1, shown.reactions().size(), "it shows all the same");
        now = now.plusSeconds(1);
        for (int i = 0; i < AskPace.ACTS_PER_SECOND; i++) assertNotNull(events.ofAct(reaction(ben, false)));
        assertNull(events.ofAct(reaction(ben, true)));
    }

    @Test
    void h38_whoReactsWithoutEndIsToldOfNoMoreByOtherActs() {
        Entry poll = ben.write(lamport++, EntryKind.POLL, new Poll("Which?", List.of("a", "b"), false, false).toBody());
        store(poll);
        Entry own = ben.write(lamport++, EntryKind.TEXT, new EntryText("mine").toBody());
        store(own);
        reactUntilNothingIsSaved(ben);
        assertNull(events.ofAct(stored(ben, EntryKind.VOTE, new Vote(poll.reference(), List.of(0)))));
        assertNull(events.ofAct(stored(ben, EntryKind.EDIT, new Edit(own.reference(), "other", Set.of()))));
        assertNull(events.ofAct(stored(ben, EntryKind.CLOSE, new Close(poll.reference(), List.of()))));
    }

    @Test
    void whatOthersDoIsToldBesideSomebodyWhoReactsWithoutEnd() {
        reactUntilNothingIsSaved(ben);
        assertNull(events.ofAct(reaction(ben, true)));
        assertNotNull(events.ofAct(reaction(ada, true)));
    }

    @Test
    void whatSomebodyTakesBackIsToldBesideTheirReactions() {
        Entry own = ben.write(lamport++, EntryKind.TEXT, new EntryText("mine").toBody());
        store(own);
        reactUntilNothingIsSaved(ben);
        assertNull(events.ofAct(reaction(ben, true)));
        Entry delete = ben.write(lamport++, EntryKind.DELETE, new Delete(own.reference(), List.of()).toBody());
        store(delete);
        assertNotNull(events.ofAct(delete));
    }

    @Test
    void h38_oneMemberUnderManyIdentitiesIsToldOfAtAPaceAndAFriendAlways() {
        for (int told = 0; told < CrowdPace.ALL_SAVED_MAX; told += AskPace.ACTS_SAVED_MAX) {
            Author invented = Author.of(ROOM, 3);
            Entry reaction = reaction(invented, true);
            for (int i = 0; i < AskPace.ACTS_SAVED_MAX; i++) assertNotNull(events.ofAct(reaction));
        }
        Entry one = reaction(Author.of(ROOM, 3), true);
        for (int i = 0; i < AskPace.PINS_SAVED_MAX; i++) assertNotNull(events.ofAct(one));
        assertNull(events.ofAct(one));
        assertNotNull(events.ofAct(reaction(ada, true)), "of each person some are told in any case");
        known.put(ben.fingerprint(), Standing.TRUSTED);
        assertNotNull(events.ofAct(reaction(ben, true)));
        now = now.plusSeconds(1);
        for (int i = 0; i < AskPace.ACTS_PER_SECOND; i++) assertNotNull(events.ofAct(one));
    }

    @Test
    void h38_receiptsForHandInsThatNeverEndAreToldAtAPace() {
        Entry receipt = ben.write(lamport++, EntryKind.HAND_IN_RECEIPT, new byte[]{'{', '}'});
        for (int i = 0; i < AskPace.ACTS_SAVED_MAX; i++) assertTrue(events.isHandInReceiptTold(receipt));
        assertFalse(events.isHandInReceiptTold(receipt));
        known.put(ben.fingerprint(), Standing.TRUSTED);
        assertTrue(events.isHandInReceiptTold(receipt));
    }

    @Test
    void ofSomebodyThatTheUserKnowsWellEachReactionIsTold() {
        known.put(ben.fingerprint(), Standing.TRUSTED);
        reactUntilNothingIsSaved(ben);
        assertNotNull(events.ofAct(reaction(ben, true)));
    }

    @Test
    void whoPinsByHandIsToldOfEachTime() {
        for (Entry each : pins(ben, 10 * AskPace.PINS_SAVED_MAX)) {
            now = now.plusSeconds(1);
            assertNotNull(events.ofAct(each), each::toString);
        }
    }

    /// The first entry of a log of its own.
    private Entry written(Identity by, Instant at, EntryKind kind, byte[] body) {
        var place = new EntryHeader.Place(lamport, 1, new byte[Sha256.BYTES]);
        Entry entry = Entry.signed(by, new EntryHeader(ROOM, by.publicKey(), place, lamport++, at.toEpochMilli(), kind,
                body.length, Sha256.of(body)), body);
        store(entry);
        return entry;
    }

    /// The people that an edit calls which comes so much later.
    private Set<Fingerprint> called(Identity by, Entry text, Duration later, Fingerprint... mentioned) {
        byte[] body = new Edit(text.reference(), "anew", Set.of(mentioned)).toBody();
        Entry edit = written(by, text.written().plus(later), EntryKind.EDIT, body);
        return assertInstanceOf(Edited.class, events.ofAct(edit)).called();
    }

    @Test
    void anEditCallsThePeopleThatNoOtherWordsOfTheMessageMention() {
        Identity cleo = Identity.generate();
        byte[] body = new EntryText("look", null, Set.of(ben.fingerprint())).toBody();
        Entry text = written(cleo, Instant.EPOCH, EntryKind.TEXT, body);
        assertEquals(Set.of(), called(cleo, text, Duration.ofMinutes(1), ben.fingerprint()));
        assertEquals(Set.of(self), called(cleo, text, Duration.ofMinutes(2), self, ben.fingerprint()));
        assertEquals(Set.of(), called(cleo, text, Duration.ofMinutes(3)));
        assertEquals(Set.of(), called(cleo, text, Duration.ofMinutes(4), self));
        assertEquals(Set.of(ada.fingerprint()), called(cleo, text, ActEvents.CALLS_WITHIN, self, ada.fingerprint()));
    }

    /// As they come from somebody who was away.
    @Test
    void ofTwoEditsThatComeTogetherTheFirstThatMentionsCalls() {
        Entry typo = ada.write(lamport++, EntryKind.EDIT,
                new Edit(message.reference(), "raed this", Set.of(self)).toBody());
        Entry mended = ada.write(lamport++, EntryKind.EDIT,
                new Edit(message.reference(), "read this", Set.of(self)).toBody());
        entries.add(List.of(typo, mended), lamport, Durability.BATCHED);
        assertEquals(Set.of(self), assertInstanceOf(Edited.class, events.ofAct(typo)).called());
        assertEquals(Set.of(), assertInstanceOf(Edited.class, events.ofAct(mended)).called());
    }

    @Test
    void anEditOfOldWordsCallsNobody() {
        Identity cleo = Identity.generate();
        Entry text = written(cleo, Instant.EPOCH, EntryKind.TEXT, new EntryText("look").toBody());
        assertEquals(Set.of(), called(cleo, text, ActEvents.CALLS_WITHIN.plusMillis(1), self));
    }
}
