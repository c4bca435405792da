package io.landline.cli.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.cli.terminal.Terminal;
import io.landline.lab.LabMessage;
import io.landline.lab.TypedInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import org.jspecify.annotations.Nullable;

/// Standard input as what is typed. The prompt shows on a terminal only, so that piped runs read alike everywhere.
final class StandardInput implements TypedInput {
    private final BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    private final boolean json;

    StandardInput(boolean json) { this.json = json; }

    @Override
    public @Nullable String next(LabMessage prompt) throws IOException {
        if (!json && Terminal.isTerminal()) {
            System.out.print(LabWords.of(prompt));
            System.out.flush();
        }
        return lines.readLine();
    }
}
