package io.landline.lab.game;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.TextFile;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Failures;
import io.landline.lab.net.Lines;
import io.landline.lab.net.Lines.Line;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A player of S12: says who and how many, then answers what is asked with what is typed.
///
/// @param entry `REGISTER` or `LOGIN` where the name has a password; empty where not
public record QuizClient(Target target, String name, int count, String entry, String password, TypedInput typed,
        Consumer<LabEvent> events) implements Client {
    private static final int LINE_BYTES_MAX = 4_096;

    @Override
    public void run() throws IOException, InterruptedException {
        LabMessage end = LabMessage.of("left in mid-game; START under the same name goes on");
        try (Connection server = TcpClient.connect(target, events)) {
            var lines = new Lines(server, LINE_BYTES_MAX);
            if (!entry.isEmpty()) accepted(ask(server, lines, entry + "|" + name + "|" + password));
            String said = accepted(ask(server, lines, "START|" + name + "|" + count));
            while (!said.startsWith("TOTAL|")) {
                String answer = typed.next(LabMessage.of("A, B, C or D -> "));
                if (answer == null) break;
                if (answer.isBlank()) continue;
                said = ask(server, lines, answer.strip());
            }
            if (said.startsWith("TOTAL|")) end = total(said);
        }
        events.accept(new LabEvent.Stopped(Instant.now(), end));
    }

    /// The first line of a file: a password belongs on no command line, where every user of the computer reads it.
    ///
    /// @throws LabException there is none, or it cannot be read as text
    public static String passwordIn(@Nullable Path file) throws LabException {
        if (file == null) throw new LabException("Say where the password is: --password-file F.");
        try {
            return TextFile.lines(file).stream().findFirst().orElse("");
        } catch (LabException e) {
            throw e;
        } catch (IOException e) {
            throw new LabException(e, "{0} cannot be read as text. Check the path.", file.toString());
        }
    }

    private static String ask(Connection server, Lines lines, String text) throws IOException {
        server.write(Lines.of(text));
        try {
            Line line = lines.next(Connection.PATIENCE);
            if (line != null && line.text() != null) return line.text();
        } catch (IOException e) {
            throw Failures.noReply(server.peer(), e);
        }
        throw new LabException("The server closed the connection.");
    }

    private static String accepted(String said) throws LabException {
        if (said.startsWith("ERROR|")) {
            throw new LabException("The server says: {0}.", said.substring("ERROR|".length()));
        }
        return said;
    }

    /// `TOTAL|2|3|RANK|1|1`.
    private static LabMessage total(String said) {
        String[] fields = said.split("\\|");
        if (fields.length != 6) return LabMessage.of("the game is over");
        return LabMessage.of("{0} of {1} points, rank {2} of {3}", fields[1], fields[2], fields[4], fields[5]);
    }
}
