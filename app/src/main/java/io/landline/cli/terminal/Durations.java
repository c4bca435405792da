package io.landline.cli.terminal;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times as a person types them: `500ms`, `3s`, `2m`, `1h`; a bare number is seconds.
public final class Durations {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6}|\\d{7,9}(?=ms))(ms|s|m|h)?");

    private Durations() {}

    public static Duration parse(String option, String text) throws CommandFailedException {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            throw CommandFailedException.usage(CommandTexts.of("{0} takes a time such as 3s or 2m.", option));
        }
        long number = Long.parseLong(time.group(1));
        return switch (time.group(2) == null ? "s" : time.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }
}
