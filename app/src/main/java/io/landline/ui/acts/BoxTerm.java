package io.landline.ui.acts;

import io.landline.language.Texts;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.TimeFormatter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// Says until when a hand-in box takes files, or that it is closed. Immutable; any thread.
public final class BoxTerm {
    private final Texts texts;
    private final TimeFormatter times;
    private final InstantSource clock;

    /// @param clock says whether the end is over
    public BoxTerm(PageContext context, InstantSource clock) {
        texts = context.texts(BoxTerm.class);
        times = new TimeFormatter(context.language(), ZoneId.systemDefault());
        this.clock = clock;
    }

    /// Another sentence once the end is over.
    public String of(Instant until, boolean isOpen) {
        if (!isOpen) return texts.get("box.closed");
        return texts.format(isOver(until) ? "box.late" : "box.until", times.whole(until));
    }

    /// Whether what comes now is late.
    boolean isOver(Instant until) {
        return !until.isAfter(clock.instant());
    }
}
