package io.landline.ui.lab;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.labprograms.LabSystem;
import io.landline.labprograms.LabSystems;
import io.landline.labprograms.Program;
import io.landline.labprograms.Setting;
import io.landline.language.Language;
import io.landline.language.Texts;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabTextsTest {
    @Test
    void everySystemProgramAndSettingHasItsTextInEachLanguage() {
        for (Language language : Language.values()) {
            Texts texts = Texts.beside(LabPage.class, language);
            for (LabSystem system : LabSystems.ALL) {
                for (String part : List.of(".name", ".word", ".meaning")) {
                    assertTrue(texts.has("system." + system.key() + part), system.key());
                }
                for (Program program : system.programs()) {
                    assertTrue(texts.has("program." + program.key()), program.key());
                    for (Setting setting : program.onPage()) {
                        assertTrue(texts.has("setting." + setting.name()), setting.name());
                    }
                }
            }
        }
    }

    @Test
    void noTwoSystemsHaveOneKey() {
        var keys = new HashSet<String>();
        for (LabSystem each : LabSystems.ALL) assertTrue(keys.add(each.key()), each.key());
    }
}
