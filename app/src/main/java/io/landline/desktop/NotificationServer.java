package io.landline.desktop;

import io.landline.desktop.DesktopNotifications.Content;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// The program that owns `org.freedesktop.Notifications`, over a connection of its own to the session bus.
///
/// Calls go to the owner by its unique name, and only signals from that name count: any other program of the user may
/// send some that look the same. Calls wait for an answer, so they are made by one thread of ours. Signals come on a
/// thread of the library.
///
/// A signal may come together with the answer that it is about: a notification may be closed at once. It waits until
/// the id in that answer is kept: the lock is held during a call that shows one, and during a signal.
final class NotificationServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(NotificationServer.class.getName());
    private static final String SERVICE = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String DEFAULT_ACTION = "default";
    private static final String REPLY_ACTION = "inline-reply";
    /// The desktop decides how long it stands.
    private static final int USUAL_TIME = -1;

    /// What the server says. On a thread of the library.
    interface Listener {
        void opened(long id);

        void replied(long id, String text);

        void closed(long id);

        /// Another program serves notifications now, or none: no id holds any more.
        void replaced();
    }

    private final ReentrantLock order = new ReentrantLock();
    private final SessionBus bus;
    private final Path soundFolder;
    private final Listener listener;
    private final Set<String> capabilities = new HashSet<>();
    private SessionBus.@Nullable Watch signals;
    private volatile @Nullable String owner;

    /// Connects, and finds the server; the bus starts one where it can.
    ///
    /// @param soundFolder of this user alone, for the file of our sound
    /// @param lost told when the connection has ended without us
    NotificationServer(String busAddress, Path soundFolder, Listener listener, Runnable lost) throws IOException {
        this.soundFolder = soundFolder;
        this.listener = listener;
        bus = new SessionBus(busAddress, lost);
        try {
            bus.register();
            bus.watchOwner(SERVICE, this::ownerChanged);
            find();
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Its unique name, and what it can do.
    private void find() throws IOException {
        Message answer = bus.call(SERVICE, PATH, SERVICE, "GetCapabilities", null);
        String found = answer.getSource();
        if (found == null) throw new IOException("an answer without a sender");
        if (signals != null) signals.close(); // of the server of before
        signals = null;
        capabilities.clear();
        for (Object each : list(SessionBus.parameters(answer)[0])) capabilities.add(String.valueOf(each));
        signals = bus.watchSignals(found, SERVICE, this::signal);
        owner = found;
    }

    private static Iterable<?> list(Object value) {
        return value instanceof Object[] array ? List.of(array) : (List<?>) value;
    }

    /// The word on one of before may come when the next one is found already.
    private void ownerChanged(String before) {
        order.lock();
        try {
            if (before.equals(owner)) forgetOwner();
        } finally {
            order.unlock();
        }
    }

    private void forgetOwner() {
        owner = null;
        listener.replaced();
    }

    private void signal(DBusSignal signal, Object[] arguments) {
        order.lock();
        try {
            if (signal.getSource().equals(owner)) tell(signal, arguments);
        } finally {
            order.unlock();
        }
    }

    private void tell(DBusSignal signal, Object[] arguments) {
        long id = ((UInt32) arguments[0]).longValue();
        switch (signal.getName()) {
            case "ActionInvoked" -> {
                if (DEFAULT_ACTION.equals(arguments[1])) listener.opened(id);
            }
            case "NotificationReplied" -> listener.replied(id, (String) arguments[1]);
            case "NotificationClosed" -> listener.closed(id);
            default -> {
            }
        }
    }

    /// Shows a notification.
    ///
    /// @param replaces the id of the one that it replaces; 0 for none
    /// @param shown gets its id, which only the server of now knows, before any signal about it
    void show(Content content, long replaces, LongConsumer shown) throws IOException {
        order.lock();
        try {
            shown.accept(show(content, replaces));
        } finally {
            order.unlock();
        }
    }

    private long show(Content content, long replaces) throws IOException {
        String to = owner;
        if (to != null) {
            try {
                return show(to, content, replaces);
            } catch (SessionBus.RefusedException e) {
                if (!e.isGone()) throw e;
                forgetOwner();
            }
        }
        find(); // the bus starts another one where it can
        return show(Objects.requireNonNull(owner), content, 0);
    }

    private long show(String to, Content content, long replaces) throws IOException {
        boolean hasMarkup = capabilities.contains("body-markup");
        String body = hasMarkup ? NotificationMarkup.escaped(content.body()) : NotificationMarkup.plain(content.body());
        Message answer = bus.call(to, PATH, SERVICE, "Notify", "susssasa{sv}i", "Landline", new UInt32(replaces), "",
                NotificationMarkup.plain(content.summary()), body, actions(content), hints(content), USUAL_TIME);
        return ((UInt32) SessionBus.parameters(answer)[0]).longValue();
    }

    private List<String> actions(Content content) {
        if (!capabilities.contains("actions")) return List.of();
        String open = NotificationMarkup.plain(content.labels().open());
        String reply = content.labels().reply();
        if (reply == null || !capabilities.contains(REPLY_ACTION)) return List.of(DEFAULT_ACTION, open);
        return List.of(DEFAULT_ACTION, open, REPLY_ACTION, NotificationMarkup.plain(reply));
    }

    private Map<String, Variant<?>> hints(Content content) {
        return Map.ofEntries(Map.entry("category", new Variant<>("im.received")), sound(content));
    }

    /// Our own where the server plays sounds; else by name, as servers may that do not say so.
    private Map.Entry<String, Variant<?>> sound(Content content) {
        if (!content.audible()) return Map.entry("suppress-sound", new Variant<>(true));
        if (capabilities.contains("sound")) {
            try {
                return Map.entry("sound-file", new Variant<>(NotificationTone.in(soundFolder).toString()));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "our sound cannot be kept", e);
            }
        }
        return Map.entry("sound-name", new Variant<>("message-new-instant"));
    }

    /// Takes a notification back; one that is gone already is no fault.
    void close(long id) throws IOException {
        String to = owner;
        if (to == null) return;
        try {
            bus.call(to, PATH, SERVICE, "CloseNotification", "u", new UInt32(id));
        } catch (SessionBus.RefusedException _) {
            // the user closed it meanwhile
        }
    }

    /// Whether the connection has ended without us: no id holds any more.
    boolean isEnded() {
        return bus.isEnded();
    }

    @Override
    public void close() {
        bus.close();
    }
}
