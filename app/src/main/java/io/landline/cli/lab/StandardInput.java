package io.landline.cli.lab;

import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.TypedLines;
import io.landline.lab.LabMessage;
import io.landline.lab.TypedInput;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Standard input as what is typed. The prompt shows on a terminal only, so that piped runs read alike everywhere. A
/// line that is not UTF-8 is named and passed over: what the server gets is what was typed.
final class StandardInput implements TypedInput {
    private final TypedLines lines;
    private final boolean json;

    StandardInput(boolean json) { this(json, System.in); }

    StandardInput(boolean json, InputStream in) {
        this.json = json;
        lines = TypedLines.verbatim(in);
    }

    @Override
    public @Nullable String next(LabMessage prompt) throws IOException {
        while (true) {
            if (!json && Terminal.isTerminal()) {
                System.out.print(LabWords.of(prompt));
                System.out.flush();
            }
            TypedLines.Line line = lines.next();
            if (line == null) return null;
            if (line.text() != null) return line.text();
            new Terminal(json, Terminal.Colour.NEVER).warn(
                    CommandTexts.of("A line is not UTF-8. It was not sent."));
        }
    }
}
