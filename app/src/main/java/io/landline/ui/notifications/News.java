package io.landline.ui.notifications;

import java.util.List;

/// What came from others and may be worth a notification. Immutable.
sealed interface News {
    /// As events name it.
    String conversation();

    /// Who it is from: somebody's text.
    String author();

    /// @param callsUser whether it calls this user by name
    record MessageCame(String conversation, String author, String text, boolean callsUser) implements News {}

    /// @param names the first ones: somebody's text
    record FilesOffered(String conversation, String author, List<String> names) implements News {
        public FilesOffered {
            names = List.copyOf(names);
        }
    }

    /// Somebody asks everybody in a room.
    ///
    /// @param what the question, or what is to be handed in: somebody's text
    record Asked(String conversation, String author, Asking by, String what) implements News {}

    /// What somebody asks by.
    enum Asking { POLL, BOX }

    /// Somebody proved the key of a room.
    record RoomJoined(String conversation, String author) implements News {}
}
