package io.landline.ui.acts;

import io.landline.language.Texts;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import java.time.Instant;
import java.time.ZoneId;

/// A message in two lines: who and when, and what. Immutable; any thread.
record ItemLine(Texts texts, TimeFormatter times) {
    private static final int CHARACTERS_MAX = 200;

    static ItemLine of(PageContext context) {
        return new ItemLine(context.texts(ItemLine.class),
                new TimeFormatter(context.language(), ZoneId.systemDefault()));
    }

    /// Who and when, safe to show.
    String about(TimelineItem item) {
        return texts.format("item.about", author(item), times.whole(item.written()));
    }

    /// The same of a message that is not here any more.
    ///
    /// @param name empty for this user's own
    String about(String name, Instant written) {
        String author = name.isEmpty() ? texts.get("item.you") : PeerText.person(name);
        return texts.format("item.about", author, times.whole(written));
    }

    String author(TimelineItem item) {
        return item.own() ? texts.get("item.you") : PeerText.person(item.name());
    }

    /// What, on one line, safe to show.
    String words(TimelineItem item) {
        String words = switch (item) {
            case TimelineItem.Text said -> MessageMarkup.plain(said.text());
            case TimelineItem.Offer offer -> texts.format("item.files", PeerText.list(texts, offer.names()));
            case TimelineItem.PollItem poll -> texts.format("item.poll", poll.question());
            case BoxItem box -> texts.format("item.box", box.what().title());
            case TimelineItem.Deleted _ -> texts.get("item.deleted");
            case TimelineItem.NewWords _ -> texts.get("item.newWords");
            case TimelineItem.Unknown _ -> texts.get("item.unknown");
        };
        String beginning = PeerText.shortened(words.strip(), CHARACTERS_MAX);
        return item instanceof TimelineItem.Offer ? beginning : PeerText.excerpt(beginning); // names are safe already
    }
}
