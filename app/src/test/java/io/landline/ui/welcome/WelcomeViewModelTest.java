package io.landline.ui.welcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.node.port.Rooms.TrialResult;
import io.landline.room.JoinLink;
import io.landline.ui.control.FieldNote;
import io.landline.ui.welcome.WelcomeStep.AskingForAnother;
import io.landline.ui.welcome.WelcomeStep.AskingToJoin;
import io.landline.ui.welcome.WelcomeStep.AskingToKeep;
import io.landline.ui.welcome.WelcomeStep.Choosing;
import io.landline.ui.welcome.WelcomeStep.Created;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WelcomeViewModelTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final List<OwnRoom> entered = new ArrayList<>();

    private WelcomeViewModel first() {
        return new WelcomeViewModel(window.context(node), true, null, new RoomDraft(), entered::add);
    }

    private WelcomeViewModel later() {
        return new WelcomeViewModel(window.context(node), false, null, new RoomDraft(), entered::add);
    }

    @Test
    void theSuggestedNameIsFilledIn() {
        assertEquals("Max", first().ownName().name().get());
    }

    @Test
    void aNameThatIsTypedBeforeTheSuggestionComesStays() {
        window.hold();
        WelcomeViewModel model = first();
        model.ownName().name().set("Zoë");
        window.goOn();
        assertEquals("Zoë", model.ownName().name().get());
    }

    @Test
    void creatingTakesTheNameThenTheRoom() {
        WelcomeViewModel model = first();
        model.ownName().name().set(" Zoë ");
        model.newRoom().name().set("#class");
        model.create();
        assertEquals(List.of("rename Zoë", "create class amber fox piano river"), node.done);
    }

    @Test
    void whatWasCreatedIsShownBeforeItIsEntered() {
        WelcomeViewModel model = first();
        model.newRoom().name().set("class");
        model.create();
        assertInstanceOf(Created.class, model.step().get());
        assertEquals(List.of(), entered);
        model.goOn();
        assertEquals("#class", entered.getFirst().key());
    }

    @Test
    void otherWordsReplaceTheFirst() {
        WelcomeViewModel model = later();
        model.newRoom().otherWords();
        assertEquals("stone cloud lamp tiger", model.newRoom().words().get());
    }

    @Test
    void theInvitationHasTheNameAndTheWordsAsTheyAre() {
        WelcomeViewModel model = later();
        model.newRoom().name().set("class");
        assertEquals("On Landline join the room “class” with the words: amber fox piano river",
                model.newRoom().invitation());
    }

    @Test
    void whereARoomOfThatNameIsAboutItIsAskedFirst() {
        node.about.add(new RoomAbout("Class", "#Class", false, 3));
        WelcomeViewModel model = first();
        model.newRoom().name().set("class");
        model.create();
        assertEquals(new AskingToJoin("Class", 3), model.step().get());
        assertEquals(List.of(), node.done);
    }

    @Test
    void askedToJoinTheRoomTheNameIsTakenOver() {
        node.about.add(new RoomAbout("Class", "#Class", false, 3));
        WelcomeViewModel model = first();
        model.newRoom().name().set("class");
        model.create();
        model.joinInstead();
        assertInstanceOf(Choosing.class, model.step().get());
        assertEquals("Class", model.joinRoom().name().get());
    }

    @Test
    void askedForAnotherItIsCreated() {
        node.about.add(new RoomAbout("class", "#class", false, 3));
        WelcomeViewModel model = later();
        model.newRoom().name().set("class");
        model.create();
        model.createAnother();
        assertEquals(List.of("create class amber fox piano river"), node.done);
        assertInstanceOf(Created.class, model.step().get());
    }

    @Test
    void anOpenRoomOfThatNameIsAnotherRoom() {
        node.about.add(new RoomAbout("class", "#class (open)", true, 3));
        WelcomeViewModel model = later();
        model.newRoom().name().set("class");
        model.create();
        assertInstanceOf(Created.class, model.step().get());
    }

    @Test
    void aSecondRoomOfAnOwnNameIsAskedAbout() {
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, true, "a b", true));
        WelcomeViewModel model = later();
        model.newRoom().name().set("CLASS");
        model.create();
        assertEquals(new AskingForAnother("#class"), model.step().get());
    }

    @Test
    void aRoomWithoutANameIsNotCreatedAndSaysSo() {
        WelcomeViewModel model = later();
        assertTrue(model.newRoom().note().get().isNothing(), "before it is asked for");
        model.create();
        assertEquals(FieldNote.Kind.BAD, model.newRoom().note().get().kind());
        assertEquals(List.of(), node.done);
    }

    @Test
    void withoutANameOfOnesOwnNothingIsDone() {
        WelcomeViewModel model = first();
        model.ownName().name().set("  ");
        model.newRoom().name().set("class");
        model.create();
        assertEquals(FieldNote.Kind.BAD, model.ownName().note().get().kind());
        assertEquals(List.of(), node.done);
    }

    @Test
    void joiningTakesTheWordsAsTheyWereTyped() {
        WelcomeViewModel model = later();
        model.joinRoom().name().set("class");
        model.joinRoom().words().set("Amber-FOX piano river");
        model.join();
        assertEquals(List.of("try class Amber-FOX piano river"), node.done);
        node.joinTried("class", "amber fox piano river");
        assertEquals("#class", entered.getFirst().key());
    }

    private static WelcomeViewModel joining(WelcomeViewModel model, String words) {
        model.joinRoom().name().set("class");
        model.joinRoom().words().set(words);
        model.join();
        return model;
    }

    @Test
    void wordsThatOthersRefuseStayToBeCorrectedAndNothingWasCreated() {
        WelcomeViewModel model = joining(later(), "amber fox piano river");
        assertTrue(model.working().get());
        node.trial.ended(new TrialResult.WordsDiffer(List.of("Ada", "Ben")));
        assertFalse(model.working().get());
        assertEquals(
                "Your words differ from those of \u200EAda\u200E and one other person. Compare them and correct them"
                        + " here. Nothing was created.",
                model.joinRoom().wordsNote().get().sentence());
        assertEquals("amber fox piano river", model.joinRoom().words().get());
        assertEquals(List.of("try class amber fox piano river"), node.done);
        assertEquals(List.of(), entered);
        model.joinRoom().words().set("amber fox piano rive");
        assertTrue(model.joinRoom().wordsNote().get().isNothing(), "corrected, they are judged anew");
    }

    @Test
    void whereNobodyIsHereItIsAskedBeforeTheRoomIsKept() {
        WelcomeViewModel model = joining(later(), "amber fox piano river");
        node.trial.ended(new TrialResult.NobodyHere());
        assertEquals(new AskingToKeep("class", List.of()), model.step().get());
        assertEquals(List.of(), node.rooms);
        model.keep();
        assertEquals(List.of("try class amber fox piano river", "join class amber fox piano river"), node.done);
        assertEquals("#class", entered.getFirst().key());
    }

    @Test
    void whereSomebodyDidNotAnswerTheNameIsSaid() {
        WelcomeViewModel model = joining(later(), "amber fox piano river");
        node.trial.ended(new TrialResult.NoAnswer(List.of("Ada")));
        assertEquals(new AskingToKeep("class", List.of("Ada")), model.step().get());
        model.back();
        assertEquals("amber fox piano river", model.joinRoom().words().get());
    }

    @Test
    void thatManyAreJoiningIsSaidAndOneCanStop() {
        WelcomeViewModel model = joining(later(), "amber fox piano river");
        node.trial.slowed();
        assertTrue(model.trial().note().get().sentence().startsWith("Many people"));
        model.trial().giveUp();
        assertFalse(model.working().get());
        assertEquals("give up class", node.done.getLast());
        node.trial.ended(new TrialResult.NobodyHere());
        assertInstanceOf(Choosing.class, model.step().get(), "what it tells later is not heard");
    }

    @Test
    void aWordThatIsNotOfTheListIsNotTriedUnlessItIsMeantSo() {
        WelcomeViewModel model = joining(later(), "amber fox pianno river");
        assertTrue(model.joinRoom().asking().get());
        model.join();
        assertEquals(List.of(), node.done);
        model.joinAllTheSame();
        assertEquals(List.of("try class amber fox pianno river"), node.done);
    }

    @Test
    void theOfferedWordIsTakenByOneClick() {
        WelcomeViewModel model = joining(later(), "amber fox pianno river");
        model.joinRoom().take(model.joinRoom().tips().getFirst());
        assertFalse(model.joinRoom().asking().get());
        model.join();
        assertEquals(List.of("try class amber fox piano river"), node.done);
    }

    @Test
    void joiningComesFirstWhereARoomIsAboutButNotUnderOnesHands() {
        node.about.add(new RoomAbout("class", "#class", false, 3));
        WelcomeViewModel model = later();
        assertTrue(model.joinFirst().get());
        assertEquals("class", model.joinRoom().name().get(), "the only one");
        node.about.clear();
        WelcomeViewModel creating = later();
        creating.newRoom().name().set("c");
        node.about.add(new RoomAbout("class", "#class", false, 3));
        node.tell(new NodeEvent.Ready("Max", FakeNode.SELF, 1, null, Path.of("/")));
        assertFalse(creating.joinFirst().get());
    }

    @Test
    void theTwoWaysDoNotChangePlacesWhereSomebodyTypesWhatToJoin() {
        for (boolean isName : new boolean[]{true, false}) {
            node.about.clear();
            WelcomeViewModel model = later();
            (isName ? model.joinRoom().name() : model.joinRoom().words()).set("amb");
            node.about.add(new RoomAbout("class", "#class", false, 3));
            node.tell(new NodeEvent.Ready("Max", FakeNode.SELF, 1, null, Path.of("/")));
            assertEquals(1, model.joinRoom().about().size());
            assertFalse(model.joinFirst().get());
        }
    }

    @Test
    void h33_aLinkFillsInTheFormAndDoesNothingElse() {
        WelcomeViewModel model = later();
        model.fill(JoinLink.parse("landline:join?room=7%20b&words=amber-fox-piano-river").orElseThrow());
        assertEquals("7 b", model.joinRoom().name().get());
        assertEquals("amber fox piano river", model.joinRoom().words().get());
        assertEquals(List.of(), node.done);
    }

    @Test
    void correctedWordsAreTriedInTheMistypedRoomsPlace() {
        var mistyped = PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox piano rivet", false,
                true);
        var model = new WelcomeViewModel(window.context(node), false, mistyped, new RoomDraft(), entered::add);
        assertEquals("amber fox piano rivet", model.joinRoom().words().get());
        joining(model, "amber fox piano river");
        assertEquals(List.of("try class amber fox piano river instead of #class"), node.done);
    }

    @Test
    void withoutWordsNothingIsJoined() {
        WelcomeViewModel model = later();
        model.joinRoom().name().set("class");
        model.join();
        assertEquals(FieldNote.Kind.BAD, model.joinRoom().wordsNote().get().kind());
        assertEquals(List.of(), node.done);
    }

    @Test
    void anOpenRoomIsEnteredWithoutWords() {
        WelcomeViewModel model = later();
        model.openRoom().name().set("hall");
        model.enterOpen();
        assertEquals(List.of("open hall"), node.done);
    }

    @Test
    void whatFailsLeavesAllThatWasTyped() {
        node.refusal = FakeNode.full();
        WelcomeViewModel model = later();
        model.joinRoom().name().set("class");
        model.joinRoom().words().set("amber fox piano river");
        model.join();
        assertEquals(FieldNote.Kind.BAD, model.problem().get().kind());
        assertEquals("amber fox piano river", model.joinRoom().words().get());
        assertFalse(model.working().get());
        assertEquals(List.of(), entered);
    }

    @Test
    void whileItWorksASecondClickDoesNothing() {
        WelcomeViewModel model = later();
        model.openRoom().name().set("hall");
        window.hold();
        model.enterOpen();
        assertTrue(model.working().get());
        model.enterOpen();
        window.goOn();
        assertEquals(List.of("open hall"), node.done);
    }

    @Test
    void roomsThatComeAboutAreOffered() {
        WelcomeViewModel model = later();
        node.about.add(new RoomAbout("class", "#class", false, 3));
        node.about.add(new RoomAbout("hall", "#hall (open)", true, 1));
        node.tell(new NodeEvent.Ready("Max", FakeNode.SELF, 1, null, Path.of("/")));
        assertEquals(List.of("class"), model.joinRoom().about().stream().map(RoomAbout::name).toList());
        assertEquals(List.of("hall"), model.openRoom().about().stream().map(RoomAbout::name).toList());
    }

    @Test
    void ofManyRoomsTheFirstFewAreOffered() {
        for (int i = 0; i < 1_000; i++) node.about.add(new RoomAbout("room " + i, "#room " + i, false, 1));
        assertEquals(JoinRoomViewModel.ABOUT_MAX, later().joinRoom().about().size());
    }

    /// The room `class` is asked for, and the page is closed before it is made.
    private void leaveWhileCreating(WelcomeViewModel model) {
        model.newRoom().name().set("class");
        window.hold();
        model.create();
        model.close();
    }

    @Test
    void aRoomThatIsThereOnlyAfterThePageWasLeftIsTold() {
        leaveWhileCreating(later());
        window.goOn();
        assertEquals(List.of("news: You are in the room \u200Eclass\u200E now."), window.told);
        assertEquals(List.of(), entered);
    }

    @Test
    void aRoomThatWasKeptOnlyAfterThePageWasLeftIsTold() {
        WelcomeViewModel model = later();
        model.openRoom().name().set("hall");
        window.hold();
        model.enterOpen();
        model.close();
        window.goOn();
        assertEquals(List.of("news: You are in the room \u200Ehall\u200E now."), window.told);
    }

    @Test
    void whatFailsOnlyAfterThePageWasLeftIsTold() {
        leaveWhileCreating(later());
        node.refusal = FakeNode.full();
        window.goOn();
        assertEquals(1, window.told.size());
        assertTrue(window.told.getFirst().startsWith("problem: You are not in the room yet."), window.told::toString);
    }

    @Test
    void theQuestionThatNobodyWaitsForAnyMoreIsNotTold() {
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, true, "a b", true));
        leaveWhileCreating(later());
        window.goOn();
        assertEquals(List.of(), window.told);
    }

    @Test
    void closedItListensNoMore() {
        WelcomeViewModel model = later();
        model.close();
        assertEquals(List.of(), node.watchers);
    }
}
