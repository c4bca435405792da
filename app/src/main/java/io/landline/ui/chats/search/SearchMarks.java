package io.landline.ui.chats.search;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.ui.chats.message.LongText;
import io.landline.ui.text.SearchTerms;
import io.landline.ui.text.SpannedText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a timeline shows of a search. Immutable.
///
/// @param words marked in each message that has them all: no other is found
/// @param current the message at which the search stands; null for none
public record SearchMarks(SearchTerms words, @Nullable TimelinePosition current) {
    public static final SearchMarks NONE = new SearchMarks(SearchTerms.NONE, null);

    /// @param shown what of the message is on the screen
    public SpannedText on(SpannedText shown, TimelineItem.Text said) {
        return words.find(said.text()) ? shown.marked(words, said.position().equals(current)) : shown;
    }

    /// Whether a card, which is no text that could be marked, has the words on it.
    public boolean areOnCard(TimelineItem item) {
        return words.find(String.join("\n", onCard(item)));
    }

    private static List<String> onCard(TimelineItem item) {
        return switch (item) {
            case TimelineItem.PollItem poll -> Stream
                    .concat(Stream.of(poll.question()), poll.options().stream().map(TimelineItem.Option::text))
                    .toList();
            case BoxItem box -> List.of(box.what().title());
            case TimelineItem.Offer offer -> offer.names();
            case TimelineItem.Text _, TimelineItem.Deleted _, TimelineItem.Unknown _,
                    TimelineItem.NewWords _ -> List.of();
        };
    }

    /// Whether any of the words is only in the part of a message that is folded away.
    public boolean areFoldedAway(String text) {
        LongText folded = LongText.of(text, false);
        return folded.isLong() && !words.find(folded.shown()) && words.find(LongText.of(text, true).shown());
    }
}
