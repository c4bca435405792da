package io.landline.desktop;

import io.landline.testing.Patience;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// A desktop's tray on a private bus: notes which items are registered and what they say, and clicks on them.
public final class RecordingTray implements AutoCloseable {
    static final String NAME = "org.kde.StatusNotifierWatcher";
    private static final String PATH = "/StatusNotifierWatcher";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";

    @DBusInterfaceName(NAME)
    public interface Protocol extends DBusInterface {
        void RegisterStatusNotifierItem(String service);
    }

    private final class Watcher extends ReadOnlyProperties implements Protocol {
        Watcher() { super(PATH, NAME); }

        @Override
        Map<String, Variant<?>> properties() {
            return Map.of("IsStatusNotifierHostRegistered", new Variant<>(hasHost));
        }

        @Override
        public void RegisterStatusNotifierItem(String service) {
            registered.add(service);
        }
    }

    private final LinkedBlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final DBusConnection connection;
    private volatile boolean hasHost;

    public RecordingTray(String bus, boolean hasHost) throws DBusException {
        this.hasHost = hasHost;
        connection = RecordingServer.connect(bus);
        for (String type : List.of(TrayItemObject.TYPE, TrayMenu.TYPE, LauncherBadge.TYPE, PROPERTIES)) {
            connection.addGenericSigHandler(
                    DBusMatchRuleBuilder.create().withType("signal").withInterface(type).build(), signal -> {
                        try {
                            Object[] all = signal.getParameters();
                            heard.add(signal.getName() + (all.length == 0 ? "" : " " + described(all)));
                        } catch (DBusException e) {
                            heard.add(e.toString());
                        }
                    });
        }
        connection.exportObject(new Watcher());
        connection.requestBusName(NAME);
    }

    /// The name under which the next item registers.
    public String next() throws InterruptedException {
        return RecordingServer.present(registered.poll(Patience.SECONDS, TimeUnit.SECONDS), "no item was registered");
    }

    /// The next signal of an item, its menu or its badge.
    String heard() throws InterruptedException {
        return RecordingServer.present(heard.poll(Patience.SECONDS, TimeUnit.SECONDS), "no signal came");
    }

    boolean heardNothing() {
        return heard.isEmpty() && registered.isEmpty();
    }

    /// A panel that shows items starts or ends.
    void host(boolean has) throws DBusException {
        hasHost = has;
        tell(connection, has ? "StatusNotifierHostRegistered" : "StatusNotifierHostUnregistered");
    }

    static void tell(DBusConnection from, String signal) throws DBusException {
        from.sendMessage(from.getMessageFactory().createSignal(null, PATH, NAME, signal, null));
    }

    /// What the object says of itself, by name.
    Map<String, String> properties(String item, String path, String type) throws DBusException {
        Map<?, ?> all = (Map<?, ?>) call(item, path, PROPERTIES, "GetAll", "s", type)[0];
        var described = new TreeMap<String, String>();
        all.forEach((name, value) -> described.put((String) name, described(value)));
        return described;
    }

    void click(String item) throws DBusException {
        call(item, TrayItemObject.PATH, TrayItemObject.TYPE, "Activate", "ii", 10, 20);
    }

    String menu(String item) throws DBusException {
        return described(call(item, TrayMenu.PATH, TrayMenu.TYPE, "GetLayout", "iias", 0, -1, List.of()));
    }

    public void choose(String item, int entry) throws DBusException {
        call(item, TrayMenu.PATH, TrayMenu.TYPE, "Event", "isvu", entry, "clicked", new Variant<>(0), new UInt32(7));
    }

    Object[] call(String to, String path, String type, String method, String signature, Object... arguments)
            throws DBusException {
        var call = connection.getMessageFactory()
                .createMethodCall(null, to, path, type, method, (byte) 0, signature, arguments);
        connection.sendMessage(call);
        Message answer = RecordingServer.present(call.getReply(10_000), method + " was not answered");
        if (answer instanceof Error refused) throw new DBusException(refused.getName());
        return answer.getParameters();
    }

    /// Structs in round brackets, arrays in square ones, dictionaries in their order.
    private static String described(Object value) {
        return switch (value) {
            case null -> "";
            case Variant<?> variant -> described(variant.getValue());
            case Object[] struct -> Arrays.stream(struct)
                    .map(RecordingTray::described)
                    .collect(Collectors.joining(" ", "(", ")"));
            case List<?> bytes when !bytes.isEmpty() && bytes.getFirst() instanceof Byte -> bytes.size() + " bytes of "
                    + bytes.hashCode();
            case List<?> list -> list.stream().map(RecordingTray::described).collect(Collectors.joining(" ", "[", "]"));
            case Map<?, ?> map -> {
                var sorted = new TreeMap<String, String>();
                map.forEach((key, each) -> sorted.put(described(key), described(each)));
                yield sorted.toString();
            }
            default -> value.toString();
        };
    }

    @Override
    public void close() {
        RecordingServer.end(connection);
    }
}
