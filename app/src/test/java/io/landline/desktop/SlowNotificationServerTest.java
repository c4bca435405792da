package io.landline.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.desktop.DesktopNotifications.Content;
import io.landline.desktop.DesktopNotifications.Labels;
import io.landline.desktop.RecordingServer.Asked;
import io.landline.testing.Patience;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A desktop that hangs for a while: what it then shows is taken back as any other.
class SlowNotificationServerTest extends SessionBusFixture {
    private static final String ROOM = "#class";
    private static final Duration SHORT = Duration.ofMillis(100);
    /// Longer than one with that patience waits for an answer.
    private static final Duration LONG = SHORT.plusMillis(500);

    private final Answers answers = new Answers();
    private SessionBusNotifications notifications;

    @BeforeEach
    void open() {
        notifications = new SessionBusNotifications(bus, folder, answers);
    }

    /// For what is about the time after it has waited for long. Others show that something comes before that.
    private void openWithLittlePatience() {
        notifications.close();
        notifications = new SessionBusNotifications(bus, SHORT, folder, answers);
    }

    @AfterEach
    void close() {
        notifications.close();
    }

    private Asked asked(RecordingServer server, String subject) throws InterruptedException {
        show(subject, "hello");
        return server.next();
    }

    private void show(String subject, String body) {
        notifications.show(new Content(subject, "Ada", body, false, new Labels("Open", "Reply")));
    }

    @Test
    void whatWasReadMeanwhileIsTakenBackOnceItIsShown() throws Exception {
        openWithLittlePatience();
        try (var server = new RecordingServer(bus, 0, "actions")) {
            long other = asked(server, "#other").id();
            server.answersNothing();
            Asked late = asked(server, ROOM);
            assertNull(answers.told.poll(LONG.toMillis(), TimeUnit.MILLISECONDS),
                    "nothing is gone: it may still be shown");
            notifications.takeBack(ROOM);
            server.answersAtLast();
            assertEquals(late.id(), server.nextClosed());
            notifications.takeBack("#other");
            assertEquals(other, server.nextClosed(), "what stood before is known as before");
        }
    }

    @Test
    void whatIsStillWantedIsReplacedAndLeadsToItsConversation() throws Exception {
        openWithLittlePatience();
        try (var server = new RecordingServer(bus, 0, "actions")) {
            server.answersNothing();
            Asked late = asked(server, ROOM);
            assertNull(answers.told.poll(LONG.toMillis(), TimeUnit.MILLISECONDS),
                    "nothing is gone: it may still be shown");
            show(ROOM, "second");
            show(ROOM, "third");
            server.answersAtLast();
            Asked next = server.next();
            assertEquals(late.id(), next.replaces());
            assertEquals("third", next.body(), "only the last of what waited");
            server.invoked(late.id(), "default");
            assertEquals("opened #class", answers.next());
            assertEquals(List.of(), server.rest());
        }
    }

    @Test
    void aClickOnWhatStandsIsTakenWhileTheNextOneWaits() throws Exception {
        try (var server = new RecordingServer(bus, 0, "actions")) {
            long standing = asked(server, "#other").id();
            server.answersNothing();
            asked(server, ROOM);
            server.invoked(standing, "default");
            String first = answers.told.poll(SessionBus.ANSWER_MAX.toMillis() / 2, TimeUnit.MILLISECONDS);
            server.answersAtLast();
            assertEquals("opened #other", first);
        }
    }

    /// Else the next one would stand on, since nobody knows of it.
    @Test
    void whatIsClosedWhileTheNextOneOfItWaitsIsNotGone() throws Exception {
        try (var server = new RecordingServer(bus, 0, "actions")) {
            long standing = asked(server, ROOM).id();
            long other = asked(server, "#other").id();
            server.answersNothing();
            asked(server, "#third");
            show(ROOM, "second");
            server.closed(standing);
            server.invoked(other, "default");
            assertEquals("opened #other", answers.next(), "nothing is gone");
            server.answersAtLast();
            Asked next = server.next();
            assertEquals(0, next.replaces());
            notifications.takeBack(ROOM);
            assertEquals(next.id(), server.nextClosed());
        }
    }

    @Test
    void whatIsClosedBeforeItsLateAnswerIsGone() throws Exception {
        try (var server = new RecordingServer(bus, 0, "actions")) {
            server.answersNothing();
            long late = asked(server, ROOM).id();
            server.closed(late + 7); // of another program
            server.closed(late);
            server.answersAtLast();
            assertEquals("gone #class", answers.next());
            assertEquals(0, asked(server, ROOM).replaces());
            assertTrue(answers.told.isEmpty(), answers.told.toString());
        }
    }

    @Test
    void aServerThatTakesItsPlaceWhileItHangsShowsIt() throws Exception {
        try (var first = new RecordingServer(bus, 0)) {
            first.answersNothing();
            asked(first, ROOM);
            first.giveNameAway();
            try (var second = new RecordingServer(bus, 5)) {
                Asked shown = second.asked.poll(SessionBus.ANSWER_MAX.toMillis() / 2, TimeUnit.MILLISECONDS);
                first.answersAtLast();
                assertEquals(6, RecordingServer.present(shown, "nobody shows it").id());
            }
        }
    }

    @Test
    void aServerThatIsReplacedBeforeItSaysWhatItCanDoLosesNothing() throws Exception {
        try (var first = new RecordingServer(bus, 0)) {
            first.isReplaceable();
            first.hidesItself();
            show(ROOM, "hello");
            first.awaitQuestion();
            try (var second = new RecordingServer(bus, 5)) {
                Asked shown = second.asked.poll(SessionBus.ANSWER_MAX.toMillis() / 2, TimeUnit.MILLISECONDS);
                first.answersAtLast();
                assertEquals(6, RecordingServer.present(shown, "nobody shows it").id());
            }
        }
    }

    @Test
    void aServerThatIsReplacedAtOnceWhileItHangsLosesNothing() throws Exception {
        try (var first = new RecordingServer(bus, 0)) {
            first.isReplaceable();
            first.answersNothing();
            asked(first, ROOM);
            try (var second = new RecordingServer(bus, 5)) {
                Asked shown = second.asked.poll(SessionBus.ANSWER_MAX.toMillis() / 2, TimeUnit.MILLISECONDS);
                first.answersAtLast();
                assertEquals(6, RecordingServer.present(shown, "nobody shows it").id());
            }
        }
    }

    /// Landline has chosen the server that it will ask. Before it asks, another program becomes the server.
    @Test
    void aServerThatIsReplacedJustBeforeItIsAskedKeepsTheOthers() throws Exception {
        NotificationTone.in(folder);
        var seconds = new LinkedBlockingQueue<RecordingServer>();
        var gone = new LinkedBlockingQueue<String>();
        notifications.close();
        try (var first = new RecordingServer(bus, 0, "sound")) {
            first.isReplaceable();
            notifications = new SessionBusNotifications(bus, SHORT, askedFor(folder, () -> {
                first.answersNothing();
                seconds.add(new RecordingServer(bus, 5));
                gone.add(answers.next()); // the bus has said so
                return null;
            }), answers);
            show("#other", "hello");
            first.next();
            notifications.show(new Content(ROOM, "Ada", "hello", true, new Labels("Open", "Reply")));
            try (RecordingServer second = RecordingServer.present(seconds.poll(Patience.SECONDS, TimeUnit.SECONDS),
                    "no other")) {
                Asked shown = second.asked.poll(Patience.SECONDS, TimeUnit.SECONDS);
                first.answersAtLast();
                assertEquals(6, RecordingServer.present(shown, "nobody shows it").id());
                assertEquals("gone #other", gone.poll());
                assertTrue(answers.told.isEmpty(), answers.told.toString());
            }
        }
    }

    /// A folder that does something each time that the sound is sought in it.
    private static Path askedFor(Path folder, Callable<Void> then) {
        return (Path) Proxy.newProxyInstance(Path.class.getClassLoader(), new Class<?>[]{Path.class},
                (_, method, arguments) -> {
                    if ("toAbsolutePath".equals(method.getName())) then.call();
                    return method.invoke(folder, arguments);
                });
    }

    @Test
    void atTheEndWhatStandsIsTakenBackAlsoByOneThatHangs() throws Exception {
        try (var server = new RecordingServer(bus, 0)) {
            long standing = asked(server, "#other").id();
            server.answersNothing();
            long late = asked(server, ROOM).id();
            long from = System.nanoTime();
            notifications.close();
            long took = Duration.ofNanos(System.nanoTime() - from).toMillis();
            assertTrue(took < SessionBus.ANSWER_MAX.toMillis() / 2, "nobody waits for it: " + took + " ms");
            server.answersAtLast();
            assertEquals(Set.of(standing, late), Set.of(server.nextClosed(), server.nextClosed()));
        }
    }

    @Test
    void atTheEndTheBusHasWhatIsTakenBackFromOneThatHangs() throws Exception {
        Path between = folder.resolve("between");
        notifications.close();
        try (var server = new RecordingServer(bus, 0); var relay = new BusRelay(between, folder.resolve("bus"))) {
            notifications = new SessionBusNotifications("unix:path=" + between, folder, answers);
            asked(server, "#other");
            server.answersNothing();
            asked(server, ROOM);
            relay.delays(Duration.ofMillis(100));
            notifications.close();
            boolean isThere = relay.hasPassedOn("CloseNotification");
            relay.delays(Duration.ZERO);
            server.answersAtLast();
            assertTrue(isThere, "the program may end here, and what it has not sent with it");
        }
    }
}
