package io.landline.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.desktop.DesktopTray.Content;
import io.landline.desktop.DesktopTray.Words;
import io.landline.testing.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Over a message bus of the test's own, with a tray that notes what it is told.
class SessionBusTrayTest extends SessionBusFixture {
    private static final Words WORDS = new Words("2 unread", "Open it", "Quit_it", false);
    private static final Content NOTHING = new Content(0, false,
            new Words("Nothing unread", "Open it", "Quit_it", false));
    private static final Content TWO = new Content(2, true, WORDS);

    private final Answers answers = new Answers();
    private SessionBusTray tray;

    private static final class Answers implements DesktopTray.Listener {
        final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

        @Override
        public void opened() {
            told.add("opened");
        }

        @Override
        public void quit() {
            told.add("quit");
        }

        @Override
        public void shown(boolean isShown) {
            told.add(isShown ? "shown" : "gone");
        }

        String next() throws InterruptedException {
            return RecordingServer.present(told.poll(Patience.SECONDS, TimeUnit.SECONDS), "nothing was told");
        }
    }

    @BeforeEach
    void open() {
        tray = on(bus);
    }

    private SessionBusTray on(String address) {
        int[] blue = new int[16 * 16];
        Arrays.fill(blue, 0xFF0000FF);
        return new SessionBusTray(address, List.of(new TrayPicture(16, blue), new TrayPicture(1, new int[1])), answers);
    }

    @AfterEach
    void close() {
        tray.close();
    }

    private String shown(RecordingTray desktop, Content content) throws InterruptedException {
        tray.show(content);
        String item = desktop.next();
        assertEquals("shown", answers.next());
        return item;
    }

    private static Map<String, String> item(RecordingTray desktop, String item) throws DBusException {
        return desktop.properties(item, TrayItemObject.PATH, TrayItemObject.TYPE);
    }

    @Test
    void theItemSaysWhatItIsUnderTheNameOfItsConnection() throws Exception {
        try (var desktop = new RecordingTray(bus, true)) {
            String name = shown(desktop, NOTHING);
            assertTrue(name.startsWith(":"), name);
            Map<String, String> item = item(desktop, name);
            assertEquals("Communications", item.get("Category"));
            assertEquals("landline", item.get("Id"));
            assertEquals("Landline", item.get("Title"));
            assertEquals("Active", item.get("Status"));
            assertEquals("( [] Landline Nothing unread)", item.get("ToolTip"));
            assertEquals("/MenuBar", item.get("Menu"));
            assertEquals("false", item.get("ItemIsMenu"));
            assertEquals("", item.get("IconName"), "a name would come before the pixels");
            assertTrue(item.get("IconPixmap").matches("\\[\\(16 16 1024 bytes of \\S+\\) \\(1 1 4 bytes of \\S+\\)]"),
                    item.get("IconPixmap"));
            assertEquals("[]", item.get("OverlayIconPixmap"));
            assertEquals(Map.of(), desktop.properties(name, TrayItemObject.PATH, "org.example.Other"));
        }
    }

    @Test
    void whatIsUnreadChangesPictureStatusAndTooltip() throws Exception {
        try (var desktop = new RecordingTray(bus, true)) {
            String name = shown(desktop, NOTHING);
            String plain = item(desktop, name).get("IconPixmap");
            tray.show(TWO);
            assertEquals("NewToolTip", desktop.heard());
            assertEquals("LayoutUpdated (2 0)", desktop.heard());
            assertEquals("NewIcon", desktop.heard());
            assertEquals("NewStatus (NeedsAttention)", desktop.heard());
            assertEquals("Update (application://landline.desktop {count=2, count-visible=true, urgent=true})",
                    desktop.heard());
            Map<String, String> item = item(desktop, name);
            assertEquals("NeedsAttention", item.get("Status"));
            assertEquals("( [] Landline 2 unread)", item.get("ToolTip"));
            assertNotEquals(plain, item.get("IconPixmap"));
            assertEquals(item.get("AttentionIconPixmap"), item.get("IconPixmap"));
            tray.close();
            assertEquals("Update (application://landline.desktop {count=0, count-visible=false, urgent=false})",
                    desktop.heard(), "a dock keeps what it heard last");
            assertTrue(desktop.heardNothing());
        }
    }

    @Test
    void theMenuOpensAndQuits() throws Exception {
        try (var desktop = new RecordingTray(bus, true)) {
            String name = shown(desktop, NOTHING);
            assertEquals("(1 (0 {children-display=submenu} [(1 {label=Open it} []) (2 {label=Quit__it} [])]))",
                    desktop.menu(name));
            assertEquals("3", desktop.properties(name, TrayMenu.PATH, TrayMenu.TYPE).get("Version"));
            desktop.choose(name, 1);
            assertEquals("opened", answers.next());
            desktop.choose(name, 2);
            assertEquals("quit", answers.next());
            desktop.choose(name, 7);
            desktop.click(name);
            assertEquals("opened", answers.next());
        }
    }

    /// A panel lays the menu out by it, and hears where it changes.
    @Test
    void theMenuIsLaidOutFromTheRightWhereItsWordsAreWrittenSo() throws Exception {
        try (var desktop = new RecordingTray(bus, true)) {
            String name = shown(desktop, NOTHING);
            assertEquals("ltr", desktop.properties(name, TrayMenu.PATH, TrayMenu.TYPE).get("TextDirection"));
            tray.show(new Content(0, false, new Words("لا جديد", "افتح", "أنهِ", true)));
            assertEquals("NewToolTip", desktop.heard());
            assertEquals("PropertiesChanged (com.canonical.dbusmenu {TextDirection=rtl} [])", desktop.heard());
            assertEquals("LayoutUpdated (2 0)", desktop.heard());
            assertEquals("rtl", desktop.properties(name, TrayMenu.PATH, TrayMenu.TYPE).get("TextDirection"));
        }
    }

    @Test
    void partsOfTheMenuAreAnsweredToo() throws Exception {
        try (var desktop = new RecordingTray(bus, true)) {
            String name = shown(desktop, NOTHING);
            Object[] top = desktop.call(name, TrayMenu.PATH, TrayMenu.TYPE, "GetLayout", "iias", 0, 0,
                    List.of("label"));
            assertEquals("[1, [0, {}, []]]", Arrays.deepToString(top));
            assertEquals(2, ((List<?>) desktop.call(name, TrayMenu.PATH, TrayMenu.TYPE, "GetGroupProperties", "aias",
                    List.of(1, 2), List.of())[0]).size());
            assertThrows(DBusException.class,
                    () -> desktop.call(name, TrayMenu.PATH, TrayMenu.TYPE, "GetLayout", "iias",
                            9, -1, List.of()));
            assertThrows(DBusException.class, () -> desktop.call(name, TrayItemObject.PATH,
                    "org.freedesktop.DBus.Properties", "Get", "ss", TrayItemObject.TYPE, "Nothing"));
        }
    }

    @Test
    void aWatcherThatStartsAgainGetsTheItemAgain() throws Exception {
        String first;
        try (var desktop = new RecordingTray(bus, true)) {
            first = shown(desktop, NOTHING);
        }
        try (var desktop = new RecordingTray(bus, true)) {
            assertEquals(first, desktop.next());
        }
    }

    @Test
    void aWatcherThatEndsTakesTheItemOffTheScreenUntilTheNextOne() throws Exception {
        try (var desktop = new RecordingTray(bus, true)) {
            shown(desktop, TWO);
        }
        assertEquals("gone", answers.next());
        try (var desktop = new RecordingTray(bus, true)) {
            desktop.next();
            assertEquals("shown", answers.next());
        }
    }

    @Test
    void anItemThatNobodyDrawsIsNotShown() throws Exception {
        try (var desktop = new RecordingTray(bus, false);
                DBusConnection other = DBusConnectionBuilder.forAddress(bus).withShared(false).build()) {
            tray.show(NOTHING);
            desktop.next();
            desktop.host(true);
            assertEquals("shown", answers.next());
            RecordingTray.tell(other, "StatusNotifierHostUnregistered");
            desktop.host(false);
            assertEquals("gone", answers.next());
            assertTrue(answers.told.isEmpty(), "another program's word means nothing");
            assertTrue(desktop.heardNothing(), "it is registered once");
        }
    }

    @Test
    void withoutAWatcherOneThatComesLaterIsFound() throws Exception {
        tray.show(NOTHING);
        try (var desktop = new RecordingTray(bus, true)) {
            desktop.next();
            assertEquals("shown", answers.next());
        }
    }

    @Test
    void aBusThatEndsTakesTheItemWithItAndTheNextOneIsFound() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path login = Files.createSymbolicLink(folder.resolve("login"), first);
        tray = on("unix:path=" + login);
        try (SystemBus ends = SystemBus.at("unix:path=" + first);
                var desktop = new RecordingTray("unix:path=" + first, true)) {
            shown(desktop, NOTHING);
            ends.close();
            assertEquals("gone", answers.next());
        }
        Files.delete(login);
        Files.createSymbolicLink(login, second);
        try (SystemBus _ = SystemBus.at("unix:path=" + second);
                var desktop = new RecordingTray("unix:path=" + second, true)) {
            shown(desktop, TWO);
            tray.close();
        }
    }

    @Test
    void atTheEndTheItemIsGoneAndNothingComesAfterIt() throws Exception {
        try (var desktop = new RecordingTray(bus, true)) {
            String name = shown(desktop, NOTHING);
            tray.close();
            tray.show(TWO);
            assertThrows(DBusException.class, () -> item(desktop, name));
            assertTrue(desktop.heardNothing());
        }
    }
}
