package io.landline.desktop;

import io.landline.desktop.DesktopNotifications.Content;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// A connection to the session bus, and over it to the program that owns `org.freedesktop.Notifications`. The only
/// class that knows the D-Bus library, so that nothing of it is loaded before the first notification.
///
/// Calls go to the owner by its unique name, and only signals from that name count: any other program of the user may
/// send some that look the same. Calls wait for an answer, so they are made by one thread of ours. Signals come on a
/// thread of the library.
final class NotificationServer implements AutoCloseable {
    /// A desktop answers within milliseconds. One that does not is taken for dead.
    static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    /// The library tries every half a second until this time is over: once. The next notification tries again.
    private static final int ATTEMPTS_MILLIS = 500;
    private static final String SERVICE = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String BUS = "org.freedesktop.DBus";
    private static final Set<String> NO_SUCH_OWNER = Set.of("org.freedesktop.DBus.Error.ServiceUnknown",
            "org.freedesktop.DBus.Error.NameHasNoOwner");
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

    private final DBusConnection connection;
    private final Listener listener;
    private final Set<String> capabilities = new HashSet<>();
    private @Nullable AutoCloseable signals;
    private volatile @Nullable String owner;

    /// Connects, and finds the server; the bus starts one where it can.
    ///
    /// @param lost told when the connection has ended without us
    NotificationServer(String busAddress, Listener listener, Runnable lost) throws IOException {
        this.listener = listener;
        try {
            connection = DBusConnectionBuilder.forAddress(busAddress)
                    .withShared(false)
                    .transportConfig()
                    .withRegisterSelf(false) // what fails after this can be closed
                    .withTimeout(ATTEMPTS_MILLIS)
                    .back()
                    .withDisconnectCallback(new IDisconnectCallback() {
                        @Override
                        public void disconnectOnError(@Nullable IOException why) {
                            lost.run();
                        }
                    })
                    .receivingThreadConfig()
                    .withSignalThreadCount(1) // in their order
                    .connectionConfig()
                    .build();
        } catch (DBusException | RuntimeException e) { // the library throws either, depending on how far it came
            throw new IOException("there is no message bus at " + busAddress + ": " + e.getMessage(), e);
        }
        try {
            connection.register();
            watch(DBusMatchRuleBuilder.create()
                    .withType("signal")
                    .withSender(BUS)
                    .withInterface(BUS)
                    .withMember("NameOwnerChanged")
                    .withArg0123(0, SERVICE)
                    .build(), this::ownerChanged);
            find();
        } catch (DBusException | RuntimeException e) {
            close();
            throw new IOException("the message bus does not let us in: " + e.getMessage(), e);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private interface Handler {
        void take(DBusSignal signal, Object[] arguments);
    }

    private AutoCloseable watch(DBusMatchRule rule, Handler handler) throws IOException {
        try {
            return connection.addGenericSigHandler(rule, signal -> {
                try {
                    Object[] arguments = signal.getParameters();
                    if (arguments != null) handler.take(signal, arguments);
                } catch (DBusException | ClassCastException | IndexOutOfBoundsException _) {
                    // not of the form that the specification gives it: it means nothing to us
                }
            });
        } catch (DBusException | RuntimeException e) {
            throw new IOException("the message bus sends no signals: " + e.getMessage(), e);
        }
    }

    /// Whose unique name it is, and what it can do.
    private void find() throws IOException {
        Message answer = call(SERVICE, PATH, SERVICE, "GetCapabilities", null);
        String found = answer.getSource();
        if (found == null) throw new IOException("an answer without a sender");
        stopWatching();
        capabilities.clear();
        for (Object each : list(parameters(answer)[0])) capabilities.add(String.valueOf(each));
        signals = watch(
                DBusMatchRuleBuilder.create().withType("signal").withSender(found).withInterface(SERVICE).build(),
                this::signal);
        owner = found;
    }

    /// The server of before is gone, and what is sent under its name means nothing.
    private void stopWatching() throws IOException {
        AutoCloseable before = signals;
        signals = null;
        if (before == null) return;
        try {
            before.close();
        } catch (Exception e) { // what the interface allows
            throw new IOException("the message bus does not take back a subscription", e);
        }
    }

    private static Iterable<?> list(Object value) {
        return value instanceof Object[] array ? List.of(array) : (List<?>) value;
    }

    private void ownerChanged(DBusSignal signal, Object[] arguments) {
        String known = owner;
        if (!BUS.equals(signal.getSource()) || !SERVICE.equals(arguments[0]) || known == null) return;
        if (known.equals(arguments[2])) return;
        owner = null;
        listener.replaced();
    }

    private void signal(DBusSignal signal, Object[] arguments) {
        String known = owner;
        if (known == null || !known.equals(signal.getSource()) || !SERVICE.equals(signal.getInterface())) return;
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

    /// Shows a notification; the answer is its id, which only the server of now knows.
    ///
    /// @param replaces the id of the one in whose place it comes; 0 for none
    long show(Content content, long replaces) throws IOException {
        String to = owner;
        if (to != null) {
            try {
                return show(to, content, replaces);
            } catch (RefusedException e) {
                if (!e.isGone()) throw e;
                owner = null;
                listener.replaced();
            }
        }
        find(); // the bus starts another one where it can
        return show(Objects.requireNonNull(owner), content, 0);
    }

    private long show(String to, Content content, long replaces) throws IOException {
        boolean hasMarkup = capabilities.contains("body-markup");
        String body = hasMarkup ? NotificationMarkup.escaped(content.body()) : NotificationMarkup.plain(content.body());
        Message answer = call(to, PATH, SERVICE, "Notify", "susssasa{sv}i", "Landline", new UInt32(replaces), "",
                NotificationMarkup.plain(content.summary()), body, actions(content), hints(content), USUAL_TIME);
        return ((UInt32) parameters(answer)[0]).longValue();
    }

    private List<String> actions(Content content) {
        if (!capabilities.contains("actions")) return List.of();
        String open = NotificationMarkup.plain(content.labels().open());
        if (!capabilities.contains(REPLY_ACTION)) return List.of(DEFAULT_ACTION, open);
        return List.of(DEFAULT_ACTION, open, REPLY_ACTION, NotificationMarkup.plain(content.labels().reply()));
    }

    private static Map<String, Variant<?>> hints(Content content) {
        Map.Entry<String, Variant<?>> sound = content.audible()
                ? Map.entry("sound-name", new Variant<>("message-new-instant"))
                : Map.entry("suppress-sound", new Variant<>(true));
        return Map.ofEntries(Map.entry("category", new Variant<>("im.received")), sound);
    }

    /// Takes a notification back; one that is gone already is no fault.
    void close(long id) throws IOException {
        String to = owner;
        if (to == null) return;
        try {
            call(to, PATH, SERVICE, "CloseNotification", "u", new UInt32(id));
        } catch (RefusedException _) {
            // the user closed it meanwhile
        }
    }

    /// The server, or the bus for it, answered with an error.
    static final class RefusedException extends IOException {
        private final String error;

        RefusedException(String method, String error) {
            super(method + ": " + error);
            this.error = error;
        }

        boolean isGone() {
            return NO_SUCH_OWNER.contains(error);
        }
    }

    private Message call(@Nullable String to, String path, String type, String method, @Nullable String signature,
            Object... arguments) throws IOException {
        try {
            MethodCall call = connection.getMessageFactory()
                    .createMethodCall(null, to, path, type, method, (byte) 0, signature, arguments);
            connection.sendMessage(call);
            Message answer = call.getReply(ANSWER_MAX.toMillis());
            if (answer == null) throw new IOException(method + ": no answer");
            if (answer instanceof Error refused) throw new RefusedException(method, refused.getName());
            return answer;
        } catch (DBusException | DBusExecutionException e) {
            throw new IOException(method + ": " + e.getMessage(), e);
        }
    }

    private static Object[] parameters(Message answer) throws IOException {
        try {
            return answer.getParameters();
        } catch (DBusException e) {
            throw new IOException("an answer that cannot be read", e);
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
