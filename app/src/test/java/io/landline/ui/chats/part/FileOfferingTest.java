package io.landline.ui.chats.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.LeftOut.Why;
import io.landline.ui.chats.Fixture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileOfferingTest {
    private final Fixture fixture = new Fixture();

    @BeforeEach
    void openARoom() {
        fixture.chats.room("class", true, 0);
    }

    private List<String> told() {
        new FileOffering(fixture.context).offer("#class", List.of(Path.of("/home/me/Holiday")), () -> {});
        return fixture.window.told.stream().map(each -> each.replaceAll("\\p{Cf}", "")).toList();
    }

    @Test
    void whatIsOfferedWholeNeedsNoWord() {
        assertEquals(List.of(), told());
    }

    @Test
    void whatWasLeftOutIsSaidWithItsReason() {
        fixture.chats.leftOut.add("Holiday/cable", Why.LINK);
        assertEquals(List.of("problem: 1 item was left out: Holiday/cable (a link). All else was offered."), told());
    }

    @Test
    void ofManyTheFirstAreNamedAndTheOthersCounted() {
        for (int i = 1; i <= FileOffering.NAMED_MAX + 2; i++) fixture.chats.leftOut.add("f/" + i, Why.UNREADABLE);
        assertEquals(List.of("problem: 5 items were left out: f/1 (cannot be read), f/2 (cannot be read), "
                + "f/3 (cannot be read) and 2 more. All else was offered."), told());
    }

    @Test
    void ofALongPathTheEndIsSaid() {
        fixture.chats.leftOut.add("Holiday/" + "deep/".repeat(20) + "cable", Why.SPECIAL);
        assertEquals(List.of("problem: 1 item was left out: …p/" + "deep/".repeat(8)
                + "cable (no plain file). All else was offered."), told());
    }
}
