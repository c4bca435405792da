package io.landline.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;

/// The content of a settings file of ours, one JSON object.
public sealed interface SettingsContent {
    /// Ours has less than 70 KiB when every list is full; the rest is room for later versions.
    int BYTES_MAX = 1024 * 1024;

    record Missing() implements SettingsContent {}

    /// @param reason for a sentence: “… could not be read (reason)”
    record Damaged(String reason) implements SettingsContent {}

    /// @param all every key as it stands, for writing back
    /// @param fields the same, for reading
    record Whole(JsonObject all, JsonFields fields) implements SettingsContent {}

    static SettingsContent read(Path file) {
        return read(file, BYTES_MAX);
    }

    /// Reads at most `bytesMax` bytes, and nothing but a file (or a link to one): a pipe or a device would never end.
    static SettingsContent read(Path file, int bytesMax) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) return new Damaged("it is not a file");
            if (attributes.size() > bytesMax) return new Damaged("it has more than " + bytesMax / 1024 + " KiB");
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(bytesMax + 1);
            }
            if (bytes.length > bytesMax) return new Damaged("it has more than " + bytesMax / 1024 + " KiB");
            if (bytes.length == 0) return new Damaged("it is empty");
            return parse(bytes);
        } catch (NoSuchFileException e) {
            return new Missing();
        } catch (AccessDeniedException e) {
            return new Damaged("it may not be read by this user");
        } catch (IOException e) {
            return new Damaged(String.valueOf(e.getMessage()));
        }
    }

    private static SettingsContent parse(byte[] bytes) {
        byte[] json = withoutMark(bytes);
        try {
            JsonFields fields = StrictJson.object(json);
            return new Whole(JsonParser.parseString(new String(json, UTF_8)).getAsJsonObject(), fields);
        } catch (MalformedJsonException e) {
            return new Damaged(String.valueOf(e.getMessage()));
        }
    }

    /// Some editors put a byte order mark before UTF-8, which RFC 8259 §8.1 lets a reader ignore.
    private static byte[] withoutMark(byte[] bytes) {
        boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    /// As people like to edit it: a key a line.
    static byte[] bytesOf(JsonObject all) {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
        return (gson.toJson(all) + "\n").getBytes(UTF_8);
    }
}
