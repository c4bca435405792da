package io.landline.lab.game;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.TypedInput;
import io.landline.lab.net.Target;
import io.landline.lab.net.UdpClient;
import io.landline.lab.net.UdpPort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// A player of S13: letters as typed, each asked again where no reply comes.
public record HangmanClient(Target target, TypedInput typed, Consumer<LabEvent> events) implements Client {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int SENT_AGAIN_MAX = 3;

    @Override
    public void run() throws IOException, InterruptedException {
        LabMessage end = LabMessage.of("left in mid-game");
        try (UdpClient socket = UdpClient.open(target, 0, events)) {
            ask(socket, HangmanServer.START);
            String letter;
            while ((letter = typed.next(LabMessage.of("letter -> "))) != null) {
                if (letter.isBlank()) continue;
                String reply = ask(socket, letter.strip()).shown();
                if (!reply.startsWith("END ")) continue;
                end = LabMessage.of(reply.startsWith("END WON") ? "won" : "lost");
                break;
            }
        }
        events.accept(new LabEvent.Stopped(Instant.now(), end));
    }

    /// The answers to what was sent again come too, late, and are no answers to what is asked now.
    private static Payload ask(UdpClient socket, String text) throws IOException {
        for (int i = 0; i < SENT_AGAIN_MAX; i++) {
            if (socket.receive(UdpPort.BUFFER_BYTES, Duration.ZERO) == null) break;
        }
        for (int i = 0; i <= SENT_AGAIN_MAX; i++) {
            socket.send(Payload.of(text));
            Payload reply = socket.receive(UdpPort.BUFFER_BYTES, PATIENCE);
            if (reply != null) return reply;
        }
        throw new LabException(
                "No answer from {0}, asked {1} times. Is a hangman server running there, and of the same IP version?",
                socket.server().name(), SENT_AGAIN_MAX + 1);
    }
}
