package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedPartsTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void partsCloseInTheReverseOrderAndOneThatFailsDoesNotKeepTheOthersOpen() {
        var opened = new OpenedParts();
        AutoCloseable first = opened.keep(part("first"));
        opened.keep(part("second"));
        opened.keep(() -> {
            throw new IllegalStateException("a fault of the test");
        });
        opened.keep(part("last"));
        opened.closeFirst(first);
        opened.close();
        assertEquals(List.of("first", "last", "second"), closed);
        opened.close();
        assertEquals(3, closed.size(), "each closes once");
    }

    private AutoCloseable part(String name) {
        return () -> closed.add(name);
    }
}
