package io.landline.node.port;

import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Conversation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the user chose for a conversation. It is kept on this computer alone, and gone with the room or the person.
///
/// @param mutedUntil when the muting ends by itself; null where it does not, or nothing is muted
public record Choices(Set<Choice> all, @Nullable Instant mutedUntil) {
    public static final Choices NONE = new Choices(Set.of(), null);

    public Choices {
        all = Set.copyOf(all);
    }

    /// When the next muting ends by itself; null where none does.
    public static @Nullable Instant nextEnd(List<Conversation> all) {
        return all.stream()
                .map(each -> each.choices().mutedUntil())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public boolean has(Choice choice) {
        return all.contains(choice);
    }
}
