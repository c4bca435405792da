package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.HandInBox;
import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.FieldNote.Kind;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A hand-in box while it is being written, without a window.
class NewBoxViewModelTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final List<String> closed = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T12:30:00Z");
    private final NewBoxDrafts drafts = new NewBoxDrafts();
    private final NewBoxViewModel model = new NewBoxViewModel(window.context(node), () -> now, ZoneOffset.UTC,
            "#class", drafts, () -> closed.add("closed"));

    @Test
    void aTitleAndAnEndMakeABox() {
        assertFalse(model.makeable().get());
        model.title().set(" Essay ");
        assertFalse(model.makeable().get());
        model.until().set("2026-11-24 14:30");
        assertEquals("Until November 24, 2026 14:30", model.untilNote().get().sentence());
        assertTrue(model.makeable().get());
        model.make();
        assertEquals(List.of("collect #class"), node.files.handIns.done);
        assertEquals(new HandInBox("Essay", Instant.parse("2026-11-24T14:30:00Z"), "", HandInBox.SIZE_BYTES_MAX, true),
                node.files.handIns.made.getFirst());
        assertEquals(List.of("closed"), closed);
    }

    @Test
    void whatWasTypedIsKeptUntilTheBoxIsMadeOrItIsCleared() {
        assertFalse(model.begun().get());
        model.title().set("Essay");
        model.until().set("90m");
        assertTrue(model.begun().get());
        assertEquals(new NewBoxDrafts.Draft("Essay", "90m", "", ""), drafts.of("#class"));
        model.make();
        assertEquals(NewBoxDrafts.Draft.NOTHING, drafts.of("#class"));
        model.title().set("Another");
        model.clear();
        assertFalse(model.begun().get());
        assertEquals(NewBoxDrafts.Draft.NOTHING, drafts.of("#class"));
    }

    /// A button that cannot be pressed says nothing by itself.
    @Test
    void whatIsMissingIsSaidAtItsField() {
        model.until().set("90m");
        assertEquals("A box needs a title: say what is collected.", model.titleNote().get().sentence());
        assertEquals(Kind.HINT, model.titleNote().get().kind());
        model.make();
        assertEquals(Kind.BAD, model.titleNote().get().kind());
        model.title().set("Essay");
        assertEquals(FieldNote.NOTHING, model.titleNote().get());
        model.until().set("");
        assertEquals(Kind.BAD, model.untilNote().get().kind());
    }

    /// Who types what the field names as an example gets it.
    @ParameterizedTest
    @EnumSource
    void theExamplesOfAnEndAreEndsThatCanBeTyped(Language language) {
        now = Instant.parse("2027-12-28T12:30:00Z");
        var in = new NewBoxViewModel(window.context(node, language), () -> now, ZoneOffset.UTC, "#class", drafts,
                () -> {});
        Matcher examples = Pattern.compile("\\d{4}-\\d\\d-\\d\\d( \\d\\d:\\d\\d)?")
                .matcher(in.untilNote().get().sentence());
        while (examples.find()) {
            in.until().set(examples.group());
            assertEquals(Kind.GOOD, in.untilNote().get().kind(), examples.group());
        }
    }

    /// In Spanish and French a date has an article.
    @Test
    void theEndIsSaidAsTheLanguageSaysIt() {
        var said = Map.of(Language.SPANISH, "Hasta el 24 de noviembre de 2026 14:30", Language.FRENCH,
                "Jusqu’au 24 novembre 2026 à 14:30", Language.GERMAN, "Bis 24. November 2026 14:30");
        said.forEach((language, sentence) -> {
            var in = new NewBoxViewModel(window.context(node, language), () -> now, ZoneOffset.UTC, "#class", drafts,
                    () -> {});
            in.until().set("2026-11-24 14:30");
            assertEquals(sentence, in.untilNote().get().sentence());
            assertTrue(Texts.beside(BoxTerm.class, language)
                    .format("box.late", "24")
                    .contains(
                            sentence.substring(0, sentence.indexOf("24") + 2)),
                    "the card says the same");
        });
    }

    @Test
    void aNameThatNoFileHasMakesNoBox() {
        model.title().set("Essay");
        model.end(NewBoxViewModel.End.HOUR);
        model.names().set("*.pdf");
        assertTrue(model.makeable().get());
        model.names().set("*.odt, home/*.pdf");
        assertEquals(Kind.BAD, model.namesNote().get().kind());
        assertFalse(model.makeable().get());
    }

    @Test
    void namesAndASizeAreTakenAsOnTheCommandLine() {
        model.title().set("Essay");
        model.until().set("90m");
        model.names().set(" *.pdf, *.odt ");
        model.size().set("1,5 MB");
        model.make();
        assertEquals(new HandInBox("Essay", now.plusSeconds(90 * 60), "*.pdf, *.odt", 1_500_000, true),
                node.files.handIns.made.getFirst());
    }

    @Test
    void oneButtonTypesAnEnd() {
        model.end(NewBoxViewModel.End.HOUR);
        assertEquals("2026-11-22 13:30", model.until().get());
        model.end(NewBoxViewModel.End.TOMORROW);
        assertEquals("Until November 23, 2026 23:59", model.untilNote().get().sentence());
        model.end(NewBoxViewModel.End.WEEK);
        assertEquals("Until November 29, 2026 23:59", model.untilNote().get().sentence());
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        model.title().set("x".repeat(HandInBox.TITLE_BYTES_MAX + 1));
        assertEquals(Kind.BAD, model.titleNote().get().kind());
        for (String wrong : List.of("soon", "2026-13-01", "2026-11-22", "+999999999-12-31")) {
            model.until().set(wrong.equals("2026-11-22") ? "2026-11-21" : wrong);
            assertEquals(Kind.BAD, model.untilNote().get().kind(), wrong);
        }
        for (String wrong : List.of("much", "-1", "0", "3 GB", "999999999G")) {
            model.size().set(wrong);
            assertEquals(Kind.BAD, model.sizeNote().get().kind(), wrong);
        }
        model.names().set("*".repeat(HandInBox.PATTERN_BYTES_MAX + 1));
        assertEquals(Kind.BAD, model.namesNote().get().kind());
        model.make();
        assertEquals(List.of(), node.files.handIns.done);
    }

    @Test
    void whatIsTooLongIsSaidWithItsBound() {
        model.title().set("x".repeat(HandInBox.TITLE_BYTES_MAX + 1));
        assertEquals("This is too long: at most 200 letters, fewer with accents or emoji.",
                model.titleNote().get().sentence());
        model.names().set("*".repeat(HandInBox.PATTERN_BYTES_MAX + 1));
        assertEquals("These names are too long: together at most 200 letters, fewer with accents or emoji.",
                model.namesNote().get().sentence());
        model.names().set("\uD83D.pdf");
        assertEquals("This text holds half a character, which cannot be sent. Delete it and type it again.",
                model.namesNote().get().sentence());
    }

    @Test
    void anEndThatIsOverMeanwhileMakesNoBox() {
        model.title().set("Essay");
        model.end(NewBoxViewModel.End.HOUR);
        now = now.plusSeconds(7_200);
        model.make();
        assertEquals(List.of(), node.files.handIns.done);
        assertEquals(Kind.BAD, model.untilNote().get().kind());
    }

    @Test
    void whatWasTypedStaysWhereItFails() {
        model.title().set("Essay");
        model.end(NewBoxViewModel.End.WEEK);
        node.files.handIns.refusal = new CommandException(Code.NOT_POSSIBLE, "no");
        model.make();
        assertEquals("Essay", model.title().get());
        assertTrue(model.makeable().get());
        assertEquals(List.of(), closed);
        assertEquals(1, window.told.size());
    }

    /// What is being typed is not wrong before it can be nothing else.
    @Test
    void anEndThatIsBeingTypedIsJudgedOnlyOnceTheFieldIsLeft() {
        String whole = "2026-11-24 14:30";
        for (int i = 1; i <= whole.length(); i++) {
            model.until().set(whole.substring(0, i));
            assertNotEquals(Kind.BAD, model.untilNote().get().kind(), model.until().get());
        }
        for (String begun : List.of("9", "90", "tom", "2026-11-2")) {
            model.until().set(begun);
            assertEquals(Kind.HINT, model.untilNote().get().kind(), begun);
            model.untilLeft();
            assertEquals(Kind.BAD, model.untilNote().get().kind(), begun);
        }
        model.until().set("2026");
        assertEquals(Kind.HINT, model.untilNote().get().kind(), "it is typed anew");
        model.make();
        assertEquals(Kind.BAD, model.untilNote().get().kind());
    }
}
