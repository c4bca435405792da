package io.landline.ui.chats.message;

import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;
import java.util.stream.Collectors;

/// An item as words, where it is not drawn: in the list of hits, for a screen reader, above an answer. Immutable; any
/// thread.
public record ItemText(Texts texts) {
    /// All of it, with line breaks, without the signs of styles.
    public String of(TimelineItem item) {
        return switch (item) {
            case TimelineItem.Text said -> MessageMarkup.plain(said.text());
            case TimelineItem.Offer offer -> texts.format("list.files",
                    PeerText.list(texts, offer.names()));
            case TimelineItem.Deleted _ -> texts.get("entry.deleted");
            case TimelineItem.Unknown unknown -> unknown.own()
                    ? texts.get("entry.unknown.own")
                    : texts.format("entry.unknown", PeerText.person(unknown.name()));
            case TimelineItem.NewWords change -> change.own()
                    ? texts.get("entry.newWords.own")
                    : texts.format("entry.newWords", PeerText.person(change.name()));
            case BoxItem box -> texts.format("list.box", box.what().title());
            case TimelineItem.PollItem poll -> texts.format("list.poll", poll.question()) + "\n" + poll.options()
                    .stream()
                    .map(each -> option(poll, each))
                    .collect(Collectors.joining("\n"));
        };
    }

    /// Its count is 0 while the result is hidden, and says nothing.
    private String option(TimelineItem.PollItem poll, TimelineItem.Option option) {
        return poll.hidden() && !poll.closed()
                ? option.text()
                : texts.format("poll.option", option.text(), option.people());
    }
}
