package io.landline.node.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.peer.Fingerprint;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalledByNameTest {
    private static final Fingerprint ANN = Fingerprint.parse("a1".repeat(32));
    private static final Fingerprint ANN_LEE = Fingerprint.parse("a2".repeat(32));
    private static final Fingerprint MAX = Fingerprint.parse("b1".repeat(32));
    private static final Fingerprint OTHER_MAX = Fingerprint.parse("b2".repeat(32));

    private static Set<Fingerprint> called(String text) {
        return new CalledByName(Map.of(ANN, "Ann", ANN_LEE, "Ann Lee", MAX, "Max", OTHER_MAX, "max")).in(text);
    }

    @Test
    void aNameBehindTheSignCallsInAnyCaseAndTheLongestOneIsMeant() {
        assertEquals(Set.of(ANN), called("Hello @ann, are you there?"));
        assertEquals(Set.of(ANN_LEE), called("@Ann Lee!"));
        assertEquals(Set.of(ANN, ANN_LEE), called("(@Ann) and @ANN LEE"));
    }

    @Test
    void aPartOfANameAnAddressAndCodeCallNobody() {
        assertEquals(Set.of(), called("@Anna"));
        assertEquals(Set.of(), called("write to x@Ann"));
        assertEquals(Set.of(), called("`@Ann`"));
        assertEquals(Set.of(), called("Ann @ @"));
        assertEquals(Set.of(ANN), called("`code` @Ann"));
        assertEquals(Set.of(), called("see https://example.org/@Ann"));
        assertEquals(Set.of(), called("```\n@Ann\n`\n```"));
        assertEquals(Set.of(), called("``a ` @Ann``"));
        assertEquals(Set.of(ANN), called("one ` alone, @Ann"));
        assertEquals(Set.of(ANN), called("` in a line\n@Ann `"));
        assertEquals(Set.of(ANN), called("\\`@Ann`"));
    }

    @Test
    void aNameThatSeveralPeopleHaveCallsNobody() {
        assertEquals(Set.of(), called("@Max"));
        var chosen = new CalledByName(Map.of(MAX, "Max", OTHER_MAX, "max"), Set.of(OTHER_MAX));
        assertEquals(Set.of(OTHER_MAX), chosen.in("@Max"), "but the one who was chosen");
    }
}
