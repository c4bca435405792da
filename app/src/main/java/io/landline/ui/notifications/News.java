package io.landline.ui.notifications;

import io.landline.room.EntryId;
import java.util.List;

/// What came from others and matters to notifications. Immutable.
sealed interface News {
    /// As events name it.
    String conversation();

    /// Who it is from: somebody's text.
    String author();

    /// What may be worth a notification.
    sealed interface Told extends News {
        /// Whether it tells of this message or poll.
        default boolean isOf(EntryId entry) {
            return switch (this) {
                case MessageCame said -> said.id().equals(entry);
                case Asked asked -> asked.id().equals(entry);
                case FilesOffered _, RoomJoined _ -> false;
            };
        }
    }

    /// @param callsUser whether it calls this user by name
    record MessageCame(String conversation, String author, EntryId id, String text,
            boolean callsUser) implements Told {}

    /// Its author takes a message or a poll back: it is told nowhere any more.
    record Deleted(String conversation, String author, EntryId id) implements News {}

    /// Its author wrote it anew.
    ///
    /// @param text the present one
    /// @param callsUser whether it calls this user by name, and no other words of the message do
    record Edited(String conversation, String author, EntryId id, String text, boolean callsUser) implements News {
        /// As if the message had come with these words.
        MessageCame anew() {
            return new MessageCame(conversation, author, id, text, callsUser);
        }
    }

    /// @param names the first ones: somebody's text
    record FilesOffered(String conversation, String author, List<String> names) implements Told {
        public FilesOffered {
            names = List.copyOf(names);
        }
    }

    /// Somebody asks everybody in a room.
    ///
    /// @param what the question, or what is to be handed in: somebody's text
    record Asked(String conversation, String author, EntryId id, Asking by, String what) implements Told {}

    /// What somebody asks by.
    enum Asking { POLL, BOX }

    /// Somebody proved the key of a room.
    record RoomJoined(String conversation, String author) implements Told {}
}
