package io.landline.node.port;

import io.landline.chat.TimelinePosition;
import org.jspecify.annotations.Nullable;

/// What is done with the past of a conversation: it is written into a document. Conversations are named as in [Chats].
/// Any thread, but not one that must not wait for the disk.
public interface ChatHistory {
    /// What a conversation can be written as.
    enum Format { TEXT, JSON, HTML }

    /// The words of a document, in one language.
    ///
    /// @param language its tag, such as `en`
    /// @param exported stands before the time of the export
    /// @param deleted stands in the place of what its author took away, or what is not here
    /// @param files stands before how many files are offered, and their bytes
    record Words(String language, String exported, String deleted, String edited, String files, String poll,
            String closed) {
        public static final Words ENGLISH = new Words("en", "Written by Landline on", "deleted message", "edited",
                "Files", "Poll", "closed");
    }

    /// A piece of a document.
    ///
    /// @param text the next piece
    /// @param next where the one after it begins; null at the end
    record Part(String text, @Nullable TimelinePosition next) {}

    /// The next part of a conversation as a document. Parts of any conversation are short; nothing is kept between two
    /// of them. Deleted texts are not in it.
    ///
    /// @param after where the last part ended; null for the first
    Part export(String conversation, Format format, Words words, @Nullable TimelinePosition after)
            throws CommandException;
}
