package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    /// Who got one may not have bound it yet: nodes of two tests would meet.
    @Test
    void noPortIsGivenTwice() throws IOException {
        var ports = new HashSet<Integer>();
        for (int i = 0; i < 100; i++) ports.add(FreePorts.udp());
        assertEquals(100, ports.size());
    }
}
