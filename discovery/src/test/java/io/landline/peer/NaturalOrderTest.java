package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    private static final List<String> IN_ORDER = List.of("", "0", "007", "7", "10", "010b", "99999999999999999998",
            "99999999999999999999", "a", "B", "photo", "photo 1", "Photo 2", "photo 02b", "photo 10");

    @Test
    void namesStandAsPeopleCount() {
        List<String> names = new ArrayList<>(IN_ORDER);
        Collections.reverse(names);
        names.sort(NaturalOrder::compare);
        assertEquals(IN_ORDER, names);
    }

    @Test
    void eachPairHasOneOrderAndOnlyANameItselfIsEqual() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                int order = NaturalOrder.compare(IN_ORDER.get(i), IN_ORDER.get(j));
                assertEquals(Integer.signum(Integer.compare(i, j)), Integer.signum(order),
                        IN_ORDER.get(i) + " and " + IN_ORDER.get(j));
            }
        }
    }

    @Test
    void namesThatDifferInCaseOrNoughtsAloneAreTwoNames() {
        assertNotEquals(0, NaturalOrder.compare("a", "A"));
        assertTrue(NaturalOrder.compare("f01", "f1") < 0);
        assertNotEquals(0, NaturalOrder.compare("0", "00"));
    }
}
