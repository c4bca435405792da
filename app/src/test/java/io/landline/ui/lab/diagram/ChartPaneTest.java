package io.landline.ui.lab.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.lab.ping.RampClient.Second;
import io.landline.ui.lab.diagram.Plot.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartPaneTest {
    @Test
    void aSecondInWhichEverythingWasLostHasNoDelayAndPartsTheLine() {
        var seconds = List.of(new Second(1, 1_600, 40, 1, 0), new Second(2, 0, 0, 0, 3), new Second(3, 800, 250, 1, 1));
        assertEquals(List.of(new Point(1, 40), new Point(3, 250, true)), ChartPane.delays(seconds));
    }
}
