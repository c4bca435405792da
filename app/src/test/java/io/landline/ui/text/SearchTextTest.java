package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTextTest {
    private static void finds(String typed, String name) {
        assertTrue(SearchText.folded(name).contains(SearchText.folded(typed)), typed + " in " + name);
    }

    /// Who finds a message by what they type finds its author, too.
    @Test
    void whateverASearchOfMessagesFindsANameIsFoundBy() {
        List<List<String>> pairs = List.of(List.of("strasse", "An der Straße"), List.of("STRAßE", "Strasse 7"),
                List.of("νικος", "ΝΊΚΟΣ"), List.of("Νίκος", "νικοσ"), List.of("isik", "Işık"), List.of("ışık", "ISIK"),
                List.of("istanbul", "İSTANBUL"), List.of("soren", "Søren"), List.of("lodz", "Łódź"),
                List.of("aegir", "Ægir"), List.of("eleve", "e\u0301le\u0300ve"), List.of("محمد", "مُحَمَّد"),
                List.of("احمد", "أحمد"), List.of("ガス", "ｶﾞｽ"), List.of("lan 3", "Ｌａｎ ３"), List.of("12", "١٢"));
        for (List<String> each : pairs) {
            assertTrue(SearchTerms.of(each.getFirst()).find(each.getLast()), each::toString);
            finds(each.getFirst(), each.getLast());
        }
    }

    @Test
    void aNameIsFoundByAnyPartOfItAndByItsSigns() {
        finds("na-m", "Anna-Maria");
        finds("a m", "Anna Maria");
        finds("c++", "C++ group");
        finds("👍", "ok 👍🏽");
        finds("anna", "Ⓐⓝⓝⓐ"); // letters in circles are signs, and no part of a word
        finds("no 5", "№ 5");
        finds("a b (c)...", "Ａ\u3000Ｂ\u00a0（Ｃ）…");
        assertEquals("anna (3f12)", SearchText.folded("Ánna (3F12)"));
    }
}
