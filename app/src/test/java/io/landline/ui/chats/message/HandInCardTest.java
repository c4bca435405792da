package io.landline.ui.chats.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.chat.act.HandInBox;
import io.landline.language.Language;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Reason;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.AwaitedFx;
import io.landline.ui.page.Clipped;
import io.landline.ui.page.TestedScreen;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The card of a hand-in box, and what a member is told of files that are handed in by it.
class HandInCardTest {
    /// In pixels, what the narrowest window leaves to a bubble where letters are twice as large.
    private static final double BUBBLE = 264;

    private final Fixture fixture = new Fixture();
    private Instant now = FakeChats.START;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static HandInCard card(Fixture of) {
        return card(of.chatsContext(FakeChats.START));
    }

    private static HandInCard card(ChatsContext context) {
        return card(context, () -> true, _ -> false);
    }

    private static HandInCard card(ChatsContext context, BooleanSupplier isMember, Predicate<Fingerprint> isBlocked) {
        var card = new HandInCard(context, isMember, isBlocked);
        card.show(new BoxItem(
                new Head(new TimelinePosition(1, Fixture.MAX, 1, 1), new EntryId(0, 1), Fixture.MAX, "Max", false,
                        FakeChats.START, Delivery.NOWHERE, List.of(), false),
                new HandInBox("Essay", FakeChats.START.plusSeconds(60), "*.pdf", 1_000, true), false));
        return card;
    }

    @ParameterizedTest
    @EnumSource
    void allOfItsWordsAreReadInANarrowBubbleWithLargeLetters(Language language) {
        TestedScreen.onFx(() -> {
            HandInCard card = card(new Fixture(new AwaitedFx().thread(), language));
            var bubble = new VBox(card);
            bubble.getStyleClass().add("chats");
            bubble.getStylesheets()
                    .add(String.valueOf(HandInCard.class.getResource("/io/landline/ui/chats/chats.css")));
            var screen = new TestedScreen(bubble, BUBBLE, 900);
            Appearance.mirror(screen.scene(), language.isMirrored());
            Appearance.dress(screen.scene(), 200);
            screen.settle();
            assertEquals(List.of(), Clipped.texts(screen, BUBBLE));
        });
    }

    @Test
    void atTheEndItSaysThatWhatComesNowIsLate() {
        TestedScreen.onFx(() -> {
            ChatsContext context = fixture.chatsContext(() -> now);
            var screen = new TestedScreen(new VBox(card(context)), 400, 300);
            now = FakeChats.START.plusSeconds(59);
            context.page().time().passed();
            screen.settle();
            assertTrue(screen.texts().stream().noneMatch(each -> each.contains("late")), screen.texts()::toString);
            now = FakeChats.START.plusSeconds(60);
            context.page().time().passed();
            screen.settle();
            assertTrue(screen.texts().stream().anyMatch(each -> each.contains("late")), screen.texts()::toString);
        });
    }

    @Test
    void theKeyboardStaysOnItsButtonAtTheEnd() {
        TestedScreen.onFx(() -> {
            ChatsContext context = fixture.chatsContext(() -> now);
            HandInCard card = card(context);
            var screen = new TestedScreen(new VBox(card), 400, 300);
            card.lookup("#box-hand-in").requestFocus();
            now = FakeChats.START.plusSeconds(60);
            context.page().time().passed();
            screen.settle();
            assertSame(card.lookup("#box-hand-in"), screen.scene().getFocusOwner());
        });
    }

    private String said(@Nullable CommandException refusal) {
        fixture.transfers.handIns.refusal = refusal;
        TestedScreen.onFx(() -> card(fixture).handIn(List.of(Path.of("essay.txt"))));
        return fixture.window.told.getLast().replaceAll("\\p{Cf}", "");
    }

    @Test
    void wrongNamesAreToldWithThoseThatAreWanted() {
        assertEquals("problem: This box takes files such as *.pdf, and no folders. Nothing was handed in.",
                said(new CommandException(Code.NOT_POSSIBLE, Reason.BOX_NAMES, "of the node")));
    }

    @Test
    void anotherRefusalIsToldByItsReason() {
        assertEquals("problem: You have blocked the person who collects here. Nothing was handed in.",
                said(new CommandException(Code.NOT_POSSIBLE, Reason.BOX_COLLECTOR_BLOCKED, "of the node")));
    }

    @Test
    void inARoomThatWasLeftItTakesNothingAndSaysWhatToDo() {
        var isMember = new AtomicBoolean(true);
        TestedScreen.onFx(() -> {
            HandInCard card = card(fixture.chatsContext(FakeChats.START), isMember::get, _ -> false);
            var screen = new TestedScreen(new VBox(card), 400, 300);
            assertNotNull(card.lookup("#box-hand-in"));
            isMember.set(false);
            card.look();
            screen.settle();
            assertNull(card.lookup("#box-hand-in"));
            assertNull(card.lookup("#box-more"), "the node does not know the box now");
            assertTrue(screen.texts().stream().anyMatch(each -> each.startsWith("You left this room.")),
                    screen.texts()::toString);
            card.handIn(List.of(Path.of("essay.pdf")));
            assertEquals(List.of(), fixture.transfers.handIns.done);
            isMember.set(true);
            card.look();
            assertNotNull(card.lookup("#box-hand-in"), "back in the room");
        });
    }

    /// The node would refuse the files once they were chosen.
    @Test
    void nothingIsHandedInToSomebodyWhoIsBlockedAndTheCardSaysWhy() {
        var isBlocked = new AtomicBoolean(true);
        TestedScreen.onFx(() -> {
            HandInCard card = card(fixture.chatsContext(FakeChats.START), () -> true,
                    person -> isBlocked.get() && person.equals(Fixture.MAX));
            var screen = new TestedScreen(new VBox(card), 400, 300);
            assertNull(card.lookup("#box-hand-in"));
            assertNotNull(card.lookup("#box-more"), "what became of earlier files can be seen");
            assertTrue(saysThatMaxIsBlocked(screen), screen.texts()::toString);
            card.handIn(List.of(Path.of("essay.pdf")));
            assertEquals(List.of(), fixture.transfers.handIns.done);
            isBlocked.set(false);
            card.look();
            screen.settle();
            assertNotNull(card.lookup("#box-hand-in"));
            assertFalse(saysThatMaxIsBlocked(screen), screen.texts()::toString);
        });
    }

    private static boolean saysThatMaxIsBlocked(TestedScreen screen) {
        return screen.texts().stream().anyMatch(each -> each.replaceAll("\\p{Cf}", "").startsWith("You blocked Max."));
    }

    @Test
    void whatTheNodeTakesIsHandedIn() {
        String said = said(null);
        assertEquals(List.of("hand in essay.txt"), fixture.transfers.handIns.done);
        assertEquals("done: ", said.substring(0, 6));
    }
}
