package io.landline.node.port;

import io.landline.chat.TimelinePosition;
import org.jspecify.annotations.Nullable;

/// What a message answers, as it shows now: it is never copied into the answer.
///
/// @param position where it stands; null where it is not here, or deleted
/// @param name its author's: somebody's text; empty for our own
/// @param text somebody's text; of files their names, of a poll its question
/// @param deleted whether its author took it away
public record Quote(@Nullable TimelinePosition position, String name, boolean own, String text, boolean deleted) {
    /// It never came here, or is not kept any more.
    public static final Quote MISSING = new Quote(null, "", false, "", false);
    public static final Quote DELETED = new Quote(null, "", false, "", true);

    public Quote(TimelinePosition position, String name, boolean own, String text) {
        this(position, name, own, text, false);
    }
}
