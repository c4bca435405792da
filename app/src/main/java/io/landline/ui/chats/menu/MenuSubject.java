package io.landline.ui.chats.menu;

import io.landline.node.port.Chats.Conversation;
import io.landline.peer.Fingerprint;
import org.jspecify.annotations.Nullable;

/// What a menu is about. Immutable.
///
/// @param of null for a person if neither side has written yet
/// @param person the other side; null for a room
public record MenuSubject(@Nullable Conversation of, @Nullable Person person) {
    /// @param name safe to show
    public record Person(Fingerprint peer, String name, boolean blocked) {}
}
