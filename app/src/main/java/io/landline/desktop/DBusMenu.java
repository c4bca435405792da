package io.landline.desktop;

import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.Struct;
import org.freedesktop.dbus.Tuple;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.annotations.DBusMemberName;
import org.freedesktop.dbus.annotations.Position;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// What a tray calls on a menu (libdbusmenu, `dbus-menu.xml`). Public, because the library calls it by reflection.
@DBusInterfaceName(TrayMenu.TYPE)
public interface DBusMenu extends DBusInterface {
    /// An entry with its properties and the entries below it.
    @SuppressWarnings("UnusedVariable") // read by the library, like the next two
    final class Layout extends Struct {
        @Position(0)
        private final int id;
        @Position(1)
        private final Map<String, Variant<?>> properties;
        @Position(2)
        private final List<Variant<?>> children;

        Layout(int id, Map<String, Variant<?>> properties, List<Variant<?>> children) {
            this.id = id;
            this.properties = properties;
            this.children = children;
        }
    }

    /// Two values of one answer.
    @SuppressWarnings("UnusedVariable")
    final class Answer<A, B> extends Tuple {
        @Position(0)
        private final A revision;
        @Position(1)
        private final B layout;

        Answer(A revision, B layout) {
            this.revision = revision;
            this.layout = layout;
        }
    }

    /// An entry alone.
    @SuppressWarnings("UnusedVariable")
    final class EntryProperties extends Struct {
        @Position(0)
        private final int id;
        @Position(1)
        private final Map<String, Variant<?>> properties;

        EntryProperties(int id, Map<String, Variant<?>> properties) {
            this.id = id;
            this.properties = properties;
        }
    }

    /// The menu from one entry on, with the number of its last change.
    ///
    /// @param depth how many levels below; -1 for all
    /// @param names of the properties that are asked for; none for all
    @DBusMemberName("GetLayout")
    Answer<UInt32, Layout> layout(int parent, int depth, List<String> names);

    /// Entries without those below them.
    ///
    /// @param ids none for all
    @DBusMemberName("GetGroupProperties")
    List<EntryProperties> groupProperties(List<Integer> ids, List<String> names);

    @DBusMemberName("GetProperty")
    Variant<?> property(int id, String name);

    /// The user did something with an entry.
    ///
    /// @param event `clicked`, or one that we pass over
    @DBusMemberName("Event")
    void event(int id, String event, Variant<?> data, UInt32 time);

    /// Whether the menu has to be read anew before it is shown.
    @DBusMemberName("AboutToShow")
    boolean aboutToShow(int id);
}
