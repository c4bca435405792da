package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Checkout;
import io.landline.fixture.Pages;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Holds the table of hostile rows in docs/threat-model.md true.
class ThreatModelTest {
    private static final int CLASSES_MIN = 100;
    private static final String TEST = "@Test\nvoid ";

    @Test
    void theTableNamesTheTestsThatNameItsRows() throws IOException {
        var tests = new TreeMap<String, String>();
        Checkout.read()
                .texts(name -> name.matches(".+/src/test/java/.+(?:Test|Contract)\\.java"))
                .forEach(
                        (name, source) -> tests.merge(name.replaceAll(".*/|\\.java", ""), source, String::concat));
        tests.remove("ThreatModelTest"); // its samples name rows
        assertTrue(tests.size() > CLASSES_MIN, "the checkout was not read");
        List<String> mistakes = new HostileRows(Pages.read("threat-model.md"), tests).mistakes();
        assertTrue(mistakes.isEmpty(), String.join("\n", mistakes));
    }

    @Test
    void aTestNamesItsRowInItsNameOrInAComment() {
        String page = "| H16 | x | `OneTest`, `TwoTest` |\n| H17 | y | `OneTest` |\n";
        String one = TEST + "h16_h17_both() {}";
        for (String two : List.of(TEST + "h16_x() {}", TEST + "h16ALetter() {}", "/// (H16)\n" + TEST + "x() {}")) {
            assertEquals(List.of(), new HostileRows(page, Map.of("OneTest", one, "TwoTest", two)).mistakes(), two);
        }
        for (String two : List.of(TEST + "x_h16() {}", TEST + "h160() {}", TEST + "x() {say(\"H16\");}")) {
            assertEquals(List.of("H16 names TwoTest, which does not name it"),
                    new HostileRows(page, Map.of("OneTest", one, "TwoTest", two)).mistakes(), two);
        }
    }

    @Test
    void whatIsNotSoIsFound() {
        Map<String, String> tests = Map.of("OneTest", TEST + "h16_x() {}", "BaseTest", "/// H16\nvoid open() {}");
        assertEquals(List.of("H16 lacks BaseTest", "H16 lacks OneTest"), mistakes("no table", tests));
        assertEquals(List.of("H16 names BaseTest, which is no test", "H16 names GoneTest, which is no test"),
                mistakes("| H16 | x | `BaseTest`, `GoneTest`, `OneTest` |", tests));
        assertEquals(List.of("H15 stands behind H16", "H15 names no test"),
                mistakes("| H16 | x | `OneTest` |\n| H15 | x | |", Map.of("OneTest", TEST + "h16_x() {}")));
    }

    private static List<String> mistakes(String page, Map<String, String> tests) {
        return new HostileRows(page, new TreeMap<>(tests)).mistakes();
    }
}
