package io.landline.desktop;

import io.landline.desktop.DesktopTray.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freedesktop.dbus.errors.InvalidMethodArgument;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/// The menu of the tray's item: open the window, end the program. Any thread.
final class TrayMenu extends ReadOnlyProperties implements DBusMenu {
    static final String TYPE = "com.canonical.dbusmenu";
    static final String PATH = "/MenuBar";
    static final String DIRECTION = "TextDirection";
    /// Of the protocol.
    private static final long VERSION = 3;
    private static final int ROOT = 0;
    private static final int OPEN = 1;
    private static final int QUIT = 2;
    private static final List<Integer> ENTRIES = List.of(OPEN, QUIT);
    private static final String LAYOUT = "(ia{sv}av)";

    private final DesktopTray.Listener listener;
    private volatile State state;

    /// @param revision grows with each change
    private record State(Words words, long revision) {}

    TrayMenu(Words words, DesktopTray.Listener listener) {
        super(PATH, TYPE);
        state = new State(words, 1);
        this.listener = listener;
    }

    /// The words of another language. One thread at a time.
    ///
    /// @return the number of this change
    UInt32 show(Words words) {
        State now = new State(words, state.revision() + 1);
        state = now;
        return new UInt32(now.revision());
    }

    @Override
    Map<String, Variant<?>> properties() {
        return Map.of("Version", new Variant<>(new UInt32(VERSION)), DIRECTION, direction(), "Status",
                new Variant<>("normal"), "IconThemePath", new Variant<>(List.of(), "as"));
    }

    /// In which the words are written.
    Variant<?> direction() {
        return new Variant<>(state.words().isMirrored() ? "rtl" : "ltr");
    }

    @Override
    public Answer<UInt32, Layout> layout(int parent, int depth, List<String> names) {
        State now = state;
        List<Variant<?>> children = parent != ROOT || depth == 0
                ? List.of()
                : ENTRIES.stream()
                        .<Variant<?>>map(id -> new Variant<>(new Layout(id, entry(now, id, names), List.of()), LAYOUT))
                        .toList();
        return new Answer<>(new UInt32(now.revision()), new Layout(parent, entry(now, parent, names), children));
    }

    @Override
    public List<EntryProperties> groupProperties(List<Integer> ids, List<String> names) {
        State now = state;
        return Stream.concat(Stream.of(ROOT), ENTRIES.stream())
                .filter(id -> ids.isEmpty() || ids.contains(id))
                .map(id -> new EntryProperties(id, entry(now, id, names)))
                .toList();
    }

    @Override
    public Variant<?> property(int id, String name) {
        Variant<?> value = entry(state, id, List.of()).get(name);
        if (value == null) throw new InvalidMethodArgument("entry " + id + " has no " + name);
        return value;
    }

    /// What is not the usual value.
    private static Map<String, Variant<?>> entry(State now, int id, List<String> names) {
        Map<String, Variant<?>> all = new HashMap<>(switch (id) {
            case ROOT -> Map.of("children-display", new Variant<>("submenu"));
            case OPEN -> Map.of("label", label(now.words().open()));
            case QUIT -> Map.of("label", label(now.words().quit()));
            default -> throw new InvalidMethodArgument("no entry " + id);
        });
        if (!names.isEmpty()) all.keySet().retainAll(names);
        return all;
    }

    /// A single underscore would mark a key.
    private static Variant<?> label(String words) {
        return new Variant<>(words.replace("_", "__"));
    }

    @Override
    public void event(int id, String event, Variant<?> data, UInt32 time) {
        if (!event.equals("clicked")) return;
        switch (id) {
            case OPEN -> listener.opened();
            case QUIT -> listener.quit();
            default -> {
            }
        }
    }

    @Override
    public boolean aboutToShow(int id) {
        return false;
    }
}
