package io.landline.desktop;

import org.jspecify.annotations.Nullable;

/// Notifications as a desktop shows them. No call waits but the last one: what cannot be shown is not shown, and the
/// window works without. Any thread.
public interface DesktopNotifications extends AutoCloseable {
    /// One notification; all of it is plain text that is safe to show.
    ///
    /// @param subject what it is about; there is one notification for each, and a later one replaces it
    /// @param audible whether the desktop may play its sound for a message
    /// @param labels of what can be done with it
    record Content(String subject, String summary, String body, boolean audible, Labels labels) {
        Content aloud() {
            return new Content(subject, summary, body, true, labels);
        }
    }

    /// @param open what a click does
    /// @param reply what an answer in place does, where the desktop has that; null: it cannot be answered
    record Labels(String open, @Nullable String reply) {}

    /// What the user did with a notification. Called on a thread of the desktop's connection; it only hands on.
    interface Listener {
        void opened(String subject);

        void replied(String subject, String text);

        /// It is gone from the screen: closed by the user, or by the desktop.
        void gone(String subject);
    }

    void show(Content content);

    void takeBack(String subject);

    /// Takes back what stands, and ends. Waits for the desktop, but no longer than a user would.
    @Override
    void close();
}
