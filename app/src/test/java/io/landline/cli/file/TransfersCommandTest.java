package io.landline.cli.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `resume` and `retry` promise.
class TransfersCommandTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "out, paused, false, 'reason':'disk-full', true",
            "in, paused, false, 'reason':'disk-full', false",
            "out, paused, false, , false",
            "out, waiting, true, , true",
            "in, waiting, true, , true",
            "out, failed, false, 'reason':'cancelled', false",
    })
    void whatTheOtherSideHasStoppedGoesOnWhenTheyResumeIt(String direction, String state, boolean pausedByPeer,
            String more, boolean isStoppedThere) {
        JsonObject transfer = JsonParser.parseString("{'direction':'" + direction + "','state':'" + state
                + "','pausedByPeer':" + pausedByPeer + (more == null ? "" : "," + more) + "}").getAsJsonObject();
        assertEquals(isStoppedThere, TransfersCommand.isStoppedThere(transfer));
    }
}
