package io.landline.ui.chats.message;

import io.landline.language.Texts;
import io.landline.node.port.Quote;
import io.landline.ui.text.MessageMarkup;
import io.landline.ui.text.PeerText;

/// What a message answers, on one line: above the answer, and above the composer while it is written. Safe to show.
/// Immutable; any thread.
public record QuoteText(Texts texts) {
    private static final int CHARACTERS_MAX = 200;

    public String of(Quote quote) {
        if (quote.deleted()) return texts.get("quote.deleted");
        if (quote.position() == null) return texts.get("quote.missing");
        return switch (quote.kind()) {
            case TEXT -> PeerText.excerpt(MessageMarkup.plain(beginning(quote)));
            case FILES -> texts.format("list.files", PeerText.list(texts, quote.words()));
            case POLL -> texts.format("list.poll", PeerText.excerpt(beginning(quote)));
            case BOX -> texts.format("list.box", PeerText.excerpt(beginning(quote)));
            case DELETED -> texts.get("quote.deleted");
        };
    }

    private static String beginning(Quote quote) {
        return PeerText.shortened(quote.text().strip(), CHARACTERS_MAX);
    }
}
