package io.landline.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The record beside the lock that says who holds it. It is a separate file because a locked one cannot be read on
/// Windows, and because on POSIX systems closing *any* descriptor of a file gives up the process's locks on it
/// (fcntl(2)). Stateless; any thread.
final class LockOwnerFile {
    /// A socket path has 100 bytes, a host name 255; the rest are numbers.
    private static final int BYTES_MAX = 4 * 1024;
    private static final int HOST_BYTES_MAX = 1_024;

    private LockOwnerFile() {}

    /// Not forced to the disk: the others wait for it, and after a loss of power nobody runs.
    static void write(Path file, ProfileLock.Owner owner) throws IOException {
        var json = new JsonObject();
        json.addProperty("host", owner.host());
        json.addProperty("boot", owner.boot());
        json.addProperty("pid", owner.pid());
        if (owner.started() != null) json.addProperty("started", owner.started().toString());
        if (owner.ticks() != null) json.addProperty("ticks", owner.ticks());
        if (owner.socket() != null) json.addProperty("socket", owner.socket().toString());
        if (owner.folder() != null) json.addProperty("folder", owner.folder());
        AtomicFile.writeForNow(file, json.toString().getBytes(UTF_8));
    }

    /// The record; null if it is missing or cannot be understood.
    static ProfileLock.@Nullable Owner read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) return null;
            JsonFields fields = StrictJson.object(bytes);
            String boot = fields.textOrNull("boot", HOST_BYTES_MAX);
            String started = fields.textOrNull("started", HOST_BYTES_MAX);
            String socket = fields.textOrNull("socket", BYTES_MAX);
            return new ProfileLock.Owner(fields.text("host", HOST_BYTES_MAX), boot == null ? "" : boot,
                    fields.number("pid", 1, Long.MAX_VALUE), started == null ? null : Instant.parse(started),
                    fields.has("ticks") ? (Long) fields.number("ticks", 0, Long.MAX_VALUE) : null,
                    socket == null ? null : Path.of(socket), fields.textOrNull("folder", HOST_BYTES_MAX));
        } catch (IOException | MalformedJsonException | DateTimeException | InvalidPathException e) {
            return null; // the lock itself decides; without the record only its owner's name is missing
        }
    }
}
