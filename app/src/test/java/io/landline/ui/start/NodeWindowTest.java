package io.landline.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.console.WindowRequest;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.port.Chats.MuteTerm;
import io.landline.room.JoinLink;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.WindowSettings;
import io.landline.settings.WindowSettings.WhenClosed;
import io.landline.settings.WindowSettingsFile;
import io.landline.ui.fx.Background;
import io.landline.ui.fx.FxThread;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.page.NodePorts;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.WindowPreferences.About;
import io.landline.ui.welcome.FakeNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands in the window over a node in memory: which page, in which language, under which title.
class NodeWindowTest {
    private static final WindowRequest JOIN = join("landline:join?room=chess&words=amber-fox-piano-river");

    @TempDir
    Path home;
    private final Stranger stranger = Stranger.named("Max");
    /// Our rooms; those of the stranger's node are not asked.
    private final FakeNode own = new FakeNode();
    private final List<String> titles = new ArrayList<>();
    private Parent shown;
    private StoredWindowPreferences preferences;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private interface Use {
        void of(NodeWindow window) throws Exception;
    }

    /// On the JavaFX thread, all at once.
    private void window(Use use) {
        TestedScreen.onFx(() -> {
            var fx = new FxThread(Runnable::run, Runnable::run);
            var background = new Background(fx, Runnable::run, false);
            WindowSettings chosen = WindowSettings.DEFAULTS.withTheme(Theme.LIGHT).withLanguage("en");
            NodePorts there = stranger.context().node();
            var ports = new NodePorts(there.self(), there.chats(), there.transfers(), there.contacts(), own, own,
                    there.watch(), there.network());
            var kept = new StoredWindowPreferences(new WindowSettingsFile(home.resolve("window.json")), chosen,
                    background,
                    new About("0", home), Optional.empty());
            preferences = kept;
            try (kept; var window = new NodeWindow(ports, fx, background, kept, (view, title) -> {
                if (shown != view) new TestedScreen(view, 900, 700);
                shown = view;
                titles.add(title);
            })) {
                use.of(window);
            }
            return true;
        });
    }

    private void isInRoom() {
        own.rooms.add(PlainRecords.ownRoom(Stranger.ROOM, Stranger.ROOM, "class", false, false, "amber fox piano river",
                false));
    }

    private TestedScreen screen() {
        return new TestedScreen(shown, 900, 700);
    }

    private static WindowRequest join(String link) {
        return new WindowRequest(JoinLink.parse(link).orElseThrow(), List.of());
    }

    private void shows(String text) {
        List<String> texts = screen().texts();
        assertTrue(texts.contains(text), () -> text + " is not among " + texts);
    }

    private List<String> typed() {
        return screen().all(TextInputControl.class).stream().map(TextInputControl::getText).toList();
    }

    private ButtonBase button(String id) {
        return screen().all(ButtonBase.class)
                .stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + id));
    }

    @Test
    void aPersonWithoutARoomIsAskedForOneFirst() {
        window(window -> {
            window.start(WindowRequest.FRONT);
            shows("Welcome to Landline");
            assertEquals(List.of("Landline"), titles);
        });
    }

    @Test
    void aPersonInARoomSeesTheConversationsAndHowMuchIsUnread() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            shows("Chats");
            assertEquals("(4) Landline", titles.getLast());
        });
    }

    @Test
    void whatIsUnreadIsToldToTheDesktopTooAndOfMutedOnesWhereTheUserWantsThat() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            assertEquals(4, window.unread().get());
            stranger.context().node().chats().mute(Stranger.ROOM, MuteTerm.FOR_EVER);
            assertEquals(2, window.unread().get());
            preferences.notifications().set(preferences.notifications().get().withCountsMuted(true));
            assertEquals("(4) Landline", titles.getLast());
            window.rebuild();
            assertEquals(4, window.unread().get());
        });
    }

    @Test
    void closingIsAskedOverThePageAndNotWhileARoomIsMade() {
        isInRoom();
        var answers = new ArrayList<WhenClosed>();
        Function<Runnable, Page> question = leave -> new ClosingQuestion(
                Texts.beside(ClosingQuestion.class, Language.ENGLISH), 0, leave, answers::add);
        window(window -> {
            window.start(WindowRequest.FRONT);
            assertTrue(window.ask(question));
            shows("Keep Landline running?");
            button("closing-quit").fire();
            assertEquals(List.of(WhenClosed.QUIT), answers);
            assertFalse(screen().texts().contains("Keep Landline running?"));
            window.newRoom();
            assertFalse(window.ask(question));
        });
    }

    @Test
    void theTitleKeepsCountingOnEveryPage() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            window.transfers();
            assertEquals("(4) Landline", titles.getLast());
            window.doctor();
            assertEquals("(4) Landline", titles.getLast());
        });
    }

    @Test
    void anotherLanguageLeavesThePageInFrontAndTheCountOfWhatIsUnread() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            window.transfers();
            Parent before = shown;
            preferences.language().set(Language.FRENCH);
            window.rebuild();
            assertNotSame(before, shown);
            shows("Conversations");
            shows("Fichiers");
            assertTrue(((ToggleButton) button("nav-transfers")).isSelected(), "the page in front");
            assertEquals("(4) Landline", titles.getLast());
            assertEquals("Conversations 4", button("nav-chats").getAccessibleText());
        });
    }

    @Test
    void anotherLanguageKeepsThePlaceInThePage() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            button("nav-settings").fire();
            TestedScreen before = screen();
            before.all(ScrollPane.class).getFirst().setVvalue(0.8);
            shown.lookup("#language").requestFocus();
            preferences.language().set(Language.FRENCH);
            window.rebuild();
            assertEquals("language", shown.getScene().getFocusOwner().getId());
            ScrollPane after = screen().all(ScrollPane.class).getFirst();
            assertEquals(0.8, after.getVvalue(), 0.01);
        });
    }

    @Test
    void aLinkFillsInTheFormAndJoinsNothing() {
        isInRoom();
        window(window -> {
            window.start(JOIN);
            shows("Another room");
            assertTrue(typed().contains("chess"), typed()::toString);
            assertEquals(List.of(), own.done);
            button("cancel-new-room").fire();
            shows("Chats");
            assertEquals(List.of(), own.done);
        });
    }

    @Test
    void aLinkIsFilledInAlsoWhereTheRoomsCannotBeRead() {
        own.unreadable = true;
        window(window -> {
            window.start(JOIN);
            shows("Another room");
            assertTrue(typed().contains("chess"), typed()::toString);
        });
    }

    @Test
    void aSecondLinkIsFilledIntoTheFormThatIsOpen() {
        window(window -> {
            window.start(WindowRequest.FRONT);
            Parent first = shown;
            window.act(JOIN);
            assertSame(first, shown, "the first page has the form");
            window.act(join("landline:join?room=go&words=stone-cloud-lamp-tiger"));
            assertSame(first, shown);
            assertTrue(typed().contains("go"), typed()::toString);
            assertFalse(typed().contains("chess"), typed()::toString);
        });
    }

    @Test
    void aLinkIsNotFilledIntoTheFormThatCorrectsTheWordsOfAnotherRoom() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            window.correctWords(Stranger.ROOM);
            shows("Correct the words");
            window.act(JOIN);
            shows("Another room");
            assertTrue(typed().contains("chess"), typed()::toString);
        });
    }

    @Test
    void wordsOfARoomThatWasLeftAreNotCorrected() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            own.rooms.clear();
            Parent before = shown;
            window.correctWords(Stranger.ROOM);
            assertSame(before, shown);
        });
    }

    @Test
    void aPersonsSheetLiesOverThePageAndEscapeTakesItAway() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            window.person(Stranger.PEER);
            assertNotNull(screen().scene().lookup("#close-sheet"));
            shown.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            assertNull(screen().scene().lookup("#close-sheet"));
        });
    }

    @Test
    void aRoomsSheetLiesOverThePageToo() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            window.room(Stranger.ROOM);
            assertNotNull(screen().scene().lookup("#room-name"));
            window.person(Stranger.PEER);
            assertNull(screen().scene().lookup("#room-name"), "one sheet at a time");
        });
    }

    private boolean isOpen() {
        return !screen().scene().lookup(".chats-none").isVisible();
    }

    @Test
    void theConversationThatWasOpenLastIsOpenAgainAfterAStartAndAChangeOfLanguage() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            assertFalse(isOpen());
            window.conversation(Stranger.ROOM);
            assertTrue(isOpen());
            preferences.language().set(Language.FRENCH);
            window.rebuild();
            assertTrue(isOpen());
            preferences.save();
            assertEquals(Stranger.ROOM, new WindowSettingsFile(home.resolve("window.json")).load().lastOpen());
        });
    }

    private void press(Node on, KeyCode code, boolean shortcut) {
        on.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false));
    }

    private void goTo(String name) {
        press(shown, KeyCode.K, true);
        TextInputControl words = screen().all(TextInputControl.class)
                .stream()
                .filter(each -> "jump-words".equals(each.getId()))
                .findFirst()
                .orElseThrow();
        words.setText(name);
        press(words, KeyCode.ENTER, false);
    }

    @Test
    void aPageAndAConversationAreGoneToByTheirNames() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            goTo("sett");
            assertTrue(((ToggleButton) button("nav-settings")).isSelected());
            goTo("max");
            assertTrue(((ToggleButton) button("nav-chats")).isSelected());
            assertTrue(screen().texts().stream().anyMatch(each -> each.startsWith("Write to")), "it is open");
            assertNull(screen().scene().lookup("#jump"));
        });
    }

    @Test
    void aConversationIsOpenedFromWhereverOneIs() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            window.newRoom();
            shows("Another room");
            window.conversation(Stranger.ROOM);
            assertNotNull(screen().scene().lookup("#composer"));
        });
    }

    @Test
    void aFileThatIsNotOpenedIsSaidWithItsPath() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            Path gone = home.resolve("gone.gif");
            window.open(gone);
            assertTrue(screen().texts().stream().anyMatch(each -> each.contains(gone.toString())),
                    screen().texts()::toString);
        });
    }

    @Test
    void aClosedWindowDoesNothingAnyMore() {
        isInRoom();
        window(window -> {
            window.start(WindowRequest.FRONT);
            window.close();
            int before = titles.size();
            window.rebuild();
            window.act(JOIN);
            window.transfers();
            window.conversation(Stranger.ROOM);
            window.person(Stranger.PEER);
            window.correctWords(Stranger.ROOM);
            window.open(home);
            assertEquals(before, titles.size());
            assertEquals(0, stranger.watchers());
        });
    }
}
