package io.landline.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.PeerEvidence.Unmet;
import io.landline.node.Unreached;
import io.landline.session.ConnectFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the doctor says, in each language.
class WordingTest {
    private static List<Finding> findings;

    @BeforeAll
    static void find() throws InterruptedException {
        findings = AllFindings.make();
    }

    private static TreeSet<String> lines(Wording wording) {
        var lines = new TreeSet<String>();
        for (Finding each : findings) {
            String code = each.code().word();
            lines.add(code + " " + each.state().word() + ": " + wording.say(each.evidence()));
            if (!each.remedy().isEmpty()) lines.add(code + " to do: " + wording.say(each.remedy()));
            if (!each.commands().isEmpty()) lines.add(code + " command: " + each.commands().replace("\n", " | "));
        }
        return lines;
    }

    /// Programs and checks read them; whoever changes one changes `findings.txt` too, and knows it.
    @Test
    void theSentencesOfCommandsAreAContract() throws IOException {
        try (InputStream in = WordingTest.class.getResourceAsStream("findings.txt")) {
            assertNotNull(in);
            var contract = new TreeSet<>(new String(in.readAllBytes(), UTF_8).lines().toList());
            TreeSet<String> said = lines(Wording.ofCommands());
            assertEquals(List.of(), contract.stream().filter(line -> !said.contains(line)).toList(),
                    "is not said any more");
            assertEquals(List.of(), said.stream().filter(line -> !contract.contains(line)).toList(), "is new");
        }
    }

    @Test
    void everySentenceIsSaidOfSomeFinding() {
        var said = new TreeSet<String>();
        for (Finding each : findings) {
            keys(each.evidence(), said);
            keys(each.remedy(), said);
        }
        assertEquals(new TreeSet<>(ResourceBundle.getBundle("io.landline.doctor.messages", Locale.FRENCH).keySet()),
                said);
    }

    private static void keys(Object place, TreeSet<String> into) {
        switch (place) {
            case Words words -> words.sentences().forEach(each -> {
                into.add(each.key());
                keys(each.places(), into);
            });
            case List<?> several -> several.forEach(each -> keys(each, into));
            default -> {
            }
        }
    }

    @Test
    void noPlaceIsLeftEmptyInAnyLanguage() {
        for (Wording wording : List.of(Wording.ofCommands(), Wording.in(Locale.ENGLISH), Wording.in(Locale.FRENCH))) {
            assertEquals(List.of(), lines(wording).stream().filter(line -> line.matches(".*\\{\\d.*")).toList());
        }
    }

    @Test
    void theWindowHasPrintedApostrophesAndCommandsHaveThoseOfATypewriter() {
        Words words = Words.of("clock.behind");
        assertEquals("This computer\u2019s clock is behind.", Wording.in(Locale.ENGLISH).say(words));
        assertEquals("This computer's clock is behind.", Wording.ofCommands().say(words));
        assertEquals("L\u2019horloge de cet ordinateur retarde.", Wording.in(Locale.FRENCH).say(words));
    }

    @ParameterizedTest
    @EnumSource
    void whyNobodyWasReachedIsToldInTheWordsOfTheNodesWarningAndInFrench(Unreached why) {
        Words words = PeerCheck.unmet(new Unmet("10.77.0.2", 5263, why));
        String warning = ConnectFailure.valueOf(why.name()).sentence(new InetSocketAddress("10.77.0.2", 5263));
        assertEquals(warning, Wording.ofCommands().say(words));
        assertNotEquals(warning, Wording.in(Locale.FRENCH).say(words));
    }

    @Test
    void whatTheSystemSaysStaysAsItIsButIsAQuotationInFrench() {
        Words failed = Words.of("way.failed", Words.of("way.multicast-4"), "eth1", "Network is unreachable");
        assertEquals("IPv4 multicast by eth1 (Network is unreachable)", Wording.ofCommands().say(failed));
        assertTrue(Wording.in(Locale.FRENCH)
                .say(failed)
                .endsWith(" par eth1 (\u00ab\u202fNetwork is unreachable\u202f\u00bb)"));
        Words broken = Words.of("check.failed", "java.io.IOException: invented");
        assertEquals("This could not be looked at: java.io.IOException: invented.", Wording.ofCommands().say(broken));
        assertTrue(Wording.in(Locale.FRENCH)
                .say(broken)
                .endsWith(" \u00ab\u202fjava.io.IOException: invented\u202f\u00bb."));
    }

    @Test
    void whatSomebodyCallsHimselfIsNoPattern() {
        assertEquals("{1}' {0 at h is here.", Wording.ofCommands().say(Words.of("peer.found.here", "{1}' {0", "h")));
    }

    @Test
    void ofManyTheFirstFiveAreNamedAndTheOthersCounted() {
        assertEquals("a, b, c, d, e", Wording.ofCommands().say(Words.some(List.of("a", "b", "c", "d", "e"))));
        assertEquals("a, b, c, d, e et 2 de plus",
                Wording.in(Locale.FRENCH).say(Words.some(List.of("a", "b", "c", "d", "e", "f", "g"))));
    }

    @Test
    void anythingElseInASentenceIsAnErrorOfOurs() {
        assertThrows(IllegalArgumentException.class, () -> Wording.ofCommands().say(Words.of("card.up", 1.5)));
    }
}
