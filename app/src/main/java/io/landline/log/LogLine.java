package io.landline.log;

import io.landline.peer.CodePoints;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/// One record as one line: time (UTC), level, who says it, what, and the cause with its stack. What a peer may have had
/// a hand in cannot end the line, move the cursor or turn the reading direction: control characters are written as
/// `\u001b`. Stateless; any thread.
final class LogLine extends Formatter {
    /// In characters; a deep stack trace has less, and a flood of long ones is bounded by the files.
    static final int CHARACTERS_MAX = 8 * 1024;
    /// Causes of causes; a longer chain is a loop or of no use.
    private static final int CAUSES_MAX = 5;
    private static final int FRAMES_MAX = 20;
    private static final DateTimeFormatter TIME = DateTimeFormatter
            .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord record) {
        var out = new StringBuilder();
        out.append(TIME.format(record.getInstant())).append(' ').append(record.getLevel().getName()).append(' ');
        append(out, shortName(record.getLoggerName()));
        out.append(": ");
        append(out, message(record));
        appendCauses(out, record.getThrown());
        if (out.length() > CHARACTERS_MAX) {
            out.setLength(CodePoints.cut(out, CHARACTERS_MAX));
            out.append('…');
        }
        return out.append('\n').toString();
    }

    /// With ASCII digits: a log does not depend on the user's language.
    private static String message(LogRecord record) {
        String text = String.valueOf(record.getMessage());
        Object[] parameters = record.getParameters();
        if (parameters == null || parameters.length == 0) return text;
        try {
            return new MessageFormat(text, Locale.ROOT).format(parameters);
        } catch (IllegalArgumentException e) {
            return text; // braces that were meant as such
        }
    }

    private static String shortName(@Nullable String logger) {
        String name = logger == null ? "" : logger;
        return name.startsWith("io.landline.") ? name.substring("io.landline.".length()) : name;
    }

    private static void appendCauses(StringBuilder out, @Nullable Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < CAUSES_MAX && out.length() < CHARACTERS_MAX; i++) {
            out.append(i == 0 ? " | " : " | caused by ");
            append(out, cause.toString());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int f = 0; f < Math.min(frames.length, FRAMES_MAX); f++) {
                append(out.append(" < "), frames[f].toString());
            }
            cause = cause.getCause();
        }
    }

    private static void append(StringBuilder out, String text) {
        for (int i = 0; i < text.length()
                && out.length() <= CHARACTERS_MAX; i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isHarmless(c)) {
                out.appendCodePoint(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            }
        }
    }

    /// False for control characters, line and paragraph separators, half characters, and those that turn the direction
    /// (Unicode UAX #9).
    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            case Character.FORMAT -> !(c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c == 0x200E
                    || c == 0x200F || c == 0x061C);
            default -> true;
        };
    }
}
