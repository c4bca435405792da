package io.landline.lab.clock;

import io.landline.lab.LabEvent;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.CutText;
import io.landline.lab.net.TcpService;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.LocalDateTime;

/// Tells the time in the format that the client sends (S15), as often as it likes on one connection.
///
///     client                    server
///       | -- '%Y-%m-%d' ---------> |
///       | <-------- '2026-11-20'   |
///
/// A format with an empty result would send nothing, and the client would wait for ever: it gets one blank.
public final class TimeServer implements TcpService {
    private final Clock clock;

    /// @param clock with the zone for the time that is told
    public TimeServer(Clock clock) { this.clock = clock; }

    @Override
    public void converse(Connection client) throws IOException {
        var text = new CutText();
        LabEvent.In heard;
        while ((heard = client.hear(Connection.READ_BYTES_MAX)) != null) {
            try {
                String format = text.next(heard.payload());
                if (format.isEmpty()) {
                    client.leave(heard, "the first bytes of a character: the rest must follow");
                    continue;
                }
                String told = Strftime.format(format, LocalDateTime.now(clock));
                client.write(Payload.of(told.isEmpty() ? " " : told), heard);
            } catch (CharacterCodingException _) {
                client.leaveNoText(heard);
            }
        }
    }
}
