package io.landline.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.chat.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// What tests of stored entries share.
public final class ProfileText {
    private ProfileText() {}

    /// All bytes of all files in a folder, as `strings` sees them.
    public static String of(Path folder) throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return all.toString();
    }

    /// The body of an entry that its author writes again.
    public static byte[] again(Entry lost) {
        byte[] body = Objects.requireNonNull(lost.body());
        JsonObject json = JsonParser.parseString(new String(body, UTF_8)).getAsJsonObject();
        if (!json.has("again")) json.add("again", lost.reference().toJson());
        return json.toString().getBytes(UTF_8);
    }
}
