package io.landline.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.desktop.LoginStart;
import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Preferences.NetworkAdapter;
import io.landline.node.port.Rooms;
import io.landline.settings.LookSettings.Theme;
import io.landline.settings.NotificationSettings;
import io.landline.settings.WindowSettings.WhenClosed;
import io.landline.system.OperatingSystem;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import io.landline.ui.welcome.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class SettingsPageTest extends ApplicationTest {
    /// Half of the platform's screen has room for ten rows of any theme.
    private static final double LOW = 450;

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final FakePreferences preferences = new FakePreferences(Language.ENGLISH);
    private SettingsPage page;
    private Stage stage;

    @TempDir
    private Path config;

    private LoginStart login;

    @Override
    public void start(Stage shared) throws IOException {
        stage = new Stage(); // a height that is set stays with the window, and other tests share theirs
        node.rooms.add(PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox piano river", false));
        node.adapters.add(new NetworkAdapter("eth0", "Cable", List.of("10.0.0.1"), true));
        login = LoginStart
                .here(OperatingSystem.LINUX, Map.of("XDG_CONFIG_HOME", config.toString()), "/usr/bin/landline",
                        List.of())
                .orElseThrow();
        login.set(true);
        preferences.atLogin = Optional.of(login);
        page = new SettingsPage(window.context(node), preferences);
        stage.setScene(new Scene(page.view(), 600, 900));
        stage.show();
        page.shown();
    }

    @Override
    public void stop() {
        stage.close();
    }

    private void press(String id) {
        interact(() -> lookup("#" + id).<ButtonBase>query().fire());
    }

    @Test
    void enterInTheNameTakesIt() {
        write("imilian").type(KeyCode.ENTER);
        assertEquals(List.of("rename Maximilian"), node.done);
    }

    @Test
    void aNameThatWasTypedCountsAlsoWhenThePageIsLeft() {
        write("i");
        interact(page::hidden);
        assertEquals(List.of("rename Maxi"), node.done);
    }

    @Test
    void theWordBetweenTwoTimesStandsBeforeTheSecond() {
        for (int width = 300; width <= 600; width += 20) {
            int now = width;
            interact(() -> {
                stage.setWidth(now);
                page.view().applyCss();
                page.view().layout();
            });
            Node word = lookup("until").query();
            assertEquals(middle(lookup("#quiet-to").query()), middle(word), 1, now + " px");
        }
    }

    private static double middle(Node node) {
        return node.localToScene(node.getLayoutBounds()).getCenterY();
    }

    @Test
    void whatTheArrowKeysMarkIsChosen() {
        interact(() -> lookup("#accept-ask").query().requestFocus());
        push(KeyCode.DOWN);
        assertTrue(lookup("#accept-none").<RadioButton>query().isSelected());
        assertEquals(List.of("accept none"), node.done);
        interact(() -> lookup("#theme-system").query().requestFocus());
        push(KeyCode.RIGHT);
        assertEquals(Theme.LIGHT, preferences.theme().get());
        interact(() -> lookup("#theme-light").<ButtonBase>query().fire());
        assertTrue(lookup("#theme-light").<ToggleButton>query().isSelected(), "one is always chosen");
    }

    /// So that a list has room below, however high the theme makes it: the Headless platform fails where a window hangs
    /// over the edge of its screen.
    private void leaveRoomBelow(String id) {
        interact(() -> {
            stage.setY(0);
            stage.setHeight(LOW);
        });
        interact(() -> {
            Node list = lookup("#" + id).query();
            for (Node each = list; each != null; each = each.getParent()) {
                if (!(each instanceof ScrollPane pane)) continue;
                Node content = pane.getContent();
                double top = content.sceneToLocal(list.localToScene(list.getLayoutBounds())).getMinY();
                double hidden = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
                pane.setVvalue(hidden > 0 ? Math.min(1, top / hidden) : 0);
            }
        });
    }

    @Test
    void timesOfQuietHoursAreChosenByArrowsAndTheirListStandsAtTheChosenOne() {
        press("notifications-quiet");
        interact(() -> lookup("#notifications-quiet").query().requestFocus());
        push(KeyCode.TAB);
        push(KeyCode.DOWN);
        assertEquals(LocalTime.of(22, 30), preferences.notifications().get().quietFrom());
        leaveRoomBelow("quiet-from");
        interact(() -> lookup("#quiet-from").<ComboBox<LocalTime>>query().show());
        assertTrue(lookup(".list-cell").queryAllAs(ListCell.class)
                .stream()
                .anyMatch(cell -> cell.isVisible() && cell.isSelected() && "22:30".equals(cell.getText())));
        push(KeyCode.ESCAPE);
    }

    @Test
    void quietHoursCanBeChosenWhileThereAreAny() {
        assertTrue(lookup("#quiet-from").query().isDisabled());
        press("notifications-quiet");
        assertFalse(lookup("#quiet-from").query().isDisabled());
        interact(() -> lookup("#quiet-to").<ComboBox<LocalTime>>query().setValue(LocalTime.of(6, 30)));
        press("notifications-preview");
        assertEquals(NotificationSettings.DEFAULTS.withQuiet(true)
                .withPreview(false)
                .withQuietHours(LocalTime.of(22, 0), LocalTime.of(6, 30)), preferences.notifications().get());
        press("notifications-on");
        for (String id : List.of("notifications-preview", "notifications-sound", "notifications-quiet", "quiet-to")) {
            assertTrue(lookup("#" + id).query().isDisabled(), id);
        }
        press("notifications-tray");
        assertEquals(WhenClosed.TRAY, preferences.whenClosed().get(), "that holds without notifications too");
        press("notifications-count-muted");
        assertTrue(preferences.notifications().get().countsMuted(), "and so does this");
    }

    @Test
    void theStartAtLoginIsWhatTheDesktopSays() throws IOException {
        assertTrue(lookup("#start-at-login").<CheckBox>query().isSelected());
        press("start-at-login");
        assertFalse(login.isOn());
        assertFalse(lookup("#start-at-login").<CheckBox>query().isSelected());
        Files.delete(config.resolve("autostart"));
        Files.createFile(config.resolve("autostart")); // no folder any more: nothing can be kept there
        press("start-at-login");
        assertFalse(lookup("#start-at-login").<CheckBox>query().isSelected(), "what holds is shown");
        assertTrue(window.told.getLast().contains("could not be told"), window.told.toString());
    }

    @Test
    void leavingARoomAsksFirst() {
        press("leave");
        assertEquals(List.of(), node.done);
        assertTrue(lookup("#stay").query().isFocused(), "Enter pressed twice leaves nothing");
        press("leave-room");
        assertEquals(List.of("leave #class"), node.done);
        assertTrue(lookup("#leave").tryQuery().isEmpty());
    }

    @Test
    void wordsThatAreBeingReadStayWhileTheirRoomIsConfirmed() {
        press("show-words");
        Node before = lookup(".room-key-words").query();
        node.rooms.set(0,
                PlainRecords.ownRoom("#class", "#class", "class", false, true, "amber fox piano river", false));
        interact(() -> node.tell(new NodeEvent.Joined(FakeNode.SELF, "Zoë", "#class")));
        assertSame(before, lookup(".room-key-words").query());
        assertTrue(before.isVisible());
        assertEquals("amber fox piano river", before.getAccessibleText());
    }

    @Test
    void whoHasMoreRoomsThanTwoNodesTellEachOtherReadsSo() {
        Label many = lookup("#many-rooms").query();
        haveRooms(Rooms.LISTED_MAX);
        assertFalse(many.isVisible());
        haveRooms(154);
        assertTrue(many.isVisible());
        assertTrue(many.getAccessibleText().startsWith("You are in 154 rooms"), many.getAccessibleText());
    }

    private void haveRooms(int count) {
        while (node.rooms.size() < count) {
            String name = "#room" + node.rooms.size();
            node.rooms.add(
                    PlainRecords.ownRoom(name, name, name.substring(1), false, true, "amber fox piano river", false));
        }
        interact(() -> node.tell(new NodeEvent.Joined(FakeNode.SELF, "Zoë", "#class")));
    }

    @Test
    void theLastCardCannotBeTakenOff() {
        press("use-card-eth0");
        assertTrue(lookup("#use-card-eth0").<CheckBox>query().isSelected());
        assertEquals(List.of(), node.done);
    }

    @Test
    void aRuleAndAThemeAreAppliedAtOnce() {
        press("accept-none");
        press("theme-dark");
        assertTrue(lookup("#accept-none").<RadioButton>query().isSelected());
        assertFalse(lookup("#accept-ask").<RadioButton>query().isSelected());
        assertEquals(List.of("accept none"), node.done);
        assertEquals(Theme.DARK, preferences.theme().get());
    }

    @Test
    void everyControlHasANameToRead() {
        interact(() -> assertEquals(List.of(), Named.nameless(page.view())));
    }
}
