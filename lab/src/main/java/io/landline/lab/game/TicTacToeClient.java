package io.landline.lab.game;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Lines;
import io.landline.lab.net.Lines.Line;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// A player of S14: says a name, then a cell whenever the server asks.
public record TicTacToeClient(Target target, String name, TypedInput typed,
        Consumer<LabEvent> events) implements Client {
    private static final int LINE_BYTES_MAX = 1_024;

    @Override
    public void run() throws IOException, InterruptedException {
        LabMessage end = LabMessage.NOTHING;
        try (Connection server = TcpClient.connect(target, events)) {
            server.write(Lines.of(name));
            var lines = new Lines(server, LINE_BYTES_MAX);
            Line line;
            while ((line = lines.next(Duration.ZERO)) != null) { // the other player may think for long
                String said = line.text() == null ? "" : line.text();
                if (said.startsWith("GameEnd@")) {
                    end = LabMessage.of("the game is over");
                    break;
                }
                if (!said.startsWith("move@")) continue;
                String move = typed.next(LabMessage.of("cell 1 to 9 -> "));
                if (move == null) {
                    end = LabMessage.of("left in mid-game");
                    break;
                }
                server.write(Lines.of(move.strip()));
            }
        }
        if (end.isEmpty()) throw new LabException("The server closed the connection.");
        events.accept(new LabEvent.Stopped(Instant.now(), end));
    }
}
