package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameOrderTest {
    private static final List<String> IN_ORDER = List.of("Ärzte", "Elodie", "Élodie", "elodie 2", "Emil", "Émile",
            "PC 2", "pc 10", "Zoe", "Zoë", "أحمد", "بسمة");

    @Test
    void peopleStandWhereAReaderLooksForThem() {
        List<String> names = new ArrayList<>(IN_ORDER);
        Collections.reverse(names);
        names.sort(NameOrder.BY_NAME);
        assertEquals(IN_ORDER, names);
    }

    @Test
    void eachPairHasOneOrderAndOnlyANameItselfIsEqual() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                int order = NameOrder.BY_NAME.compare(IN_ORDER.get(i), IN_ORDER.get(j));
                assertEquals(Integer.signum(Integer.compare(i, j)), Integer.signum(order),
                        IN_ORDER.get(i) + " and " + IN_ORDER.get(j));
            }
        }
    }
}
