package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.fixture.PlainRecords;
import io.landline.ui.chats.header.ConversationHeader.Chip;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A room that nobody else has joined yet. Words that were made here are right; words that were typed may be mistyped.
class DoubtfulWordsTest {
    private final Fixture fixture = new Fixture();

    private Set<Chip> chips(boolean doubtful) {
        fixture.chats.room("class", false, 0);
        fixture.rooms.rooms
                .add(PlainRecords.ownRoom("#class", "#class", "class", false, false, "amber fox", false, doubtful));
        var model = fixture.freshPage();
        model.open("#class");
        return Objects.requireNonNull(model.head().get()).chips();
    }

    @Test
    void wordsThatWereTypedMayHaveToBeCorrected() {
        assertEquals(Set.of(Chip.DOUBTFUL), chips(true));
    }

    @Test
    void wordsThatWereMadeHereNeedNot() {
        assertEquals(Set.of(Chip.UNCONFIRMED), chips(false));
    }
}
