package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.chats.Fixture;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A draft that the disk does not take is tried again, and told of.
class DraftsTest {
    private final Fixture fixture = new Fixture();
    private Instant now = Instant.EPOCH;
    private final Drafts drafts = new Drafts(fixture.chats, fixture.context.background(), () -> now);

    @BeforeEach
    void fillTheDisk() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        fixture.chats.refusesDrafts = true;
    }

    @Test
    void whatTheDiskRefusedIsKeptWithTheNextDraft() {
        drafts.keep("#class", "first");
        assertTrue(drafts.refused().get());
        fixture.chats.refusesDrafts = false;
        drafts.keep("#other", "second");
        assertEquals(Map.of("#class", "first", "#other", "second"), fixture.chats.drafts);
        assertFalse(drafts.refused().get());
    }

    @Test
    void whatTheDiskRefusedIsTriedAgainByItself() {
        fixture.chats.draftRefused = () -> fixture.chats.refusesDrafts = false;
        drafts.keep("#class", "first");
        assertEquals(Map.of("#class", "first"), fixture.chats.drafts);
        assertFalse(drafts.refused().get());
    }

    @Test
    void whatTheDiskRefusedIsKeptAtTheEnd() {
        drafts.keep("#class", "first");
        fixture.chats.refusesDrafts = false;
        drafts.flush();
        assertEquals(Map.of("#class", "first"), fixture.chats.drafts);
    }

    @Test
    void aDraftOfARoomThatIsGoneIsNotTriedAgain() {
        fixture.chats.refusesDrafts = false;
        drafts.keep("#gone", "first");
        assertFalse(drafts.refused().get());
        fixture.chats.room("gone", true, 0);
        drafts.flush();
        assertEquals(Map.of(), fixture.chats.drafts);
    }

    @Test
    void theWindowSaysThatTheDiskRefusesWhatIsWrittenUntilItIsKept() {
        try (var composer = new ComposerViewModel(fixture.context, drafts, fixture.memory.topics(), _ -> {})) {
            composer.open("#class");
            composer.text().set("first");
            assertEquals(1, fixture.window.told.size(), fixture.window.told::toString);
            assertTrue(fixture.window.told.getFirst().startsWith("problem: The disk does not take"));
            fixture.window.over.clear();
            fixture.chats.refusesDrafts = false;
            composer.text().set("first words");
            assertEquals(1, fixture.window.over.size());
        }
    }
}
