package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// The two encodings of the course.
final class Encodings {
    private Encodings() {}

    static Charset named(String name) throws CommandFailedException {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "ascii" -> StandardCharsets.US_ASCII;
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            default -> throw CommandFailedException.usage("--encoding takes ascii or utf-8.");
        };
    }
}
