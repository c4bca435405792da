package io.landline.cli.lab;

import io.landline.cli.terminal.CommandTexts;
import io.landline.lab.LabMessage;
import io.landline.labprograms.LabMessageFormatter;
import io.landline.language.Language;
import io.landline.language.LeftToRight;

/// What the lab says, in the language of commands. Stateless; any thread.
final class LabWords {
    private LabWords() {}

    /// May hold what others wrote.
    static String of(LabMessage said) {
        Language language = CommandTexts.language();
        if (language == Language.ENGLISH) return said.english();
        return LeftToRight.unmarked(LabMessageFormatter.in(language).format(said));
    }
}
