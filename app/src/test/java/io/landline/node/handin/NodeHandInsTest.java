package io.landline.node.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeHandInsTest {
    @ParameterizedTest
    @CsvSource({"1,1 B", "999,999 B", "1000,1.0 kB", "5005,5.0 kB", "1000000,1.0 MB", "2147483648,2147.5 MB"})
    void noAmountIsShownAsNothing(long bytes, String shown) {
        assertEquals(shown, NodeHandIns.amount(bytes));
    }
}
