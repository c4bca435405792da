package io.landline.desktop;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Notifications over the session bus, as the freedesktop.org specification has them. The thread of its orders makes
/// the calls; it connects when the first notification comes, and again with a later one where that failed. What is not
/// answered because the bus has ended is shown once more, where there is another bus already. While a desktop hangs, of
/// each subject only what was asked last waits.
///
/// Any thread. The lock guards which ids are ours, and is never held during a call to the bus.
public final class SessionBusNotifications implements DesktopNotifications {
    private static final System.Logger LOG = System.getLogger(SessionBusNotifications.class.getName());

    private final String busAddress;
    private final Duration patience;
    private final Path soundFolder;
    private final Listener listener;
    private final DesktopOrders<Order> orders = new DesktopOrders<>("desktop-notifications", Order::insteadOf,
            this::carryOut);
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, String> subjects = new HashMap<>();
    /// Set by the orders' thread alone.
    private volatile @Nullable NotificationServer server;
    private volatile boolean ending;
    /// The orders' thread alone.
    private boolean toldOfFailure;

    /// @param content null: what is shown of the subject is to be taken back
    private record Order(String subject, @Nullable Content content) {
        /// A sound that nobody has heard yet is still due.
        static Order insteadOf(Order before, Order now) {
            boolean isDue = before.content() != null && before.content().audible();
            return isDue && now.content() != null ? new Order(now.subject(), now.content().aloud()) : now;
        }
    }

    /// @param busAddress as [SessionBusAddress] has it
    /// @param soundFolder of this user alone, for the file of our sound
    public SessionBusNotifications(String busAddress, Path soundFolder, Listener listener) {
        this(busAddress, SessionBus.ANSWER_MAX, soundFolder, listener);
    }

    /// @param patience how long an answer is waited for before it is asked whether that is worth it
    SessionBusNotifications(String busAddress, Duration patience, Path soundFolder, Listener listener) {
        this.busAddress = busAddress;
        this.patience = patience;
        this.soundFolder = soundFolder;
        this.listener = listener;
    }

    @Override
    public void show(Content content) {
        order(new Order(content.subject(), content));
    }

    @Override
    public void takeBack(String subject) {
        order(new Order(subject, null));
    }

    private void order(Order order) {
        orders.add(order.subject(), order);
    }

    private void carryOut(Order order) {
        try {
            Content content = order.content();
            if (content == null) {
                takeBackNow(order.subject());
            } else {
                showNow(content);
            }
        } catch (SessionBus.RefusedException e) { // this one was not wanted; the next one may be
            failed(order, e);
        } catch (IOException | RuntimeException | LinkageError e) { // another program's answers, a library's state
            disconnect();
            failed(order, e);
        }
    }

    /// It does not stand on the screen, so the next one of its subject is a first one.
    private void failed(Order order, Throwable e) {
        if (!toldOfFailure) {
            toldOfFailure = true;
            LOG.log(Level.INFO, "the desktop shows no notifications: {0}", e.getMessage());
        }
        if (order.content() != null) listener.gone(order.subject());
    }

    private void showNow(Content content) throws IOException {
        try {
            show(connected(), content);
        } catch (IOException e) {
            NotificationServer known = server;
            if (known == null || !known.isEnded()) throw e;
            disconnect(); // another bus may have come in its place
            show(connected(), content);
        }
    }

    private NotificationServer connected() throws IOException {
        NotificationServer now = server;
        if (now == null) {
            now = new NotificationServer(busAddress, patience, soundFolder, new Signals(), () -> !ending,
                    this::forgetAll);
            server = now;
        }
        return now;
    }

    private void show(NotificationServer to, Content content) throws IOException {
        to.show(content, idOf(content.subject()), id -> keep(to, content.subject(), id));
    }

    private long idOf(String subject) {
        lock.lock();
        try {
            return ids.getOrDefault(subject, 0L);
        } finally {
            lock.unlock();
        }
    }

    /// Where the bus has ended meanwhile, or this program is ending, that came too early for this id.
    private void keep(NotificationServer from, String subject, long id) {
        boolean isGone;
        lock.lock();
        try {
            isGone = from.isEnded();
            Long before = isGone ? ids.remove(subject) : ids.put(subject, id);
            if (before != null) subjects.remove(before);
            if (!isGone) subjects.put(id, subject);
        } finally {
            lock.unlock();
        }
        if (isGone) {
            listener.gone(subject);
        } else {
            orders.addAtEnd(subject, new Order(subject, null));
        }
    }

    private void takeBackNow(String subject) throws IOException {
        Long id;
        lock.lock();
        try {
            id = ids.remove(subject);
            if (id != null) subjects.remove(id);
        } finally {
            lock.unlock();
        }
        NotificationServer now = server;
        if (id != null && now != null) now.close(id);
    }

    /// No id holds any more: of a server that was replaced, or of a bus that has ended.
    private void forgetAll() {
        List<String> gone;
        lock.lock();
        try {
            gone = List.copyOf(ids.keySet());
            ids.clear();
            subjects.clear();
        } finally {
            lock.unlock();
        }
        gone.forEach(this::gone);
    }

    /// Nothing is told where the next one of the subject waits: it will stand, and is to be taken back.
    private void gone(String subject) {
        if (!orders.isWaiting(subject, order -> order.content() != null)) listener.gone(subject);
    }

    private void disconnect() {
        NotificationServer before = server;
        server = null;
        forgetAll();
        if (before != null) before.close();
    }

    /// Takes back what is shown. Where the desktop hangs, the bus keeps that for it; what it has not answered yet has
    /// no id, and may stay.
    @Override
    public void close() {
        ending = true;
        if (!orders.close(this::takenBack, this::disconnect)) takeAllBack();
    }

    /// While the orders' thread waits for a desktop that hangs. The connection is left to that thread.
    private void takeAllBack() {
        NotificationServer known = server;
        try {
            for (String subject : takenBack().keySet()) takeBackNow(subject);
            if (known != null) known.flush(DesktopOrders.END_WAIT_MAX); // the program may end at once
        } catch (IOException | RuntimeException | LinkageError e) { // the bus has ended, or a library's state
            LOG.log(Level.DEBUG, "not all notifications were taken back", e);
        }
    }

    private Map<String, Order> takenBack() {
        var all = new HashMap<String, Order>();
        lock.lock();
        try {
            for (String subject : ids.keySet()) all.put(subject, new Order(subject, null));
        } finally {
            lock.unlock();
        }
        return all;
    }

    /// What the server says of ids that are ours. On a thread of the D-Bus library.
    private final class Signals implements NotificationServer.Listener {
        @Override
        public boolean knows(long id) {
            return subject(id) != null;
        }

        @Override
        public void opened(long id) {
            String subject = subject(id);
            if (subject != null) listener.opened(subject);
        }

        @Override
        public void replied(long id, String text) {
            String subject = subject(id);
            if (subject != null) listener.replied(subject, text);
        }

        @Override
        public void closed(long id) {
            String subject;
            lock.lock();
            try {
                subject = subjects.remove(id);
                if (subject != null && Objects.equals(ids.get(subject), id)) ids.remove(subject);
            } finally {
                lock.unlock();
            }
            if (subject != null) gone(subject);
        }

        @Override
        public void replaced() {
            forgetAll();
        }

        private @Nullable String subject(long id) {
            lock.lock();
            try {
                return subjects.get(id);
            } finally {
                lock.unlock();
            }
        }
    }
}
