package io.landline.desktop;

/// Text for a notification, so that nothing in it is read as markup. Stateless; any thread.
final class NotificationMarkup {
    private NotificationMarkup() {}

    /// For servers that read markup in the body.
    static String escaped(String text) {
        return plain(text).replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /// For all others: only what D-Bus does not carry is taken out.
    static String plain(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
