package io.landline.ui.chats.part;

import io.landline.language.Texts;
import io.landline.ui.text.TimeFormatter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says that a conversation is muted, and until when. Stateless; any thread.
public final class MutedText {
    private MutedText() {}

    /// @param until null where the muting does not end by itself
    public static String of(Texts texts, TimeFormatter times, @Nullable Instant until) {
        return until == null ? texts.get("chip.muted") : texts.format("chip.muted-until", times.time(until));
    }
}
