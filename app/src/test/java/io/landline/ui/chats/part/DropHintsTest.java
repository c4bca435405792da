package io.landline.ui.chats.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.chats.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropHintsTest {
    @Test
    void theTargetSaysWhatWillHappen() {
        var texts = new Fixture().context.texts(DropHints.class);
        assertEquals("Send 3 items to Ada", DropHints.of(texts, List.of("a", "b", "c"), "Ada"));
        assertEquals("Send Holiday to Ada",
                DropHints.of(texts, List.of("Holiday"), "Ada").replaceAll("\\p{Cf}", ""));
    }
}
