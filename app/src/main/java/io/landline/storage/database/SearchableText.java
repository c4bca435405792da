package io.landline.storage.database;

import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Poll;
import io.landline.chat.view.EntryView;
import io.landline.filetransfer.OfferBody;
import io.landline.json.MalformedJsonException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The text by which the search finds what a conversation shows: what people read on it. Of a message its present text,
/// of a poll its question and its options, of a hand-in box its title, of an offer the names that it has. Stateless;
/// any thread.
public final class SearchableText {
    /// No word goes on behind it.
    private static final String BETWEEN = "\n";

    private SearchableText() {}

    /// Null where there is nothing to find.
    public static @Nullable String of(@Nullable EntryView shown) {
        if (shown == null) return null;
        if (shown.content() instanceof EntryView.Message said) return said.text();
        Entry entry = shown.entry();
        return ofCard(entry.kind(), entry.body());
    }

    /// Of a poll, of a hand-in box and of an offer, which no act changes. Null for any other kind, and for a body that
    /// cannot be read or is not here.
    static @Nullable String ofCard(EntryKind kind, byte @Nullable [] body) {
        if (body == null) return null;
        try {
            if (kind.equals(EntryKind.POLL)) return of(Poll.ofBody(body));
            if (kind.equals(EntryKind.COLLECT)) return HandInBox.ofBody(body).title();
        } catch (MalformedJsonException e) {
            return null; // nobody can read it
        }
        if (!kind.equals(EntryKind.OFFER)) return null;
        OfferBody offer = OfferBody.orNull(body);
        return offer == null || offer.names().isEmpty() ? null : String.join(BETWEEN, offer.names());
    }

    private static String of(Poll poll) {
        return Stream.concat(Stream.of(poll.question()), poll.options().stream()).collect(Collectors.joining(BETWEEN));
    }
}
