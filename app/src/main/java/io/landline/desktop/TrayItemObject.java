package io.landline.desktop;

import io.landline.desktop.DesktopTray.Content;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/// The item as a tray reads and calls it. Any thread.
final class TrayItemObject extends ReadOnlyProperties implements StatusNotifierItem {
    static final String TYPE = "org.kde.StatusNotifierItem";
    static final String PATH = "/StatusNotifierItem";
    /// Nothing waits.
    static final String ACTIVE = "Active";
    static final String NEEDS_ATTENTION = "NeedsAttention";
    private static final String PICTURES = "a(iiay)";

    private final List<TrayPicture> plain;
    private final List<TrayPicture> marked;
    private final DesktopTray.Listener listener;
    private volatile Content content;

    TrayItemObject(List<TrayPicture> pictures, Content content, DesktopTray.Listener listener) {
        super(PATH, TYPE);
        plain = List.copyOf(pictures);
        marked = plain.stream().map(TrayPicture::marked).toList();
        this.content = content;
        this.listener = listener;
    }

    Content content() {
        return content;
    }

    void show(Content now) {
        content = now;
    }

    static String status(Content of) {
        return of.unread() > 0 ? NEEDS_ATTENTION : ACTIVE;
    }

    /// Some trays pass over the picture for attention, so the usual one changes too. There are no names of pictures:
    /// those would come before the pixels.
    @Override
    Map<String, Variant<?>> properties() {
        Content now = content;
        Object[] tooltip = {"", List.of(), "Landline", now.words().tooltip()};
        return Map.ofEntries(Map.entry("Category", new Variant<>("Communications")),
                Map.entry("Id", new Variant<>("landline")), Map.entry("Title", new Variant<>("Landline")),
                Map.entry("Status", new Variant<>(status(now))), Map.entry("WindowId", new Variant<>(0)),
                Map.entry("IconThemePath", new Variant<>("")), Map.entry("IconName", new Variant<>("")),
                Map.entry("IconPixmap", pictures(now.unread() > 0 ? marked : plain)),
                Map.entry("OverlayIconName", new Variant<>("")), Map.entry("OverlayIconPixmap", pictures(List.of())),
                Map.entry("AttentionIconName", new Variant<>("")), Map.entry("AttentionIconPixmap", pictures(marked)),
                Map.entry("AttentionMovieName", new Variant<>("")),
                Map.entry("ToolTip", new Variant<>(tooltip, "(s" + PICTURES + "ss)")),
                Map.entry("ItemIsMenu", new Variant<>(false)),
                Map.entry("Menu", new Variant<>(new DBusPath(TrayMenu.PATH), "o")));
    }

    private static Variant<?> pictures(List<TrayPicture> all) {
        List<Object[]> structs = all.stream()
                .map(each -> new Object[]{each.side(), each.side(), each.bytes()})
                .toList();
        return new Variant<>(structs, PICTURES);
    }

    @Override
    public void activate(int x, int y) {
        listener.opened();
    }

    @Override
    public void secondaryActivate(int x, int y) {
        listener.opened();
    }

    /// Only a tray that cannot draw menus asks for one.
    @Override
    public void contextMenu(int x, int y) {
        listener.opened();
    }

    @Override
    public void scroll(int delta, String orientation) {}
}
