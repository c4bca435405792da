package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Reaction;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.ui.acts.SavedViewModel;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a person does with messages, without a window.
class MessageActionsTest {
    private final Fixture fixture = new Fixture();
    private final MessageActions actions = new MessageActions(fixture.context, Fixture.times(),
            new SavedViewModel(fixture.context));

    private static Head head(long id, Fingerprint author, List<Reaction> reactions, boolean pinned) {
        return new Head(FakeChats.position(id), new EntryId(0, id), author, "Max", author.equals(Fixture.SELF),
                FakeChats.START, Delivery.NOWHERE, reactions, pinned);
    }

    private static TimelineItem.Text text(List<Reaction> reactions, boolean pinned) {
        return new TimelineItem.Text(head(7, Fixture.MAX, reactions, pinned), "hello");
    }

    @Test
    void aReactionThatOneHasIsTakenBack() {
        actions.react(text(List.of(new Reaction("x", List.of("Max"), false)), false), "x");
        actions.react(text(List.of(new Reaction("x", List.of("Max"), true)), false), "x");
        assertEquals(List.of("react 7 x true", "react 7 x false"), fixture.chats.acts.done);
    }

    @Test
    void aPinIsSetOrTakenBack() {
        actions.pin(text(List.of(), false));
        actions.pin(text(List.of(), true));
        assertEquals(List.of("pin 7 true", "pin 7 false"), fixture.chats.acts.done);
    }

    private static TimelineItem.Text own(long id) {
        return new TimelineItem.Text(head(id, Fixture.SELF, List.of(), false), "mine");
    }

    @Test
    void ofSeveralThatAreDeletedOneThatIsGoneAlreadyKeepsNoOther() {
        fixture.chats.acts.gone.add(new EntryId(0, 2));
        actions.delete(List.of(own(1), own(2), own(3)));
        assertEquals(List.of("delete 1", "delete 3"), fixture.chats.acts.done);
        assertEquals(List.of(), fixture.window.told, "all of it is as the user wants it");
    }

    @Test
    void whatCouldNotBeDeletedIsToldOnce() {
        fixture.chats.diskFull = true;
        actions.delete(List.of(own(1), own(2)));
        assertEquals(1, fixture.window.told.size());
    }

    private static TimelineItem.PollItem poll(boolean many, Set<Integer> mine) {
        return new TimelineItem.PollItem(head(9, Fixture.MAX, List.of(), false), "Tea?",
                List.of(new TimelineItem.Option("yes", 0), new TimelineItem.Option("no", 0),
                        new TimelineItem.Option("both", 0)),
                many,
                false, false, mine, 0);
    }

    @Test
    void aVoteTakesThePlaceOfTheOneBeforeUnlessSeveralMayBeChosen() {
        actions.vote(poll(false, Set.of()), 1);
        actions.vote(poll(false, Set.of(1)), 2);
        actions.vote(poll(false, Set.of(1)), 1);
        actions.vote(poll(true, Set.of(2)), 0);
        actions.vote(poll(true, Set.of(0, 2)), 0);
        assertEquals(List.of("vote 9 [1]", "vote 9 [2]", "vote 9 []", "vote 9 [0, 2]", "vote 9 [2]"),
                fixture.chats.acts.done);
    }

    /// The first is written, and not shown yet.
    @Test
    void optionsThatAreChosenOneAfterTheOtherAreAllChosen() {
        fixture.window.hold();
        actions.vote(poll(true, Set.of()), 0);
        actions.vote(poll(true, Set.of()), 2);
        fixture.window.goOnLastFirst();
        assertEquals(List.of("vote 9 [0]", "vote 9 [0, 2]"), fixture.chats.acts.done);
        actions.vote(poll(true, Set.of(0, 2)), 0);
        assertEquals("vote 9 [2]", fixture.chats.acts.done.getLast());
    }

    @Test
    void whatIsDoneFirstIsWrittenFirst() {
        fixture.window.hold();
        actions.react(text(List.of(), false), "x");
        actions.react(text(List.of(new Reaction("x", List.of(), true)), false), "x");
        fixture.window.goOnLastFirst();
        assertEquals(List.of("react 7 x true", "react 7 x false"), fixture.chats.acts.done);
    }

    @Test
    void whatFailsIsSaid() {
        fixture.chats.diskFull = true;
        actions.delete(text(List.of(), false));
        assertEquals(1, fixture.window.told.size());
    }
}
