package io.landline.desktop;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.jspecify.annotations.Nullable;

/// A connection to the user's message bus: makes calls, hears signals, offers objects. Calls wait for an answer, so
/// they are made by threads of ours. Signals, and calls of others to our objects, come on threads of the library.
final class SessionBus implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SessionBus.class.getName());

    /// A desktop answers within milliseconds. After this time a call ends without an answer, or asks whether to wait
    /// for longer.
    static final Duration ANSWER_MAX = Duration.ofSeconds(5);

    /// The library tries every half a second until this time is over: once.
    private static final int ATTEMPTS_MILLIS = 500;
    /// The flag of a call that nobody answers.
    private static final byte NO_ANSWER = 1;
    private static final String GONE = "org.freedesktop.DBus.Error.NoReply";
    private static final String BUS = "org.freedesktop.DBus";
    private static final String PEER = "org.freedesktop.DBus.Peer";
    private static final String BUS_PATH = "/org/freedesktop/DBus";

    private final DBusConnection connection;
    private final Duration patience;
    /// Calls that wait for an answer.
    private final Set<MethodCall> awaited = ConcurrentHashMap.newKeySet();
    private volatile boolean ended;

    /// What is done with a signal. One that is not of the form of its specification may make it throw a
    /// [ClassCastException] or an [IndexOutOfBoundsException]; then it means nothing.
    interface SignalHandler {
        void take(DBusSignal signal, Object[] arguments);
    }

    /// The other side, or the bus for it, answered with an error.
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;
        private final String error;

        RefusedException(String method, String error) {
            super(method + ": " + error);
            this.error = error;
        }

        /// Whether nobody has the name that was called, or the program that has it ended without an answer.
        boolean isGone() {
            return switch (error) {
                case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner",
                        GONE -> true;
                default -> false;
            };
        }
    }

    /// Signals that we asked for, until it is closed.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// Connects; [#register] lets it in.
    ///
    /// @param patience as [#ANSWER_MAX], or shorter in a test
    /// @param lost told when the connection has ended without us
    SessionBus(String address, Duration patience, Runnable lost) throws IOException {
        this.patience = patience;
        try {
            connection = DBusConnectionBuilder.forAddress(address)
                    .withShared(false)
                    .transportConfig()
                    .withRegisterSelf(false) // what fails after this can be closed
                    .withTimeout(ATTEMPTS_MILLIS)
                    .back()
                    .withDisconnectCallback(new IDisconnectCallback() {
                        @Override
                        public void disconnectOnError(@Nullable IOException why) {
                            end();
                            lost.run();
                        }
                    })
                    .receivingThreadConfig()
                    .withSignalThreadCount(1) // in their order
                    .withMethodCallThreadCount(1) // see flush
                    .connectionConfig()
                    .build();
        } catch (DBusException | RuntimeException e) { // the library throws either, depending on how far it came
            throw new IOException("there is no message bus at " + address + ": " + e.getMessage(), e);
        }
    }

    /// The library lets some calls wait that were not sent any more.
    private void end() {
        ended = true;
        awaited.forEach(this::giveUp);
    }

    /// The program of this name will not answer any more: calls to it end as if it had left the bus.
    void giveUpOn(String name) {
        for (MethodCall call : awaited) {
            if (!name.equals(call.getDestination())) continue;
            try {
                call.setReply(connection.getMessageFactory()
                        .createError(name, connection.getUniqueName(), GONE, call.getSerial(), null));
            } catch (DBusException _) {
                // it is asked again whether it is worth waiting
            }
        }
    }

    private void giveUp(MethodCall call) {
        try {
            call.setReply(connection.getMessageFactory().createError(call, new IOException("it has ended")));
        } catch (DBusException _) {
            // it waits until its time is over
        }
    }

    /// Whether the connection has ended without us.
    boolean isEnded() {
        return ended;
    }

    void register() throws IOException {
        try {
            connection.register();
        } catch (DBusException | RuntimeException e) {
            throw new IOException("the message bus does not let us in: " + e.getMessage(), e);
        }
    }

    /// Our name on the bus, which nobody else ever had.
    String name() {
        return connection.getUniqueName();
    }

    private Watch watch(DBusMatchRule rule, SignalHandler handler) throws IOException {
        try {
            AutoCloseable subscription = connection.addGenericSigHandler(rule, signal -> {
                try {
                    Object[] arguments = signal.getParameters();
                    if (arguments != null) handler.take(signal, arguments);
                } catch (DBusException | ClassCastException | IndexOutOfBoundsException _) {
                    // not of the form that the specification gives it: it means nothing to us
                }
            });
            return () -> {
                try {
                    subscription.close();
                } catch (Exception _) { // what the interface allows
                    // the bus has ended it itself, with the program that it was about
                }
            };
        } catch (DBusException | RuntimeException e) {
            throw new IOException("the message bus sends no signals: " + e.getMessage(), e);
        }
    }

    /// @param changed gets the unique names of who had this name until now, and of who has it; an empty one for nobody
    void watchOwner(String name, BiConsumer<String, String> changed) throws IOException {
        DBusMatchRule rule = DBusMatchRuleBuilder.create()
                .withType("signal")
                .withSender(BUS)
                .withInterface(BUS)
                .withMember("NameOwnerChanged")
                .withArg0123(0, name)
                .build();
        watch(rule, (signal, arguments) -> {
            if (!BUS.equals(signal.getSource()) || !name.equals(arguments[0])) return;
            changed.accept((String) arguments[1], (String) arguments[2]);
        });
    }

    /// The signals of one program, known by its unique name. Any other may send some that look the same.
    Watch watchSignals(String sender, String type, SignalHandler handler) throws IOException {
        DBusMatchRule rule = DBusMatchRuleBuilder.create()
                .withType("signal")
                .withSender(sender)
                .withInterface(type)
                .build();
        return watch(rule, (signal, arguments) -> {
            boolean isTheirs = sender.equals(signal.getSource()) && type.equals(signal.getInterface());
            if (isTheirs) handler.take(signal, arguments);
        });
    }

    /// Who has this name now, as a unique name; null for nobody. The bus starts no program for that.
    @Nullable
    String ownerOf(String name) throws IOException {
        try {
            return (String) parameters(call(BUS, BUS_PATH, BUS, "GetNameOwner", "s", name))[0];
        } catch (RefusedException _) {
            return null;
        }
    }

    /// Calls a method and waits for its answer.
    Message call(String to, String path, String type, String method, @Nullable String signature, Object... arguments)
            throws IOException {
        return call(() -> false, to, path, type, method, signature, arguments);
    }

    /// The same, and waits for longer where that is worth it.
    ///
    /// @param isWorthWaiting asked each time that our patience has passed
    Message call(BooleanSupplier isWorthWaiting, String to, String path, String type, String method,
            @Nullable String signature, Object... arguments) throws IOException {
        return call(patience, isWorthWaiting, to, path, type, method, signature, arguments);
    }

    private Message call(Duration max, BooleanSupplier isWorthWaiting, String to, String path, String type,
            String method, @Nullable String signature, Object... arguments) throws IOException {
        try {
            MethodCall call = connection.getMessageFactory()
                    .createMethodCall(null, to, path, type, method, (byte) 0, signature, arguments);
            Message answer = answer(call, max, isWorthWaiting);
            if (answer == null) throw new IOException(method + ": no answer");
            if (!(answer instanceof Error refused)) return answer;
            if (refused.getSource() != null) throw new RefusedException(method, refused.getName());
            ended = true; // the library's own error: it could not send, or has lost the bus
            throw new IOException(method + ": the message bus has ended");
        } catch (DBusException | RuntimeException e) {
            throw new IOException(method + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Message answer(MethodCall call, Duration max, BooleanSupplier isWorthWaiting) {
        awaited.add(call);
        try {
            if (ended) giveUp(call);
            connection.sendMessage(call);
            Message answer;
            do {
                answer = call.getReply(max.toMillis());
            } while (answer == null && isWorthWaiting.getAsBoolean() && !Thread.currentThread().isInterrupted());
            return answer;
        } finally {
            awaited.remove(call);
        }
    }

    /// Calls a method and waits for nothing. The bus keeps the call for a program that is busy.
    void send(String to, String path, String type, String method, String signature, Object... arguments)
            throws IOException {
        try {
            connection.sendMessage(connection.getMessageFactory()
                    .createMethodCall(null, to, path, type, method, NO_ANSWER, signature, arguments));
        } catch (DBusException | RuntimeException e) {
            throw new IOException(method + ": " + e.getMessage(), e);
        }
    }

    static Object[] parameters(Message answer) throws IOException {
        try {
            return answer.getParameters();
        } catch (DBusException e) {
            throw new IOException("an answer that cannot be read", e);
        }
    }

    /// Waits until the bus has all that we sent, answers to calls of others included: a call to ourselves comes after
    /// them both ways, since one thread takes calls.
    void flush() throws IOException {
        flush(patience);
    }

    /// The same, and no longer than this time.
    void flush(Duration max) throws IOException {
        call(max, () -> false, name(), "/", PEER, "Ping", null);
    }

    /// Sends a signal to all who listen.
    void emit(String path, String type, String signal, @Nullable String signature, Object... arguments)
            throws IOException {
        try {
            connection.sendMessage(connection.getMessageFactory()
                    .createSignal(null, path, type, signal, signature, arguments));
        } catch (DBusException | RuntimeException e) {
            throw new IOException(signal + ": " + e.getMessage(), e);
        }
    }

    /// Lets other programs call this object, from now on.
    void offer(DBusInterface object) throws IOException {
        try {
            connection.exportObject(object);
        } catch (DBusException | RuntimeException e) {
            throw new IOException(object.getObjectPath() + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.disconnect();
        } catch (RuntimeException e) { // the library's state, where the bus ends at the same time
            LOG.log(Level.DEBUG, "the connection to the message bus did not end well", e);
        }
    }
}
