package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.terminal.ExitCode;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;

/// Runs one command after the other in one process, which saves a start of Java for each. A line of its input is a JSON
/// object: `args`, and as `typed` what the command reads. After each command it prints the exit code behind [#END].
final class CommandRunner {
    static final String END = "--- exit code ";

    private CommandRunner() {}

    static void main(String[] none) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line; (line = in.readLine()) != null;) {
            JsonObject command = JsonParser.parseString(line).getAsJsonObject();
            System.setIn(new ByteArrayInputStream(command.get("typed").getAsString().getBytes(UTF_8)));
            String[] arguments = new Gson().fromJson(command.get("args"), String[].class);
            int exitCode = LandlineCommand.run(arguments, _ -> ExitCode.FAILED);
            System.out.println(END + exitCode);
        }
    }
}
