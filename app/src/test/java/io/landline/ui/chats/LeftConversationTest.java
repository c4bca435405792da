package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.chats.list.ListRow;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A conversation that one leaves for the list, as in a narrow window: none is open then.
class LeftConversationTest {
    private final Fixture fixture = new Fixture();

    private static String unsent(ChatsViewModel model) {
        return model.rows()
                .stream()
                .filter(ListRow.Talk.class::isInstance)
                .map(each -> ((ListRow.Talk) each).draft())
                .collect(Collectors.joining());
    }

    @Test
    void whatWasPastedAndNotOfferedStandsInItsRow() {
        fixture.chats.room("class", true, 0);
        try (var model = fixture.freshPage()) {
            model.open("#class");
            model.paste().files(List.of(Path.of("/notes.txt")));
            assertEquals("", unsent(model), "it is in sight");
            model.leave();
            assertEquals("notes.txt", unsent(model).replace("\u200E", ""));
            model.open("#class");
            assertEquals("", unsent(model));
            assertEquals(1, model.paste().pasted().get().size());
        }
    }

    @Test
    void whatCouldNotBeOfferedStandsInTheRowOfAConversationThatWasLeftMeanwhile() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        try (var model = fixture.freshPage()) {
            model.open("#class");
            model.paste().files(List.of(Path.of("/notes.txt")));
            fixture.chats.diskFull = true;
            fixture.window.hold();
            model.paste().offer();
            model.open("#other");
            assertEquals("", unsent(model), "it is on its way");
            fixture.window.goOn();
            assertEquals("notes.txt", unsent(model).replace("\u200E", ""));
        }
    }
}
