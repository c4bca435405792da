package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/// What `room change-words` says about who gets the words.
class NewWordsSentenceTest {
    private static final String TOLD = "Landline hands it to 1000 members as soon as they are here, for 30 days.";

    @Test
    void whoIsLeftOutOfTooManyIsSaid() {
        assertEquals(TOLD, said("'people':1000"));
        assertEquals(TOLD + " No more can be chosen. Left out are those known least (1,031): tell it to those who may"
                + " come in.", said("'people':1000,'leftOutCount':1031"));
    }

    private static String said(String fields) {
        return RoomCommand.receivers(JsonParser.parseString("{" + fields + "}").getAsJsonObject());
    }
}
