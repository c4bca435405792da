package io.landline.peer;

/// A room as strangers may see it: its name, and whether it is open (without a key).
public record RoomListing(RoomName name, boolean open) {
    private static final String OPEN = " (open)";

    /// As people and events show it: `#class`, an open one `#class (open)`.
    public String label() {
        return open ? openLabel("#" + name.value()) : "#" + name.value();
    }

    /// How an open room is labelled.
    public static String openLabel(String room) {
        return room + OPEN;
    }

    /// The label of an open room without what [#openLabel] adds. A label alone does not tell which rooms are open: one
    /// with a key may have a name that ends so.
    public static String withoutOpen(String label) {
        return label.endsWith(OPEN) ? label.substring(0, label.length() - OPEN.length()) : label;
    }

    /// A room of the same canonical name and kind; only those may meet.
    public boolean matches(RoomListing other) {
        return open == other.open && name.isSameAs(other.name);
    }
}
