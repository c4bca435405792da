package io.landline.ui.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.transfers.state.OfferFacts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A program is warned of, whatever stands beside it.
class ProgramAmongFilesTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static boolean holdsProgram(long files, long folders, String... names) {
        return TestedScreen.onFx(() -> {
            var shown = new CardNames(new OfferFormatter(TransfersFixture.onThisThread().context(Language.ENGLISH)));
            var facts = new OfferFacts("1", "#class", false, "Max", List.of(names), files, 1_000, folders,
                    Instant.EPOCH);
            shown.show(facts, facts.names());
            return shown.holdProgram();
        });
    }

    @Test
    void aProgramBesideAFolderIsAProgram() {
        assertEquals(true, holdsProgram(3, 1, "Holiday", "setup.exe"));
    }

    @Test
    void aFolderThatIsNamedLikeOneIsNone() {
        assertEquals(false, holdsProgram(3, 1, "setup.exe"));
        assertEquals(false, holdsProgram(3, 1, "Holiday", "notes.txt"));
    }
}
