package io.landline.ui.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.SpeedLimits;
import io.landline.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedLimitTest {
    private final TransfersFixture fixture = TransfersFixture.onThisThread();
    private final SpeedLimit limit = new SpeedLimit(fixture.node, fixture.context(Language.ENGLISH).background());

    @Test
    void aLimitHoldsBothWaysAndTheNextOneIsThereBeforeItGoes() {
        limit.choose(500_000);
        assertEquals(List.of("limit IN 500000", "limit OUT 500000"), told());
        limit.choose(2_000_000);
        assertEquals(List.of("limit IN 2000000", "limit OUT 2000000", "no limit IN 500000", "no limit OUT 500000"),
                told());
        limit.choose(SpeedLimit.NONE);
        assertEquals(List.of("no limit IN 2000000", "no limit OUT 2000000"), told());
    }

    @Test
    void itEndsWithTheProgram() {
        limit.choose(500_000);
        told();
        limit.close();
        assertEquals(List.of("no limit IN 500000", "no limit OUT 500000"), told());
    }

    @Test
    void whatIsOfferedIsNotBelowTheLowestLimit() {
        for (long each : SpeedLimit.CHOICES) assertTrue(each >= SpeedLimits.BYTES_PER_SECOND_MIN);
    }

    private List<String> told() {
        List<String> since = List.copyOf(fixture.node.told);
        fixture.node.told.clear();
        return since;
    }
}
