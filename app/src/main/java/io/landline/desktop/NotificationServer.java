package io.landline.desktop;

import io.landline.desktop.DesktopNotifications.Content;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
/// A desktop that hangs is waited for: what it was asked to show it shows once it goes on, and only its answer has the
/// id by which that is taken back. The wait ends where another program takes its name, or where we end.
///
/// A signal may come before the answer that it is about: a notification may be closed at once. It waits until the id in
/// that answer is kept. The lock is held for moments, never during a call.
final class NotificationServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(NotificationServer.class.getName());
    private static final String SERVICE = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String DEFAULT_ACTION = "default";
    private static final String REPLY_ACTION = "inline-reply";
    /// The desktop decides how long it stands.
    private static final int USUAL_TIME = -1;
    /// Signals that may be about a notification that is not answered yet. Most are about those of other programs.
    private static final int EARLY_MAX = 64;

    /// What the server says. On a thread of the library.
    interface Listener {
        /// Whether something that we showed has this id.
        boolean knows(long id);

        void opened(long id);

        void replied(long id, String text);

        void closed(long id);

        /// Another program serves notifications now, or none: no id holds any more.
        void replaced();
    }

    /// What a signal says.
    private record Said(String signal, long id, String text) {
        static Said of(DBusSignal signal, Object[] arguments) {
            boolean isClosed = "NotificationClosed".equals(signal.getName()); // it has a number as its second
            return new Said(signal.getName(), ((UInt32) arguments[0]).longValue(),
                    isClosed ? "" : (String) arguments[1]);
        }
    }

    private final ReentrantLock order = new ReentrantLock();
    /// Guarded by the lock, like the next two: what came while an answer is awaited, and the id that it may replace.
    private final Deque<Said> early = new ArrayDeque<>();
    private boolean isAwaiting;
    private long replacing;
    private final SessionBus bus;
    private final Path soundFolder;
    private final Listener listener;
    private final Set<String> capabilities = new HashSet<>();
    private SessionBus.@Nullable Watch signals;
    private final BooleanSupplier isWanted;
    private volatile @Nullable String owner;
    /// Who has to answer now; null: nobody.
    private volatile @Nullable String asked;
    /// Who took the name of the service last, as the bus said; null: nobody has since.
    private volatile @Nullable String successor;

    /// Connects, and finds the server; the bus starts one where it can.
    ///
    /// @param patience how long an answer is waited for before it is asked whether that is worth it
    /// @param soundFolder of this user alone, for the file of our sound
    /// @param isWanted false: we are ending, and wait no longer than a moment
    /// @param lost told when the connection has ended without us
    NotificationServer(String busAddress, Duration patience, Path soundFolder, Listener listener,
            BooleanSupplier isWanted, Runnable lost) throws IOException {
        this.isWanted = isWanted;
        this.soundFolder = soundFolder;
        this.listener = listener;
        bus = new SessionBus(busAddress, patience, lost);
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
        Message answer = answerOfAny();
        String found = answer.getSource();
        if (found == null) throw new IOException("an answer without a sender");
        if (signals != null) signals.close(); // of the server of before
        signals = null;
        capabilities.clear();
        for (Object each : list(SessionBus.parameters(answer)[0])) capabilities.add(String.valueOf(each));
        signals = bus.watchSignals(found, SERVICE, this::signal);
        owner = found;
    }

    /// Asks once more where nobody was there to answer. The bus may say late that an earlier program has left, and that
    /// ends a call to the next one too.
    private Message answerOfAny() throws IOException {
        try {
            return askAny();
        } catch (SessionBus.RefusedException e) {
            if (!e.isGone()) throw e;
            return askAny();
        }
    }

    private Message askAny() throws IOException {
        return bus.call(isWanted, SERVICE, PATH, SERVICE, "GetCapabilities", null);
    }

    private static Iterable<?> list(Object value) {
        return value instanceof Object[] array ? List.of(array) : (List<?>) value;
    }

    /// The word on one of before may come when the next one is found already.
    private void ownerChanged(String before, String now) {
        order.lock();
        try {
            successor = now.isEmpty() ? null : now;
            if (before.equals(owner)) forgetOwner();
        } finally {
            order.unlock();
        }
        if (!before.isEmpty()) bus.giveUpOn(SERVICE); // first: what ends below is followed by a call to the next one
        String slow = asked;
        if (slow != null && !now.isEmpty() && !now.equals(slow)) bus.giveUpOn(slow);
    }

    private void forgetOwner() {
        owner = null;
        listener.replaced();
    }

    private boolean isWorthWaiting(String to) {
        return isWanted.getAsBoolean() && !hasSuccessor(to);
    }

    private void signal(DBusSignal signal, Object[] arguments) {
        Said said = Said.of(signal, arguments);
        order.lock();
        try {
            if (!signal.getSource().equals(owner)) return;
            if (!isEarly(said)) {
                tell(said);
                return;
            }
            if (early.size() == EARLY_MAX) early.removeFirst();
            early.addLast(said);
        } finally {
            order.unlock();
        }
    }

    /// Whether it may be about the notification that is not answered yet.
    private boolean isEarly(Said said) {
        if (!isAwaiting) return false;
        return !listener.knows(said.id()) || said.id() == replacing && "NotificationClosed".equals(said.signal());
    }

    private void tell(Said said) {
        switch (said.signal()) {
            case "ActionInvoked" -> {
                if (DEFAULT_ACTION.equals(said.text())) listener.opened(said.id());
            }
            case "NotificationReplied" -> listener.replied(said.id(), said.text());
            case "NotificationClosed" -> listener.closed(said.id());
            default -> {
            }
        }
    }

    /// Shows a notification.
    ///
    /// @param replaces the id of the one that it replaces; 0 for none
    /// @param shown gets its id, which only the server of now knows, before any signal about it
    void show(Content content, long replaces, LongConsumer shown) throws IOException {
        await(true, replaces);
        try {
            Message answer = show(content, replaces);
            long id = ((UInt32) SessionBus.parameters(answer)[0]).longValue();
            order.lock();
            try {
                shown.accept(id);
                isAwaiting = false;
                early.stream().filter(said -> said.id() == id).forEach(this::tell);
                if (!Objects.equals(answer.getSource(), owner)) listener.replaced(); // it left behind its answer
            } finally {
                order.unlock();
            }
        } finally {
            await(false, 0);
        }
    }

    private void await(boolean isAnswerAwaited, long mayReplace) {
        order.lock();
        try {
            isAwaiting = isAnswerAwaited;
            replacing = mayReplace;
            early.clear();
        } finally {
            order.unlock();
        }
    }

    private Message show(Content content, long replaces) throws IOException {
        String to = owner;
        if (to != null) {
            try {
                return show(to, content, replaces);
            } catch (IOException e) {
                if (!isGone(to, e)) throw e;
                forgetOwner();
            }
        }
        find(); // the bus starts another one where it can
        return show(Objects.requireNonNull(owner), content, 0);
    }

    /// A change of the owner just before the call ends no call, but the time for the answer does.
    private boolean isGone(String to, IOException e) {
        return e instanceof SessionBus.RefusedException refused ? refused.isGone() : hasSuccessor(to);
    }

    private boolean hasSuccessor(String to) {
        String since = successor;
        return since != null && !since.equals(to);
    }

    private Message show(String to, Content content, long replaces) throws IOException {
        boolean hasMarkup = capabilities.contains("body-markup");
        String body = hasMarkup ? NotificationMarkup.escaped(content.body()) : NotificationMarkup.plain(content.body());
        asked = to;
        try {
            return bus.call(() -> isWorthWaiting(to), to, PATH, SERVICE, "Notify", "susssasa{sv}i", "Landline",
                    new UInt32(replaces), "", NotificationMarkup.plain(content.summary()), body, actions(content),
                    hints(content), USUAL_TIME);
        } finally {
            asked = null;
        }
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

    /// Takes a notification back. A server that hangs does so once it goes on. Any thread.
    void close(long id) throws IOException {
        String to = owner;
        if (to != null) bus.send(to, PATH, SERVICE, "CloseNotification", "u", new UInt32(id));
    }

    /// Waits until the bus has what was taken back. Any thread.
    void flush(Duration max) throws IOException {
        bus.flush(max);
    }

    /// Whether the connection has ended without us: no id holds any more.
    boolean isEnded() {
        return bus.isEnded();
    }

    @Override
    public void close() {
        try {
            if (owner != null && !bus.isEnded()) bus.flush(); // what was taken back
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the message bus may not have all that it was told", e);
        }
        bus.close();
    }
}
