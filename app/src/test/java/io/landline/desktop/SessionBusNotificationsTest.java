package io.landline.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.desktop.DesktopNotifications.Content;
import io.landline.desktop.DesktopNotifications.Labels;
import io.landline.desktop.RecordingServer.Asked;
import io.landline.testing.Patience;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.types.UInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Over a message bus of the test's own, with a server that notes what it is asked for.
class SessionBusNotificationsTest extends SessionBusFixture {
    private static final String ROOM = "#class";

    private final Answers answers = new Answers();
    private SessionBusNotifications notifications;

    @BeforeEach
    void open() {
        notifications = new SessionBusNotifications(bus, folder, answers);
    }

    @AfterEach
    void close() {
        notifications.close();
    }

    private static Content content(String subject, String summary, String body, boolean audible) {
        return new Content(subject, summary, body, audible, new Labels("Open", "Reply"));
    }

    private Asked shown(RecordingServer server, String subject) throws InterruptedException {
        notifications.show(content(subject, "Ada", "hello", false));
        return server.next();
    }

    @Test
    void itIsShownAsTheServerCanAndALaterOneTakesItsPlace() throws Exception {
        try (var server = new RecordingServer(bus, 0, "body", "actions")) {
            notifications.show(content(ROOM, "Ada in #class", "a < b & c", true));
            assertEquals(new Asked(1, 0, "Ada in #class", "a < b & c", List.of("default", "Open"),
                    List.of("category", "sound-name")), server.next());
            notifications.show(content(ROOM, "#class: 2 new", "Max: hello", false));
            assertEquals(new Asked(1, 1, "#class: 2 new", "Max: hello", List.of("default", "Open"),
                    List.of("category", "suppress-sound")), server.next());
            assertEquals(2, shown(server, "#other").id());
        }
    }

    @Test
    void aServerThatPlaysSoundsPlaysOurs() throws Exception {
        try (var server = new RecordingServer(bus, 0, "sound")) {
            notifications.show(content(ROOM, "Ada", "hello", true));
            assertEquals(List.of("category", "sound-file"), server.next().hints());
            assertArrayEquals(NotificationTone.wave(), Files.readAllBytes(Path.of(server.soundFile())));
            notifications.show(content(ROOM, "Ada", "again", false));
            assertEquals(List.of("category", "suppress-sound"), server.next().hints());
        }
    }

    @Test
    void whereOurSoundCannotBeKeptTheDesktopsIsNamed() throws Exception {
        notifications = new SessionBusNotifications(bus, folder.resolve("nowhere"), answers);
        try (var server = new RecordingServer(bus, 0, "sound")) {
            notifications.show(content(ROOM, "Ada", "hello", true));
            assertEquals(List.of("category", "sound-name"), server.next().hints());
        }
    }

    @Test
    void h44_aServerThatReadsMarkupGetsNone() throws Exception {
        try (var server = new RecordingServer(bus, 0, "body", "body-markup", "body-hyperlinks")) {
            notifications.show(content(ROOM, "<b>Ada</b>", "<a href=\"file:///etc\">x</a> & 'y'\0", false));
            Asked asked = server.next();
            assertEquals("&lt;a href=&quot;file:///etc&quot;&gt;x&lt;/a&gt; &amp; &#39;y&#39;\uFFFD", asked.body());
            assertEquals("<b>Ada</b>", asked.summary(), "a summary is never read as markup");
            assertEquals(List.of(), asked.actions(), "this server has none");
        }
    }

    @Test
    void whatTheUserDoesIsTold() throws Exception {
        try (var server = new RecordingServer(bus, 0, "actions", "inline-reply")) {
            Asked asked = shown(server, ROOM);
            assertEquals(List.of("default", "Open", "inline-reply", "Reply"), asked.actions());
            // an answer to the next one says that all before it is kept
            shown(server, "#next");
            server.invoked(asked.id(), "default");
            assertEquals("opened #class", answers.next());
            server.replied(asked.id(), "at once");
            assertEquals("replied #class at once", answers.next());
            server.closed(asked.id());
            assertEquals("gone #class", answers.next());
            assertEquals(0, shown(server, ROOM).replaces(), "the closed one is not replaced");
        }
    }

    @Test
    void whatWasReadIsTakenBackOnce() throws Exception {
        try (var server = new RecordingServer(bus, 0)) {
            long id = shown(server, ROOM).id();
            notifications.takeBack(ROOM);
            assertEquals(id, server.nextClosed());
            notifications.takeBack(ROOM);
            notifications.takeBack("#never");
            shown(server, "#next");
            assertEquals(List.of(), List.copyOf(server.closed));
        }
    }

    @Test
    void whatAnyOtherProgramSaysMeansNothing() throws Exception {
        try (var server = new RecordingServer(bus, 0, "actions", "inline-reply");
                DBusConnection other = DBusConnectionBuilder.forAddress(bus).withShared(false).build()) {
            long id = shown(server, ROOM).id();
            shown(server, "#next");
            var one = new UInt32(id);
            RecordingServer.tell(other, "ActionInvoked", "us", one, "default");
            RecordingServer.tell(other, "NotificationReplied", "us", one, "send this");
            RecordingServer.tell(other, "NotificationClosed", "uu", one, one);
            // straight to us, which no subscription keeps away
            other.sendMessage(other.getMessageFactory()
                    .createMethodCall(null, server.client(), "/org/freedesktop/Notifications", RecordingServer.NAME,
                            "NotificationReplied", (byte) 0, "us", one, "send this"));
            // of the server itself: ids of other programs, other actions, other forms
            server.invoked(id + 77, "default");
            server.replied(id + 77, "to another program");
            server.invoked(id, "settings");
            server.odd();
            server.invoked(id, "default");
            assertEquals("opened #class", answers.next());
            assertTrue(answers.told.isEmpty(), answers.told.toString());
        }
    }

    @Test
    void aServerThatStartsAgainGetsNewOnesAndItsOldIdsMeanNothing() throws Exception {
        long before;
        try (var server = new RecordingServer(bus, 0, "actions")) {
            before = shown(server, ROOM).id();
        }
        try (var server = new RecordingServer(bus, 0, "actions")) {
            assertEquals("gone #class", answers.next());
            Asked again = shown(server, ROOM);
            assertEquals(0, again.replaces());
            assertEquals(before, again.id(), "the same number from another server");
            shown(server, "#next");
            server.invoked(again.id(), "default");
            assertEquals("opened #class", answers.next());
        }
    }

    @Test
    void theFirstForAServerThatStartsAgainIsShown() throws Exception {
        try (var server = new RecordingServer(bus, 0)) {
            shown(server, ROOM);
        }
        assertEquals("gone #class", answers.next());
        try (var server = new RecordingServer(bus, 0)) {
            assertEquals("Ada", shown(server, ROOM).summary());
        }
    }

    @Test
    void whatIsClosedTogetherWithItsAnswerIsGone() throws Exception {
        try (var server = new RecordingServer(bus, 0)) {
            server.closesAtOnce();
            shown(server, ROOM);
            assertEquals("gone #class", answers.next());
            assertEquals(0, shown(server, ROOM).replaces());
        }
    }

    @Test
    void whatAServerLeavesUnansweredTheNextOneShows() throws Exception {
        try (var first = new RecordingServer(bus, 0)) {
            first.answersNothing();
            shown(first, ROOM);
            first.giveNameAway();
            try (var second = new RecordingServer(bus, 5, "actions")) {
                first.vanish();
                assertEquals(6, second.next().id());
                shown(second, "#next");
                second.invoked(6, "default");
                assertEquals("opened #class", answers.next());
            }
        }
    }

    @Test
    void whatABusLeavesUnansweredTheNextOneShows() throws Exception {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        Path login = Files.createSymbolicLink(folder.resolve("login"), one);
        notifications = new SessionBusNotifications("unix:path=" + login, folder, answers);
        try (SystemBus ends = SystemBus.at("unix:path=" + one);
                SystemBus _ = SystemBus.at("unix:path=" + other);
                var first = new RecordingServer("unix:path=" + one, 0);
                var second = new RecordingServer("unix:path=" + other, 5)) {
            first.answersNothing();
            shown(first, ROOM);
            Files.delete(login);
            Files.createSymbolicLink(login, other);
            ends.close();
            assertEquals(6, second.next().id());
            first.vanish();
            notifications.close();
        }
    }

    @Test
    void atTheEndWhatStandsIsTakenBack() throws Exception {
        try (var server = new RecordingServer(bus, 0)) {
            long id = shown(server, ROOM).id();
            long last = shown(server, "#next").id(); // its answer may still be under way
            notifications.close();
            assertEquals(Set.of(id, last), Set.of(server.nextClosed(), server.nextClosed()));
            notifications.show(content(ROOM, "too late", "", false));
            assertEquals(List.of(), server.rest());
        }
    }

    @Test
    void aBusThatHangsUpCostsNothingAndOneLineSaysSo() throws Exception {
        Path socket = folder.resolve("dead");
        try (var log = new OwnLog(); var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket));
            notifications = new SessionBusNotifications("unix:path=" + socket, folder, answers);
            for (int i = 0; i < 3; i++) {
                notifications.show(content("#" + i, "Ada", "hello", false));
                dead.accept().close();
                assertEquals("gone #" + i, answers.next(), "it does not stand on the screen");
            }
            log.next();
            assertEquals(List.of(), List.copyOf(log.records));
        }
    }

    @Test
    void withoutAServerAllGoesOnAndALaterOneIsFound() throws Exception {
        try (var log = new OwnLog()) {
            notifications.show(content(ROOM, "Ada", "nobody shows this", false));
            log.next();
            assertEquals("gone #class", answers.next());
        }
        try (var server = new RecordingServer(bus, 0)) {
            assertEquals("Ada", shown(server, "#later").summary());
        }
    }

    @Test
    void aBusThatEndsTakesAllWithItAndTheNextOneIsFound() throws Exception {
        String own = "unix:path=" + folder.resolve("own");
        notifications = new SessionBusNotifications(own, folder, answers);
        try (SystemBus first = SystemBus.at(own); var server = new RecordingServer(own, 0)) {
            shown(server, ROOM);
            shown(server, "#next");
            server.close(); // once its last answer is sent
            first.close();
            assertEquals(Set.of("gone #class", "gone #next"), Set.of(answers.next(), answers.next()));
        }
        try (SystemBus _ = SystemBus.at(own); var server = new RecordingServer(own, 5)) {
            assertEquals(6, shown(server, ROOM).id());
        }
    }

    /// What the class logs.
    private static final class OwnLog extends Handler implements AutoCloseable {
        final LinkedBlockingQueue<String> records = new LinkedBlockingQueue<>();
        private final Logger ours = Logger.getLogger(SessionBusNotifications.class.getName());

        OwnLog() {
            ours.addHandler(this);
            ours.setUseParentHandlers(false);
        }

        String next() throws InterruptedException {
            return RecordingServer.present(records.poll(Patience.SECONDS, TimeUnit.SECONDS), "nothing was logged");
        }

        @Override
        public void publish(LogRecord record) {
            records.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            ours.removeHandler(this);
            ours.setUseParentHandlers(true);
        }
    }
}
