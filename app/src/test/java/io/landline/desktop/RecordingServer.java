package io.landline.desktop;

import io.landline.testing.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.NotConnected;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A desktop's notification server on a private bus: notes what it is asked to show, and says what a user did.
final class RecordingServer implements AutoCloseable {
    static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";

    /// What was asked of it.
    record Asked(long id, long replaces, String summary, String body, List<String> actions, List<String> hints) {}

    @DBusInterfaceName(NAME)
    public interface Protocol extends DBusInterface {
        List<String> GetCapabilities();

        UInt32 Notify(String program, UInt32 replaces, String icon, String summary, String body, List<String> actions,
                Map<String, Variant<?>> hints, int time);

        void CloseNotification(UInt32 id);
    }

    private final class Screen implements Protocol {
        @Override
        public List<String> GetCapabilities() {
            questions.release();
            if (hidesItself) awaitAnswers();
            return capabilities;
        }

        @Override
        public UInt32 Notify(String program, UInt32 replaces, String icon, String summary, String body,
                List<String> actions, Map<String, Variant<?>> hints, int time) {
            client = DBusConnection.getCallInfo().getSource();
            long id = replaces.longValue() > 0 ? replaces.longValue() : ++last;
            if (hints.get("sound-file") instanceof Variant<?> file) soundFile = (String) file.getValue();
            asked.add(new Asked(id, replaces.longValue(), summary, body, List.copyOf(actions),
                    hints.keySet().stream().sorted().toList()));
            try {
                if (closesAtOnce) RecordingServer.this.closed(id);
            } catch (DBusException e) { // it has vanished
                throw new IllegalStateException(e);
            }
            awaitAnswers();
            return new UInt32(id);
        }

        private void awaitAnswers() {
            try {
                answers.await();
            } catch (InterruptedException e) { // it has vanished
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void CloseNotification(UInt32 id) {
            closed.add(id.longValue());
        }

        @Override
        public String getObjectPath() {
            return PATH;
        }
    }

    final LinkedBlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    final LinkedBlockingQueue<Long> closed = new LinkedBlockingQueue<>();
    private final List<String> capabilities;
    private final DBusConnection connection;
    private volatile long last;
    private volatile String client;
    private volatile String soundFile;
    private volatile boolean closesAtOnce;
    private volatile boolean hidesItself;
    /// How often it was asked what it can do.
    private final Semaphore questions = new Semaphore(0);
    private volatile CountDownLatch answers = new CountDownLatch(0);

    /// @param firstId the ids that it gives begin above this
    RecordingServer(String bus, long firstId, String... capabilities) throws DBusException {
        this.capabilities = List.of(capabilities);
        last = firstId;
        connection = connect(bus);
        connection.exportObject(PATH, new Screen());
        connection.requestBusName(NAME);
    }

    /// One thread takes calls, so that they end in their order.
    static DBusConnection connect(String bus) throws DBusException {
        return DBusConnectionBuilder.forAddress(bus)
                .withShared(false)
                .receivingThreadConfig()
                .withMethodCallThreadCount(1)
                .connectionConfig()
                .build();
    }

    /// Ends it when all calls are answered. A bus that has ended answers none.
    static void end(DBusConnection connection) {
        settle(connection);
        connection.disconnect();
    }

    /// Waits until all calls are answered: a call to itself comes last.
    private static void settle(DBusConnection connection) {
        try {
            var last = connection.getMessageFactory()
                    .createMethodCall(null, connection.getUniqueName(), "/", "org.freedesktop.DBus.Peer", "Ping",
                            (byte) 0,
                            null);
            connection.sendMessage(last);
            last.getReply(10_000);
        } catch (DBusException | NotConnected | RejectedExecutionException _) {
            // it cannot be told any more, or is ending at this moment
        }
    }

    /// The next notification that it is asked to show.
    Asked next() throws InterruptedException {
        return present(asked.poll(Patience.SECONDS, TimeUnit.SECONDS), "nothing was shown");
    }

    long nextClosed() throws InterruptedException {
        return present(closed.poll(Patience.SECONDS, TimeUnit.SECONDS), "nothing was taken back");
    }

    static <T> T present(T value, String otherwise) {
        if (value == null) throw new AssertionError(otherwise);
        return value;
    }

    void invoked(long id, String action) throws DBusException {
        tell(connection, "ActionInvoked", "us", new UInt32(id), action);
    }

    void replied(long id, String text) throws DBusException {
        tell(connection, "NotificationReplied", "us", new UInt32(id), text);
    }

    void closed(long id) throws DBusException {
        tell(connection, "NotificationClosed", "uu", new UInt32(id), new UInt32(2));
    }

    /// From now on, each that it shows is closed before its id is told.
    void closesAtOnce() {
        closesAtOnce = true;
    }

    /// From the next call on, it notes what it is asked and does not answer.
    void answersNothing() {
        settle(connection);
        answers = new CountDownLatch(1);
    }

    /// It answers what it left unanswered.
    void answersAtLast() {
        answers.countDown();
    }

    /// The same, and it does not say either what it can do.
    void hidesItself() {
        answersNothing();
        hidesItself = true;
    }

    /// Waits until it is asked what it can do.
    void awaitQuestion() throws InterruptedException {
        if (!questions.tryAcquire(Patience.SECONDS, TimeUnit.SECONDS)) throw new AssertionError("nobody asked");
    }

    /// The next program that wants the name takes it at once; this one stays on the bus.
    void isReplaceable() throws DBusException {
        connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
                .RequestName(NAME, new UInt32(DBus.DBUS_NAME_FLAG_ALLOW_REPLACEMENT));
    }

    /// Another program may serve notifications now; this one stays on the bus.
    void giveNameAway() throws DBusException {
        connection.releaseBusName(NAME);
    }

    /// Leaves the bus at once. The library waits for calls that are under way, unless its thread is interrupted.
    void vanish() {
        Thread.currentThread().interrupt();
        connection.disconnect();
        Thread.interrupted();
        answers.countDown();
    }

    /// A signal as the server sends it, from any connection.
    static void tell(DBusConnection from, String signal, String signature, Object... arguments) throws DBusException {
        from.sendMessage(from.getMessageFactory().createSignal(null, PATH, NAME, signal, signature, arguments));
    }

    /// The unique name of the program that asked last.
    String client() {
        return client;
    }

    /// The file that it was told last to play.
    String soundFile() {
        return soundFile;
    }

    /// Signals that are not of the form of the specification.
    void odd() throws DBusException {
        tell(connection, "ActionInvoked", "s", "no number");
        tell(connection, "NotificationReplied", "u", new UInt32(1));
        connection.sendMessage(connection.getMessageFactory().createSignal(null, PATH, NAME, "ActionInvoked", null));
    }

    List<Asked> rest() {
        var rest = new ArrayList<Asked>();
        asked.drainTo(rest);
        return rest;
    }

    @Override
    public void close() {
        end(connection);
    }
}
