package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class AbsentInterfacesTest {
    @Test
    void nothingIsSaidWhereAllAreHere() {
        assertNull(AbsentInterfaces.sentence(List.of(), List.of("lo")));
        assertNull(AbsentInterfaces.sentence(List.of("lo"), List.of("eth0", "lo")));
    }

    @Test
    void whatIsMissingIsNamedWithWhatIsHere() {
        assertEquals(
                "This computer has no network interface eth9 now. It has eth0, lo. It is used as soon as it comes.",
                AbsentInterfaces.sentence(List.of("lo", "eth9", "eth9"), List.of("lo", "eth0")));
        assertEquals("This computer has none of the network interfaces eth8, eth9 now."
                + " They are used as soon as they come.",
                AbsentInterfaces.sentence(List.of("eth8", "eth9"), List.of()));
    }
}
