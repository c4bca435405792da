package io.landline.node.port;

import io.landline.chat.act.HandInBox;

/// A hand-in box in a timeline.
public record BoxItem(Chats.Head head, HandInBox what, boolean closed) implements Chats.Item {
    /// Whether files may be handed in, late or not.
    public boolean isOpen() {
        return what.open() && !closed;
    }
}
