package io.landline.chat;

import io.landline.peer.Fingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps name cards, of each author one. Questions are answered from memory once it has been read. Any thread; only the
/// conversations' thread writes.
public interface NameCardStore {
    /// A card that is kept.
    ///
    /// @param vouched whether the author was a member of a room with a key when it came
    record Kept(NameCard card, boolean vouched) {}

    /// Null where none is kept.
    @Nullable
    Kept find(Fingerprint author);

    /// All that are kept, in no order.
    List<Kept> all();

    /// Keeps a card in the place of the author's last one.
    void put(Kept card);

    void drop(Fingerprint author);

    /// Forgets the cards of all authors without a log here, but for this one.
    void dropWithoutLog(Fingerprint me);
}
