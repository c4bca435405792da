package io.landline.lab.file;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Failures;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Fetches the file of S7. What comes is written beside its later name, which it gets when the stream ends; nothing is
/// overwritten.
public record FileClient(Target target, String key, Path folder, String name,
        Consumer<LabEvent> events) implements Client {
    /// Of the home folder.
    public static final Path USUAL_FOLDER = Path.of(System.getProperty("user.home"), "Landline Lab");
    /// So spelt in the course.
    public static final String USUAL_NAME = "RECIEVED_FILE.txt";
    /// An endless sender must not fill the disk.
    private static final long FILE_BYTES_MAX = 4L * 1024 * 1024 * 1024;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int NAMES_TRIED_MAX = 10_000;

    public record Result(long bytes, String sha256, Path path, double seconds) implements LabResult {
        @Override
        public Map<String, @Nullable Object> fields() {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("bytes", bytes);
            fields.put("sha256", sha256);
            fields.put("path", path.toString());
            fields.put("seconds", seconds);
            return fields;
        }

        @Override
        public String summary() {
            return bytes + " B in " + path + "\nSHA-256 " + sha256
                    + "\nThat nothing is missing cannot be proven by this protocol: compare the sum with the sender's.";
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Connection server = TcpClient.connect(target, events)) {
            server.write(Payload.of(key));
            server.readWithin(Connection.PATIENCE);
            byte[] first = verdict(server);
            fetch(server, first);
        }
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    /// Waits for the verdict; returns the first bytes of the file that came with it.
    private static byte[] verdict(Connection server) throws IOException {
        var said = new ByteArrayOutputStream();
        while (true) {
            String text = said.toString(StandardCharsets.ISO_8859_1);
            if (text.startsWith(FileServer.SUCCESS)) {
                server.tellIn(Payload.of(FileServer.SUCCESS));
                return text.substring(FileServer.SUCCESS.length()).getBytes(StandardCharsets.ISO_8859_1);
            }
            boolean mayBecome = FileServer.SUCCESS.startsWith(text)
                    || (FileServer.ERROR.startsWith(text) && !text.equals(FileServer.ERROR));
            Payload piece = mayBecome ? piece(server, said) : null;
            if (piece == null) {
                tell(server, said);
                throw noVerdict(text);
            }
            said.writeBytes(piece.bytes());
        }
    }

    private static void tell(Connection server, ByteArrayOutputStream said) {
        if (said.size() > 0) server.tellIn(Payload.of(said.toByteArray()));
    }

    private static LabException noVerdict(String said) {
        if (said.isEmpty()) {
            return new LabException("The server closed the connection without an answer, as after three wrong keys"
                    + " within a minute. No file was made.");
        }
        return new LabException(said.equals(FileServer.ERROR)
                ? "The server says that the key is wrong. No file was made; --key sends another."
                : "This is not a server of secret-file: its first answer is neither {0} nor {1}. No file was made.",
                FileServer.SUCCESS, FileServer.ERROR);
    }

    /// @param said what came before it, which is told where the connection breaks
    private static @Nullable Payload piece(Connection server, ByteArrayOutputStream said) throws IOException {
        try {
            return server.readUntold(Connection.READ_BYTES_MAX);
        } catch (IOException e) {
            tell(server, said);
            throw new LabException(e, "No verdict from {0}: {1}. No file was made.", server.peer().name(),
                    Failures.kind(e));
        }
    }

    private void fetch(Connection server, byte[] first) throws IOException {
        Path part = free(name + ".part");
        var passage = new FileProgress(server, null);
        MessageDigest digest = sha256();
        try (OutputStream out = Files.newOutputStream(part)) {
            Payload chunk = Payload.of(first);
            do {
                passage.add(chunk.length());
                if (passage.bytes() > FILE_BYTES_MAX) {
                    throw new LabException("over {0} B", new LabMessage.Limit(FILE_BYTES_MAX));
                }
                out.write(chunk.bytes());
                digest.update(chunk.bytes());
                chunk = server.readUntold(FileServer.CHUNK_BYTES);
            } while (chunk != null);
        } catch (IOException e) {
            throw new LabException(e, "The file broke off after {0} B: {1}. What came is kept in {2}.", passage.bytes(),
                    Failures.kind(e), part.toString());
        }
        Path file = free(name);
        Files.move(part, file);
        passage.end();
        double seconds = passage.lasting().toNanos() / NANOS_PER_SECOND;
        String sum = HexFormat.of().formatHex(digest.digest());
        events.accept(new LabEvent.Result(Instant.now(), new Result(passage.bytes(), sum, file, seconds)));
    }

    /// `name`, or `name (2)` … with the number in front of the ending.
    private Path free(String wanted) throws LabException {
        int dot = wanted.indexOf('.', 1);
        String stem = dot < 0 ? wanted : wanted.substring(0, dot);
        String ending = dot < 0 ? "" : wanted.substring(dot);
        Path path = folder.resolve(wanted);
        for (int i = 2; Files.exists(path); i++) {
            if (i > NAMES_TRIED_MAX) {
                throw new LabException("{0} holds {1} such files already: clear it up.", folder.toString(),
                        new LabMessage.Limit(NAMES_TRIED_MAX));
            }
            path = folder.resolve(stem + " (" + i + ")" + ending);
        }
        return path;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
