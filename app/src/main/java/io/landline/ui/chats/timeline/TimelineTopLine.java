package io.landline.ui.chats.timeline;

import io.landline.language.Texts;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.label.ShortenedNameLabel;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import java.time.InstantSource;
import java.util.List;

/// The author and the day of the uppermost message on the screen: in a long run both have scrolled away. A line of its
/// own, so that it covers no message. JavaFX thread.
final class TimelineTopLine extends ShortenedNameLabel {
    private final Texts texts;
    private final TimeFormatter times;
    private final InstantSource clock;

    TimelineTopLine(ChatsContext context) {
        texts = context.texts();
        times = context.times();
        clock = context.clock();
        setId("timeline-top");
        setMnemonicParsing(false);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("chats-top-line");
    }

    /// @param first the place of the uppermost row in sight; below zero: none
    void show(List<TimelineRow> rows, int first) {
        boolean isInside = first >= 0 && first < rows.size();
        // the line above what is new says neither author nor day
        int place = isInside && rows.get(first) instanceof TimelineRow.NewHere ? first + 1 : first;
        boolean isMessage = isInside && place < rows.size() && rows.get(place) instanceof TimelineRow.Message;
        if (isMessage) {
            show((TimelineRow.Message) rows.get(place));
        } else {
            show("", _ -> "");
        }
    }

    private void show(TimelineRow.Message message) {
        String day = times.day(times.day(message.item().written()), times.day(clock.instant()));
        if (message.item().own()) {
            show(texts.get("entry.you"), you -> texts.format("timeline.top", you, day));
        } else {
            show(message.item().name(), name -> texts.format("timeline.top", PeerText.person(name), day));
        }
    }
}
