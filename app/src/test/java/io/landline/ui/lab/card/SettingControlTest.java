package io.landline.ui.lab.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.labprograms.LabSystems;
import io.landline.labprograms.Setting;
import io.landline.language.Language;
import io.landline.ui.control.NoteLine;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a card says of a value that does not fit.
class SettingControlTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Setting setting(String name) {
        return LabSystems.ALL.stream()
                .flatMap(system -> system.programs().stream())
                .flatMap(program -> program.settings().stream())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// Ports stand as they are typed and as addresses have them.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENGLISH | up-to    | A whole number from 2 to 10,000,000.
            GERMAN  | up-to    | Eine ganze Zahl von 2 bis 10.000.000.
            FRENCH  | up-to    | Un nombre entier de 2 à 10\u202f000\u202f000.
            ENGLISH | every    | A whole number from 1 to 86,400,000.
            ENGLISH | interval | Above 0, up to 3600, such as 0.3.
            GERMAN  | interval | Größer als 0, höchstens 3600, etwa 0,3.
            ARABIC  | up-to    | عدد صحيح من 2 إلى 10,000,000.
            GERMAN  | port     | Eine ganze Zahl von 0 bis 65535.
            ENGLISH | from-port | A whole number from 0 to 65535.
            """)
    void aLimitIsWrittenAsOtherNumbersOfTheWindowAndAPortAsItIsTyped(Language language, String name, String said) {
        List<String> texts = TestedScreen.onFx(() -> {
            var model = new SettingViewModel(setting(name));
            model.value().set("x");
            var context = new FakeWindow().context(new FakeNode(), language);
            var control = new SettingControl(model, "card", context.texts(SettingControl.class), () -> {});
            return new TestedScreen(new VBox(control, new NoteLine(control.note())), 400, 300).texts();
        });
        assertTrue(texts.contains(said), texts.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            up-to    | 10,000,000      | 10000000
            up-to    | 10.000.000      | 10000000
            up-to    | 10\u202f000\u202f000 | 10000000
            up-to    | 1 000           | 1000
            up-to    | 1000            | 1000
            up-to    | 1,000.000       |
            up-to    | 10,00           |
            up-to    | 10,000,001      |
            up-to    | 1,              |
            interval | 1.500           | 1.500
            interval | 1,500           |
            interval | 0,05            | 0.05
            interval | 0,125           | 0.125
            interval | 1,5             | 1.5
            interval | ,5              | .5
            interval | 0,1,2           |
            """)
    void aWholeNumberMayBeTypedAsTheLimitIsWritten(String name, String typed, @Nullable String chosen) {
        TestedScreen.onFx(() -> {
            var model = new SettingViewModel(setting(name));
            model.value().set(typed);
            assertEquals(chosen != null, model.valid().get(), typed);
            if (chosen != null) assertEquals(chosen, model.chosen());
            return true;
        });
    }
}
