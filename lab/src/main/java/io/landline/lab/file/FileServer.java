package io.landline.lab.file;

import io.landline.lab.FailedAttempts;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.TcpService;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Gives one file, and no other, to every client that says the key (S7).
///
///     client                                server
///       | -- 'SECRET_KEY' --------------------> |
///       | <------- 'AUTH_SUCCESS' (12 B)        |   or 'AUTH_ERROR' (10 B), and closes
///       |             (100 ms)                  |
///       | <------- 1024 B, 1024 B … 1 B, FIN    |   the end of the stream is the end of the file
///
/// The pause is there because a course client throws away everything that its first read returns besides the verdict:
/// if the file follows at once, up to a kilobyte of it is lost now and then. This protocol cannot prove that a file is
/// whole: nobody says how long it is.
public final class FileServer implements TcpService {
    static final String KEY = "SECRET_KEY";
    static final String SUCCESS = "AUTH_SUCCESS";
    static final String ERROR = "AUTH_ERROR";
    static final int CHUNK_BYTES = 1_024;

    private static final Duration KEY_PATIENCE = Duration.ofSeconds(1);
    /// A client that guesses gets no further answers for the rest of a minute.
    private static final int WRONG_KEYS_MAX = 3;
    private static final Duration WRONG_KEYS_PER = Duration.ofMinutes(1);
    /// Of a large file the first pieces are shown one by one, the others as a sum.
    private static final int CHUNKS_TOLD_MAX = 64;

    private final Path file;
    private final FailedAttempts<InetAddress> attempts = new FailedAttempts<>(WRONG_KEYS_MAX, WRONG_KEYS_PER);

    /// @throws LabException the file cannot be read: better now than when somebody asks
    public FileServer(Path file) throws LabException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new LabException("{0} is not a file that can be read. Nothing was opened; name another with --file.",
                    file.toString());
        }
        this.file = file;
    }

    @Override
    public void converse(Connection client) throws IOException, InterruptedException {
        InetAddress from = ((InetSocketAddress) client.peer().address()).getAddress();
        if (attempts.areTooMany(from, System.nanoTime())) {
            client.remark("{0} said {1} wrong keys within a minute and is closed unanswered", client.peer().name(),
                    WRONG_KEYS_MAX);
            client.finish();
            return;
        }
        LabEvent.In key = key(client);
        if (key == null || !key.payload().is(KEY)) {
            if (key != null) attempts.wrong(from, System.nanoTime()); // who says nothing guesses nothing
            client.write(Payload.of(ERROR), key);
        } else {
            client.write(Payload.of(SUCCESS), key);
            client.pause();
            sendFile(client);
        }
        client.finish();
    }

    /// The key may come in pieces: up to a second is waited for as many bytes as it has. A line end at its end is not
    /// forgiven. Null where not a byte came.
    private static LabEvent.@Nullable In key(Connection client) throws IOException {
        byte[] said = new byte[0];
        long until = System.nanoTime() + KEY_PATIENCE.toNanos();
        Duration left;
        while (said.length < KEY.length() && (left = Duration.ofNanos(until - System.nanoTime())).toMillis() > 0) {
            client.readWithin(left);
            try {
                Payload piece = client.readUntold(Connection.READ_BYTES_MAX);
                if (piece == null) break;
                byte[] more = Arrays.copyOf(said, said.length + piece.length());
                System.arraycopy(piece.bytes(), 0, more, said.length, piece.length());
                said = more;
            } catch (SocketTimeoutException _) {
                break;
            } catch (IOException e) {
                if (said.length > 0) client.tellIn(Payload.of(said));
                throw e;
            }
        }
        return said.length == 0 ? null : client.tellIn(Payload.of(said));
    }

    private void sendFile(Connection client) throws IOException {
        var passage = new FileProgress(client, Files.size(file));
        int chunks = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk;
            while ((chunk = in.readNBytes(CHUNK_BYTES)).length > 0) {
                if (chunks < CHUNKS_TOLD_MAX) {
                    client.write(Payload.of(chunk));
                } else {
                    client.writeUntold(Payload.of(chunk));
                }
                passage.add(chunk.length);
                chunks++;
            }
        }
        passage.end();
        String name = String.valueOf(file.getFileName());
        if (chunks <= 1) {
            client.remark("{0}: {1} B in one piece to {2}", name, passage.bytes(), client.peer().name());
        } else {
            client.remark("{0}: {1} B in {2} pieces to {3}", name, passage.bytes(), chunks, client.peer().name());
        }
    }
}
