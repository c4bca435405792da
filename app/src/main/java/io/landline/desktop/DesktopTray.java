package io.landline.desktop;

/// The program's item in the desktop's tray, with a menu, and the badge on its launcher. No call waits but the last
/// one: where a desktop has no tray, nothing is shown. Any thread.
public interface DesktopTray extends AutoCloseable {
    /// What the item says.
    ///
    /// @param unread messages; 0 for none
    /// @param urgent whether something calls the user now
    record Content(int unread, boolean urgent, Words words) {}

    /// Text that is safe to show, in the user's language.
    ///
    /// @param tooltip how much is unread
    /// @param open the entry of the menu that opens the window
    /// @param quit the one that ends the program
    /// @param isMirrored whether their language is written from the right
    record Words(String tooltip, String open, String quit, boolean isMirrored) {}

    /// What the user did with the item, and whether there is one. Called on threads of the desktop's connection; it
    /// only hands on.
    interface Listener {
        void opened();

        void quit();

        /// Whether the desktop shows the item now. It does not before this was said.
        void shown(boolean isShown);
    }

    void show(Content content);

    /// Takes the item away, and ends. Waits for the desktop, but no longer than a user would.
    @Override
    void close();
}
