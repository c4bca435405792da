package io.landline.cli.file;

import io.landline.cli.connection.NodeConnection;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.JsonLines;
import io.landline.filetransfer.SpeedLimits;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--limit RATE` of `send` and `receive`: bytes a second, as `500k`, `2M` or `1.5M`.
final class SpeedOption {
    private static final Pattern RATE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)([kmg]?)b?(?:/s)?");
    private static final int KILO = 1_000;

    @Option(names = "--limit", paramLabel = "RATE",
            description = "at most so many bytes a second, as 500k or 2M, all files together while this runs")
    private @Nullable String rate;

    /// Tells the node, if a limit was given.
    ///
    /// @param field of the command `limit`: `send` or `receive`
    void tell(NodeConnection link, String field) throws IOException, InterruptedException, CommandFailedException {
        if (rate == null) return;
        var limit = JsonLines.command("limit");
        limit.addProperty(field, bytesPerSecond(rate));
        link.command(limit);
    }

    /// Complains of a bad one before anything is started.
    void check() throws CommandFailedException {
        if (rate != null) bytesPerSecond(rate);
    }

    static long bytesPerSecond(String text) throws CommandFailedException {
        Matcher parts = RATE.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            throw CommandFailedException.usage(CommandTexts.of("--limit takes a rate as 500k or 2M, bytes a second."));
        }
        double number = Double.parseDouble(parts.group(1));
        long bytes = Math.round(switch (parts.group(2)) {
            case "k" -> number * KILO;
            case "m" -> number * KILO * KILO;
            case "g" -> number * KILO * KILO * KILO;
            default -> number;
        });
        if (bytes >= SpeedLimits.BYTES_PER_SECOND_MIN) return bytes;
        throw CommandFailedException
                .usage(CommandTexts.of("The lowest --limit is {0}k.", SpeedLimits.BYTES_PER_SECOND_MIN / KILO));
    }
}
