package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.EntryText;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.room.EntryId;
import io.landline.ui.chats.composer.ComposerViewModel;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.chats.menu.MenuSubject;
import io.landline.ui.chats.menu.PersonMenu;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.PageKeys;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/// The chats page by its keys and buttons: the list, the search, the line in which one writes.
class ChatsPageTest extends ApplicationTest {
    private static final double WIDE = 1_000;
    private static final double NARROW = 480;

    private final Fixture fixture = new Fixture();
    private ChatsPage page;
    private Stage window;

    @Override
    public void start(Stage shared) {
        fixture.chats.room("class", false, 0);
        fixture.chats.direct(Fixture.MAX, "Max", 0);
        fixture.roster.contacts
                .add(PlainRecords.contact(Fixture.MAX, "Max", Set.of(Trait.MEMBER, Trait.VERIFIED, Trait.BLOCKED,
                        Trait.NOT_THE_ONE), List.of("#class"), List.of(), List.of()));
        for (int i = 2; i < 8; i++) guest(i);
        fixture.roster.stranger(FakeChats.peer(20), "Kim");
        for (int i = 1; i <= 3; i++) fixture.chats.text("#class", i, Fixture.MAX, "message number " + i);
        fixture.chats.text("#class", 4, Fixture.SELF, "", FakeChats.START, "mine, number 4", new Delivery(1, 1));
        page = new ChatsPage(fixture.chatsContext(FakeChats.START), fixture.memory);
        PageKeys.give(page);
        window = new Stage(); // its width would stay with the window that tests share
        var scene = new Scene(page.view(), WIDE, 700);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        Appearance.dress(scene, 100);
        window.setScene(scene);
        window.show();
        page.shown();
    }

    /// A member; neither side has written to the other yet.
    private void guest(int number) {
        fixture.roster.member(FakeChats.peer(number), "Guest" + number, number < 7, "#class");
        fixture.chats.items.put(FakeChats.peer(number).hex(), new ArrayList<>());
    }

    @Override
    public void stop() {
        window.close();
        page.close();
    }

    private Node node(String id) {
        return lookup("#" + id).query();
    }

    private String text(String id) {
        return ((Label) node(id)).getText();
    }

    private void press(String id) {
        interact(() -> ((ButtonBase) node(id)).fire());
    }

    /// The page learns of its width when it is laid out.
    private void narrow() {
        interact(() -> window.setWidth(NARROW));
        interact(() -> window.getScene().getRoot().layout());
    }

    private void focus(String id) {
        interact(node(id)::requestFocus);
    }

    private void open(String key) {
        interact(() -> page.open(key));
    }

    /// Without the marks that keep a name's direction to itself.
    private String title() {
        return text("conversation-title").replaceAll("[\u200e\u2066-\u2069]", "");
    }

    private List<String> titlesBy(KeyCode key, int times) {
        var titles = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            type(key);
            titles.add(title());
        }
        return titles;
    }

    @Test
    void theArrowsOpenEachConversationAndPassTheHeadings() {
        focus("chat-list");
        List<String> below = List.of("Max", "Guest2", "Guest3", "Guest4", "Guest5", "Guest6", "Guest7", "Kim");
        assertEquals(below, titlesBy(KeyCode.DOWN, below.size()));
        assertEquals(List.of("Kim"), titlesBy(KeyCode.DOWN, 1), "the list ends there");
        List<String> above = new ArrayList<>(below.reversed().subList(1, below.size()));
        above.add("class");
        assertEquals(above, titlesBy(KeyCode.UP, above.size()));
        assertEquals(List.of("class"), titlesBy(KeyCode.UP, 1), "and begins there");
        assertEquals(List.of("Kim"), titlesBy(KeyCode.END, 1));
        assertEquals(List.of("class"), titlesBy(KeyCode.HOME, 1));
        type(KeyCode.A);
        assertEquals("class", title());
    }

    @Test
    void aNameIsFoundAndOpenedWithoutTheMouse() {
        focus("chat-filter");
        write("guest3").type(KeyCode.ENTER);
        assertEquals("Guest3", title());
        focus("chat-filter");
        write("nobody").type(KeyCode.DOWN);
        assertEquals("Guest3", title(), "there is nothing to open");
        focus("chat-filter");
        type(KeyCode.ESCAPE);
        assertEquals("", ((TextInputControl) node("chat-filter")).getText());
    }

    @Test
    void whatWasFoundInAConversationIsChosenWithoutTheMouse() {
        open("#class");
        press(KeyCode.SHORTCUT, KeyCode.F).release(KeyCode.F, KeyCode.SHORTCUT);
        write("number");
        ListView<?> found = (ListView<?>) node("search-results");
        assertEquals(4, found.getItems().size());
        type(KeyCode.DOWN).type(KeyCode.ENTER);
        assertEquals(0, found.getSelectionModel().getSelectedIndex());
        type(KeyCode.ESCAPE);
        assertFalse(found.getParent().isVisible());
        assertTrue(node("composer").isFocused());
        press("search");
        assertTrue(found.getParent().isVisible());
        write("nowhere").type(KeyCode.ENTER);
        assertTrue(found.getItems().isEmpty());
        press("search-close");
        assertFalse(found.getParent().isVisible());
    }

    @Test
    void theNextConversationIsOneKeyAway() {
        open("#class");
        press(KeyCode.CONTROL, KeyCode.TAB).release(KeyCode.TAB, KeyCode.CONTROL);
        assertEquals("Max", title());
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.TAB).release(KeyCode.TAB, KeyCode.SHIFT, KeyCode.CONTROL);
        assertEquals("class", title());
    }

    @Test
    void enterSendsAndShiftAndEnterBreaksTheLine() {
        open("#class");
        write("one");
        press(KeyCode.SHIFT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHIFT);
        write("two").type(KeyCode.ENTER);
        assertEquals(List.of("one\ntwo"), fixture.chats.said);
        type(KeyCode.PAGE_UP).type(KeyCode.PAGE_DOWN);
        assertTrue(node("composer").isFocused());
    }

    @Test
    void theLengthOfALongMessageIsCountedBeforeItIsTooLong() {
        open("#class");
        var field = (TextInputControl) node("composer");
        interact(() -> field.setText("x".repeat(ComposerViewModel.COUNTED_FROM_BYTES)));
        assertTrue(text("composer-counter").endsWith(" bytes"), text("composer-counter"));
        interact(() -> field.setText("x".repeat(EntryText.MAX_BYTES + 1)));
        assertTrue(text("composer-counter").contains("Shorten it"), text("composer-counter"));
        assertTrue(node("composer-as-file").isVisible());
        interact(() -> field.setText("half \ud800"));
        assertTrue(text("composer-counter").contains("half a character"), text("composer-counter"));
        interact(() -> field.setText("short"));
        assertFalse(node("composer-counter").isVisible());
        assertFalse(node("composer-as-file").isVisible());
    }

    @Test
    void theHeadSaysWhoIsThereAndWhatToKnow() {
        open("#class");
        assertTrue(text("conversation-people").startsWith("6 of 8 here: you, "), text("conversation-people"));
        assertTrue(text("conversation-people").endsWith(" and 1 more"), text("conversation-people"));
        assertTrue(
                lookup((Label label) -> label.getText().startsWith("nobody else has joined")).tryQuery().isPresent());
        open(Fixture.MAX.hex());
        assertTrue(lookup(".chats-chip").queryAll().size() >= 2, "blocked, and not the one you know");
        press("safety");
        open(FakeChats.peer(20).hex());
        assertEquals("In none of your rooms", text("conversation-people"));
        open(FakeChats.peer(7).hex());
        assertEquals("Away; what you write waits until they are back", text("conversation-people"));
        assertEquals(List.of("person " + Fixture.MAX), fixture.window.told);
    }

    @Test
    void theHeadIsReadAloudWithTheEmojiOfItsName() {
        String films = fixture.chats.room("films \uD83C\uDFAC", true, 0).key();
        interact(page::shown);
        open(films);
        assertTrue(node("conversation-about").getAccessibleText().contains("films \uD83C\uDFAC"));
    }

    @Test
    void theTitleTheNameAndThePictureLeadToTheSheets() {
        fixture.chats.put("#class",
                new Offer(new Head(FakeChats.position(5), new EntryId(0, 5), Fixture.MAX, "Max", false, FakeChats.START,
                        Delivery.NOWHERE), "0f", List.of("a.txt"), 1, 5));
        open("#class");
        press("conversation-about");
        assertTrue(node("conversation-about").getAccessibleText().contains("6 of 8 here"));
        for (String part : List.of(".chats-author", ".chats-bubble-row .chats-avatar")) {
            Node shown = lookup(part).queryAll().stream().filter(Node::isVisible).findFirst().orElseThrow();
            interact(() -> shown.fireEvent(click(shown)));
        }
        ListCell<?> offer = lookup(".chats-entry").<ListCell<?>>queryAll()
                .stream()
                .filter(cell -> cell.getItem() instanceof TimelineRow.Message row && row.item() instanceof Offer)
                .findFirst()
                .orElseThrow();
        interact(() -> {
            offer.getContextMenu().show(offer, Side.BOTTOM, 0, 0);
            offer.getContextMenu().getItems().getLast().fire();
            offer.getContextMenu().hide();
        });
        open(Fixture.MAX.hex());
        press("conversation-about");
        String max = "person " + Fixture.MAX;
        assertEquals(List.of("room #class", max, max, max, max), fixture.window.told);
    }

    private static MouseEvent click(Node on) {
        return new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false, false,
                true, false, false, true, false, true, new PickResult(on, 1, 1));
    }

    @Test
    void whoIsThereCountsTheUserToo() {
        fixture.roster.contacts.clear();
        fixture.roster.member(FakeChats.peer(2), "Bob", true, "#class");
        interact(page::shown);
        open("#class");
        assertEquals("You and \u200eBob\u200e are here", text("conversation-people"));
        fixture.roster.contacts.clear();
        fixture.roster.member(FakeChats.peer(2), "Bob", false, "#class");
        interact(page::shown);
        assertEquals("\u200eBob\u200e is away; what you write waits", text("conversation-people"));
        fixture.roster.awaited(FakeChats.peer(3), "Cleo", "#class");
        interact(page::shown);
        assertEquals("\u200eBob\u200e is away; what you write waits; \u200eCleo\u200e does not have the new words yet",
                text("conversation-people"));
    }

    @Test
    void theOpenConversationStaysOpenAndSelectedWhenItsRowMoves() {
        fixture.chats.room("third", true, 0);
        fixture.chats.room("last", true, 0);
        interact(page::shown);
        open("#third");
        for (int times = 0; times < 4; times++) {
            interact(() -> {
                fixture.chats.conversations.addFirst(fixture.chats.conversations.removeLast());
                page.shown();
            });
            assertEquals("third", title());
            ListRow selected = (ListRow) ((ListView<?>) node("chat-list")).getSelectionModel().getSelectedItem();
            assertEquals("#third", selected.conversation());
        }
    }

    @Test
    void whatWasOpenBeforeIsOpenAgainWhereTheListHasRoomBeside() {
        interact(() -> page.reopen("#class"));
        assertEquals("#class", page.open().get());
        narrow();
        press("back");
        interact(() -> page.reopen("#class"));
        assertNull(page.open().get());
    }

    @Test
    void inANarrowWindowTheListAndTheConversationTakeTurns() {
        narrow();
        assertTrue(node("chat-list").getParent().isVisible());
        open("#class");
        assertFalse(node("chat-list").getParent().isVisible());
        type(KeyCode.ESCAPE);
        assertTrue(node("chat-list").getParent().isVisible());
        assertTrue(node("chat-list").isFocused());
        type(KeyCode.ENTER);
        assertFalse(node("chat-list").getParent().isVisible());
        press("back");
        assertTrue(node("chat-list").getParent().isVisible());
    }

    @Test
    void theOpenConversationIsInViewWhileThePageIsInFront() {
        assertNull(page.inView().get());
        open("#class");
        assertEquals("#class", page.inView().get());
        interact(page::hidden);
        assertNull(page.inView().get());
        interact(page::shown);
        assertEquals("#class", page.inView().get());
    }

    @Test
    void nothingIsInViewOfAHiddenWindow() {
        open("#class");
        interact(window::hide);
        assertNull(page.inView().get(), "what comes now is neither seen nor read");
        interact(window::show);
        assertEquals("#class", page.inView().get());
    }

    @Test
    void blockingIsAskedBesideTheMenuAndCanBeTakenBack() {
        open(Fixture.MAX.hex());
        var menu = new PersonMenu(fixture.chatsContext(FakeChats.START), () -> {});
        interact(() -> menu.block(new MenuSubject.Person(Fixture.MAX, "Max", false), node("conversation-menu"))
                .fire());
        press("block-no");
        assertEquals(List.of(), fixture.roster.blocked);
        interact(() -> menu.block(new MenuSubject.Person(Fixture.MAX, "Max", false), node("conversation-menu"))
                .fire());
        press("block-yes");
        assertEquals(List.of(Fixture.MAX + " true"), fixture.roster.blocked);
        interact(() -> fixture.window.undo.act().run());
        assertEquals(List.of(Fixture.MAX + " true", Fixture.MAX + " false"), fixture.roster.blocked);
    }

    @Test
    void eachRowHasAMenuByMouseAndKeyboardAndTakesFiles() {
        List<ListCell<?>> cells = lookup(".chats-row").<ListCell<?>>queryAll().stream().toList();
        List<ListCell<?>> people = cells.stream().filter(cell -> cell.getItem() instanceof ListRow.Individual).toList();
        assertFalse(people.isEmpty());
        for (ListCell<?> cell : people) {
            assertTrue(cell.getContextMenu() != null);
            assertTrue(cell.getOnDragDropped() != null);
        }
        Node list = node("chat-list");
        ListCell<?> room = cells.stream().filter(cell -> cell.getIndex() == 1).findFirst().orElseThrow();
        interact(() -> {
            ((ListView<?>) list).getFocusModel().focus(1);
            list.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 0, 0, true,
                    new PickResult(list, 0, 0)));
            assertTrue(room.getContextMenu().isShowing(), "by the keyboard");
            assertEquals(8, room.getContextMenu().getItems().size());
            room.getContextMenu().getItems().getLast().fire(); // leave
            room.getContextMenu().hide();
        });
        press("leave-no");
        assertEquals(List.of(), fixture.rooms.done, "it was asked first");
    }

    @Test
    void whatIsDroppedWhileSomethingWaitsWaitsWithIt() {
        open("#class");
        interact(() -> page.offer("#class", List.of(Path.of("a.pdf"))));
        interact(() -> assertTrue(page.fileDrop().hover(List.of(new File("b.pdf")))));
        assertEquals("Add to what you are about to send", text("drop-here"));
        interact(() -> page.fileDrop().drop(List.of(new File("b.pdf"))));
        assertEquals(List.of(), fixture.chats.offered);
        press("paste-offer");
        assertEquals(List.of("#class [a.pdf, b.pdf]"), fixture.chats.offered);
    }
}
