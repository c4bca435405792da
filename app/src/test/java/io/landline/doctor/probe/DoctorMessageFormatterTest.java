package io.landline.doctor.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.DoctorMessageFormatter;
import io.landline.doctor.Finding;
import io.landline.doctor.check.PeerCheck;
import io.landline.doctor.check.PeerEvidence.Unmet;
import io.landline.language.Language;
import io.landline.node.port.NodeEvent.ConnectFailed;
import io.landline.session.ConnectFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the doctor says, in each language.
class DoctorMessageFormatterTest {
    private static List<Finding> findings;

    @BeforeAll
    static void find() throws InterruptedException {
        findings = AllFindings.make();
    }

    private static DoctorMessageFormatter in(Locale locale) {
        return DoctorMessageFormatter.in(locale, UnaryOperator.identity());
    }

    private static TreeSet<String> lines(DoctorMessageFormatter wording) {
        var lines = new TreeSet<String>();
        for (Finding each : findings) {
            String code = each.code().word();
            lines.add(code + " " + each.state().word() + ": " + wording.format(each.evidence()));
            if (!each.remedy().isEmpty()) lines.add(code + " to do: " + wording.format(each.remedy()));
            if (!each.commands().isEmpty()) lines.add(code + " command: " + each.commands().replace("\n", " | "));
        }
        return lines;
    }

    /// Programs and checks read them; whoever changes one changes `findings.txt` too, and knows it.
    @Test
    void theSentencesOfCommandsAreAContract() throws IOException {
        try (InputStream in = DoctorMessageFormatterTest.class.getResourceAsStream("findings.txt")) {
            assertNotNull(in);
            var contract = new TreeSet<>(new String(in.readAllBytes(), UTF_8).lines().toList());
            TreeSet<String> said = lines(DoctorMessageFormatter.ofCommands());
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
        for (Language each : Language.values()) {
            ResourceBundle texts = ResourceBundle.getBundle("io.landline.doctor.messages", each.locale());
            assertEquals(new TreeSet<>(texts.keySet()), said, each.tag());
        }
    }

    private static void keys(Object place, TreeSet<String> into) {
        switch (place) {
            case DoctorMessage words -> words.sentences().forEach(each -> {
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
        var wordings = new ArrayList<>(List.of(DoctorMessageFormatter.ofCommands()));
        for (Language each : Language.values()) wordings.add(in(each.locale()));
        for (DoctorMessageFormatter wording : wordings) {
            assertEquals(List.of(), lines(wording).stream().filter(line -> line.matches(".*\\{\\d.*")).toList());
        }
    }

    @Test
    void theWindowHasPrintedApostrophesAndCommandsHaveThoseOfATypewriter() {
        DoctorMessage words = DoctorMessage.of("clock.behind");
        assertEquals("This computer\u2019s clock is behind.", in(Locale.ENGLISH).format(words));
        assertEquals("This computer's clock is behind.", DoctorMessageFormatter.ofCommands().format(words));
        assertEquals("L\u2019horloge de cet ordinateur retarde.",
                in(Locale.FRENCH).format(words));
    }

    @ParameterizedTest
    @EnumSource
    void whyNobodyWasReachedIsToldInTheWordsOfTheNodesWarningAndInFrench(ConnectFailure why) {
        DoctorMessage words = PeerCheck.unmet(new Unmet("10.77.0.2", 5263, why));
        String warning = ConnectFailed.of(new InetSocketAddress("10.77.0.2", 5263), why).message();
        assertEquals(warning, DoctorMessageFormatter.ofCommands().format(words));
        assertNotEquals(warning, in(Locale.FRENCH).format(words));
    }

    @Test
    void whatTheSystemSaysStaysAsItIsButIsAQuotationInFrench() {
        DoctorMessage failed = DoctorMessage.of("way.failed", DoctorMessage.of("way.multicast-4"), "eth1",
                "Network is unreachable");
        assertEquals("IPv4 multicast by eth1 (Network is unreachable)",
                DoctorMessageFormatter.ofCommands().format(failed));
        assertTrue(in(Locale.FRENCH)
                .format(failed)
                .endsWith(" par eth1 (\u00ab\u202fNetwork is unreachable\u202f\u00bb)"));
        DoctorMessage broken = DoctorMessage.of("check.failed", "java.io.IOException: invented");
        assertEquals("This could not be looked at: java.io.IOException: invented.",
                DoctorMessageFormatter.ofCommands().format(broken));
        assertTrue(in(Locale.FRENCH)
                .format(broken)
                .endsWith(" \u00ab\u202fjava.io.IOException: invented\u202f\u00bb."));
    }

    @Test
    void whatSomebodyCallsHimselfIsNoPattern() {
        assertEquals("{1}' {0 at h is here.",
                DoctorMessageFormatter.ofCommands().format(DoctorMessage.of("peer.found.here", "{1}' {0", "h")));
    }

    @Test
    void ofManyTheFirstFiveAreNamedAndTheOthersCounted() {
        assertEquals("a, b, c, d, e",
                DoctorMessageFormatter.ofCommands().format(DoctorMessage.some(List.of("a", "b", "c", "d", "e"))));
        assertEquals("a, b, c, d, e et 2 de plus",
                in(Locale.FRENCH)
                        .format(DoctorMessage.some(List.of("a", "b", "c", "d", "e", "f", "g"))));
    }

    @Test
    void anythingElseInASentenceIsAnErrorOfOurs() {
        assertThrows(IllegalArgumentException.class,
                () -> DoctorMessageFormatter.ofCommands().format(DoctorMessage.of("card.up", 1.5)));
    }
}
