package io.landline.control;

/// Hears one client. All calls come on that client's own thread, one at a time; a slow one delays that client alone.
public interface LineListener {
    /// A line, without its end.
    void received(String line);

    /// The client is gone, or was dropped; nothing more comes.
    default void closed() {}
}
