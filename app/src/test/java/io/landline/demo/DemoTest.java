package io.landline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What a demo does that is ended on its way.
class DemoTest {
    @Test
    void noNodeStartsAfterTheEndAndNoStepIsSaidToHaveGoneWrong() {
        var said = new ArrayList<String>();
        var self = new Demo[1];
        self[0] = new Demo(line -> {
            said.add(line);
            self[0].close();
        }, UnaryOperator.identity());
        assertThrows(InterruptedException.class, self[0]::run);
        assertEquals(1, said.size(), said::toString);
    }
}
