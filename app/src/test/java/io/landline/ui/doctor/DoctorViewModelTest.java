package io.landline.ui.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.doctor.DoctorViewModel.Asked;
import io.landline.ui.doctor.DoctorViewModel.Problem;
import io.landline.ui.doctor.DoctorViewModel.Stage;
import io.landline.ui.page.PageContext;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DoctorViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Finding BAD = new Finding(FindingCode.FIREWALL_HERE, FindingState.BAD,
            DoctorMessage.of("echo.lost", "eth0", "5263"),
            DoctorMessage.of("firewall.unseen.remedy", "5263", "5279"));
    private static final Finding NOTE = new Finding(FindingCode.NO_MULTICAST, FindingState.NOTE,
            DoctorMessage.of("multicast.none"),
            DoctorMessage.of("multicast.none.nothing"));
    private static final Finding FINE = new Finding(FindingCode.NO_INTERFACE, FindingState.OK,
            DoctorMessage.of("interface.ok", "eth0"),
            DoctorMessage.NONE);

    private static Texts texts(Language language) {
        return Texts.beside(DoctorViewModel.class, language);
    }

    private static FindingFormatter formatter(Language language) {
        return FindingFormatter.in(language, texts(language), ZoneOffset.UTC);
    }

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final PageContext context = window.context(node);
    private final DoctorViewModel model = new DoctorViewModel(node.doctor, context.fx(), context.background(),
            InstantSource.fixed(NOON));

    @Test
    void onlyWhileAComputerIsExaminedItIsTheDoctorsToDial() {
        assertFalse(model.isExamined("192.168.1.9"));
        model.typed().set("192.168.1.9");
        window.hold();
        model.lookForTyped();
        assertTrue(model.isExamined("192.168.1.9"));
        assertFalse(model.isExamined("192.168.1.8"));
        window.goOn();
        assertFalse(model.isExamined("192.168.1.9"));
    }

    @Test
    void aNameIsDialledByItsAddresses() {
        model.typed().set("laptop.local");
        window.hold();
        model.lookForTyped();
        assertTrue(model.isExamined("laptop.local"));
        assertTrue(model.isExamined("192.168.1.9"));
        assertTrue(model.isExamined("fe80::1%3"));
        assertFalse(model.isExamined("desktop.local"));
        window.goOn();
    }

    @Test
    void nothingIsLookedAtBeforeSomebodyAsks() {
        assertEquals(List.of(), node.doctor.asked);
        assertEquals(Stage.BEFORE, model.stage().get());
        assertNull(model.asked());
    }

    @Test
    void whatIsBadComesFirst() {
        node.doctor.findings.addAll(List.of(FINE, NOTE, BAD));
        model.look();
        assertEquals(List.of(BAD, NOTE, FINE), model.findings());
        assertEquals(Stage.DONE, model.stage().get());
        assertTrue(model.isAnythingBad());
        assertEquals(new Asked(NOON, null), model.asked());
    }

    @Test
    void eachCheckIsShownAsItComes() {
        node.doctor.findings.addAll(List.of(FINE, BAD));
        var seen = new ArrayList<List<Finding>>();
        var shares = new ArrayList<Double>();
        model.share().subscribe(share -> shares.add(share.doubleValue()));
        model.findings().subscribe(() -> seen.add(List.copyOf(model.findings())));
        model.look();
        assertTrue(seen.contains(List.of(FINE)), seen::toString);
        assertEquals(List.of(BAD, FINE), seen.getLast());
        assertEquals(List.of(0.0, 0.5, 1.0), shares);
    }

    @Test
    void lookingAgainBeginsAnew() {
        node.doctor.findings.add(BAD);
        model.look();
        node.doctor.findings.set(0, FINE);
        model.look();
        assertEquals(List.of(FINE), model.findings());
        assertFalse(model.isAnythingBad());
    }

    @Test
    void onlyOneExaminationIsUnderWay() {
        window.hold();
        model.look();
        model.look();
        window.goOn();
        assertEquals(List.of("all"), node.doctor.asked);
    }

    @Test
    void theComputerThatIsMissedIsLookedForWithItsPort() {
        model.typed().set(" 192.168.1.20:5300 ");
        model.lookForTyped();
        assertEquals(List.of("192.168.1.20 5300"), node.doctor.asked);
        assertEquals(new Asked(NOON, "192.168.1.20"), model.asked());
    }

    @Test
    void whatIsNoAddressIsNotLookedFor() {
        model.typed().set("http://x y");
        model.lookForTyped();
        assertEquals(List.of(), node.doctor.asked);
        assertEquals(Problem.Typed.MALFORMED, model.problem().get());
    }

    @Test
    void anEmptyFieldIsWrongOnlyOnceSomebodyGoesOn() {
        assertEquals(Problem.Typed.NONE, model.problem().get());
        model.lookForTyped();
        assertEquals(Problem.Typed.EMPTY, model.problem().get());
    }

    @Test
    void aNameThatTheSystemDoesNotKnowIsSaid() {
        node.doctor.unknownHost = "nowhere";
        model.typed().set("nowhere");
        model.lookForTyped();
        assertEquals(new Problem.UnknownHost("nowhere"), model.problem().get());
        assertEquals(Stage.BEFORE, model.stage().get());
        assertFalse(model.looking().get());
    }

    @Test
    void whatIsFoundAfterTheCloseIsNotShown() {
        node.doctor.findings.add(BAD);
        window.hold();
        model.look();
        model.close();
        window.goOn();
        assertEquals(List.of(), model.findings());
    }

    @Test
    void theReportHoldsEveryFindingAndWhatToDo() {
        node.doctor.findings.addAll(List.of(FINE, BAD));
        model.look();
        String report = formatter(Language.ENGLISH).report(new Asked(NOON, null), model.findings());
        for (String part : List.of("left by eth0,", "To do: Let UDP and TCP ports 5263-5279 in", "firewall-here",
                "uses eth0.", "no-interface")) {
            assertTrue(report.contains(part), report);
        }
    }

    @Test
    void aFindingIsToldInTheLanguageOfTheWindow() {
        FindingFormatter formatter = formatter(Language.FRENCH);
        assertEquals("Landline utilise eth0.", formatter.evidence(FINE));
        assertEquals("Rien, tant que la diffusion passe.", formatter.remedy(NOTE));
    }

    @Test
    void whatAPeerCallsItselfIsMadeSafeInASentence() {
        var finding = new Finding(FindingCode.OTHER_ROOM, FindingState.NOTE,
                DoctorMessage.of("room.strangers", "Zo\u202Ee"), DoctorMessage.NONE);
        assertEquals("Zoe: here, but in none of the rooms of this profile.",
                formatter(Language.ENGLISH).evidence(finding));
    }
}
