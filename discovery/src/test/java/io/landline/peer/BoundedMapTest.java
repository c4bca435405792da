package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundedMapTest {
    private static List<String> leftOf(Map<String, Integer> map) {
        map.put("a", 1);
        map.put("b", 2);
        map.get("a");
        map.put("c", 3);
        return List.copyOf(map.keySet());
    }

    @Test
    void theOneThatCameFirstGoesThoughItWasLookedAt() {
        assertEquals(List.of("b", "c"), leftOf(BoundedMap.firstComeFirstGone(2)));
    }

    @Test
    void theOneThatWasUsedLongestAgoGoes() {
        assertEquals(List.of("a", "c"), leftOf(BoundedMap.leastRecentlyUsed(2)));
    }

    @Test
    void aNewValueOfAnEntryPushesNoneOut() {
        Map<String, Integer> map = BoundedMap.firstComeFirstGone(2);
        map.put("a", 1);
        map.put("b", 2);
        map.put("a", 3);
        assertEquals(Map.of("a", 3, "b", 2), map);
    }
}
