package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.session.SessionListener;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What waits of a peer who says more of its transfers than is told.
class StatePaceTest {
    private static final Fingerprint US = Identity.generate().fingerprint();
    private static final Fingerprint MALLORY = Identity.generate().fingerprint();
    private static final EntryId OFFER = new EntryId(6, 6);
    /// As Mallory receives it.
    private static final TransferId TRANSFER = TransferId.of(OFFER, MALLORY);
    private static final Duration NOW = Duration.ofHours(1);
    private static final Duration LATER = NOW.plusSeconds(1);

    private final StatePace pace = new StatePace();
    private final FakeSession session = FakeSession.connect(US, new SessionListener() {}, MALLORY,
            new SessionListener() {}, new FakeSession.Wire() {});

    @BeforeEach
    void useUp() {
        for (int n = 0; n < AskPace.STATES_SAVED_MAX; n++)
            pace.admits(session, new FileMessage.Resume(TRANSFER), false, NOW);
    }

    private List<FileMessage> due(Duration now) {
        return Stream.iterate(pace.next(now), Objects::nonNull, _ -> pace.next(now))
                .map(StatePace.Said::message)
                .toList();
    }

    @Test
    void theLastWordWaitsAndIsToldOnce() {
        assertFalse(pace.admits(session, new FileMessage.Resume(TRANSFER), false, NOW));
        assertFalse(pace.admits(session, new FileMessage.Pause(TRANSFER), false, NOW));
        assertEquals(List.of(), due(NOW));
        assertFalse(pace.isEmpty());
        assertEquals(List.of(new FileMessage.Pause(TRANSFER)), due(LATER));
        assertEquals(List.of(), due(LATER));
        assertTrue(pace.isEmpty());
    }

    @Test
    void whatIsToldAtOnceReplacesWhatWaits() {
        pace.admits(session, new FileMessage.Pause(TRANSFER), false, NOW);
        assertTrue(pace.admits(session, new FileMessage.Resume(TRANSFER), false, LATER));
        assertEquals(List.of(), due(LATER));
    }

    @Test
    void anAcceptIsLaterThanAPauseThatWaits() {
        pace.admits(session, new FileMessage.Pause(TRANSFER), false, NOW);
        assertTrue(pace.admits(session, new FileMessage.Accept(OFFER), false, NOW));
        assertEquals(List.of(), due(LATER));
    }

    @Test
    void whatIsTakenAgainCountsAndWaitsLikeAPause() {
        assertFalse(pace.admits(session, new FileMessage.Accept(OFFER), true, NOW));
        assertTrue(pace.admits(session, new FileMessage.Cancel(TRANSFER), false, NOW), "an end is told at once");
        assertTrue(pace.isEmpty());
        assertFalse(pace.admits(session, new FileMessage.Accept(OFFER), true, NOW));
        assertEquals(List.of(new FileMessage.Accept(OFFER)), due(LATER));
    }

    /// An answer would say that the accept was read.
    @Test
    void whoAsksForThePagesOfWhatItTakesAgainWaitsForThemToo() {
        var request = new FileMessage.ManifestRequest(OFFER, 0);
        assertTrue(pace.admits(session, request, false, NOW));
        pace.admits(session, new FileMessage.Accept(OFFER), true, NOW);
        assertFalse(pace.admits(session, request, false, NOW));
        assertTrue(pace.admits(session, new FileMessage.ManifestRequest(new EntryId(7, 7), 0), false, NOW));
        StatePace.Said said = Objects.requireNonNull(pace.next(LATER));
        assertEquals(request, said.then());
        pace.notNoted(said, LATER);
        assertNull(pace.next(LATER));
        Duration again = LATER.plus(StatePace.AGAIN_AFTER);
        assertEquals(request, Objects.requireNonNull(pace.next(again)).then());
        assertTrue(pace.admits(session, request, false, again));
    }

    @Test
    void theEndOfASessionEndsWhatWaits() {
        pace.admits(session, new FileMessage.Pause(TRANSFER), false, NOW);
        pace.closed(session);
        assertTrue(pace.isEmpty());
    }

    @Test
    void oneWaitsForEachTransferUpToALimit() {
        for (int n = 0; n < 2 * StatePace.WAITING_MAX; n++) {
            pace.admits(session, new FileMessage.Pause(new TransferId(n)), false, NOW);
        }
        assertEquals(AskPace.STATES_PER_SECOND, due(LATER).size());
        int all = due(NOW.plusSeconds(StatePace.WAITING_MAX)).size() + AskPace.STATES_PER_SECOND;
        assertEquals(StatePace.WAITING_MAX, all);
    }
}
