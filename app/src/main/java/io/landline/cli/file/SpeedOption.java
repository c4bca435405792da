package io.landline.cli.file;

import io.landline.cli.connection.NodeConnection;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.JsonLines;
import io.landline.filetransfer.SpeedLimits;
import io.landline.node.port.TypedSize;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--limit RATE` of `send` and `receive`: bytes a second, as [TypedSize] has them.
final class SpeedOption {
    private static final int KILO = 1_000;

    @Option(names = "--limit", paramLabel = "RATE",
            description = "at most so many bytes a second, as 500k, 2M or 1MiB, all files together while this runs")
    private @Nullable String rate;

    /// Tells the node, if a limit was given.
    ///
    /// @param field of the command `limit`: `send` or `receive`
    void tell(NodeConnection node, String field) throws IOException, InterruptedException, CommandFailedException {
        if (rate == null) return;
        var limit = JsonLines.command("limit");
        limit.addProperty(field, bytesPerSecond(rate));
        node.command(limit);
    }

    /// Complains of a bad one before anything is started.
    void check() throws CommandFailedException {
        if (rate != null) bytesPerSecond(rate);
    }

    static long bytesPerSecond(String text) throws CommandFailedException {
        long bytes;
        try {
            bytes = TypedSize.bytesPerSecond(text);
        } catch (NumberFormatException e) {
            throw CommandFailedException
                    .usage(CommandTexts.of("--limit takes a rate as 500k, 2M or 1MiB, bytes a second."));
        }
        if (bytes >= SpeedLimits.BYTES_PER_SECOND_MIN) return bytes;
        throw CommandFailedException
                .usage(CommandTexts.of("The lowest --limit is {0}k.", SpeedLimits.BYTES_PER_SECOND_MIN / KILO));
    }
}
