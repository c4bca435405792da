package io.landline.filetransfer.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeerPauseTest {
    private final PeerPause pause = new PeerPause();

    @Test
    void whatThePeerSaysTwiceIsNewsOnce() {
        assertFalse(pause.become(false));
        assertTrue(pause.become(true));
        assertFalse(pause.become(true));
        assertTrue(pause.isOn());
        assertTrue(pause.become(false));
        assertFalse(pause.isOn());
    }

    @ParameterizedTest
    @EnumSource
    void whatThePeerHoldsUpIsShownAsPausedUnlessItIsOver(TransferState kept) {
        assertEquals(kept, pause.shown(kept));
        pause.become(true);
        assertEquals(kept.isOpen() ? TransferState.PAUSED : kept, pause.shown(kept));
    }
}
