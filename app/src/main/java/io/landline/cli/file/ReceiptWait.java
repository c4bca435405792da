package io.landline.cli.file;

import com.google.gson.JsonObject;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.ReasonParser;
import io.landline.cli.terminal.StopLines;
import io.landline.cli.terminal.Terminal;
import io.landline.filetransfer.FailureReason;
import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Waits for the receipt of what was handed in, as long as the collector is here or has taken a part of it. Where they
/// are away for ten seconds before that, it is kept, and goes when they are here. Confined to one thread.
final class ReceiptWait {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final NodeConnection node;
    private final Terminal terminal;
    private final Supplier<Duration> uptime;
    private final BooleanSupplier isInterrupted;
    private final String offer;
    private final String who;
    private @Nullable CommandFailedException notWhole;

    /// @param offered       the `ok` of the command `hand-in`
    /// @param isInterrupted whether the command ends: then all sessions close, which is no news
    ReceiptWait(NodeConnection node, Terminal terminal, JsonObject offered, Supplier<Duration> uptime,
            BooleanSupplier isInterrupted) {
        this.node = node;
        this.terminal = terminal;
        this.uptime = uptime;
        this.isInterrupted = isInterrupted;
        offer = EventFields.text(offered, "offer");
        who = EventFields.name(offered);
    }

    /// Returns when the receipt is here, or the collector is away.
    int exitCode() throws IOException, InterruptedException, CommandFailedException {
        var collector = new OfferReceivers(offer, null, uptime.get());
        collector.here(node.list("peers"));
        boolean saidWhatFor = false;
        while (true) {
            JsonObject event = node.next(LOOK_AGAIN);
            if (event != null) {
                terminal.event(event);
                if (isReceipt(event)) {
                    if (notWhole != null) throw notWhole;
                    return ExitCode.DONE;
                }
                // with all of it at the collector the receipt is still to come
                if (!EventFields.is(event, "transferred")) collector.heard(event, uptime.get());
            } else if (!saidWhatFor && collector.isSomebodyHere()) {
                terminal.aside(CommandTexts.of("Waiting for {0} to take it.", who));
                saidWhatFor = true;
            }
            if (collector.breaksNow() && !isInterrupted.getAsBoolean()) {
                terminal.status("");
                terminal.aside(CommandTexts.of("{0} is not here now. What has arrived is kept; it goes on when both are"
                        + " here.", who));
            }
            if (collector.isAway(uptime.get())) {
                terminal.warn(CommandTexts.of(node.isOwn()
                        ? "Kept, and not handed in yet: it goes when {0} is here and Landline runs."
                        : "Kept, and not handed in yet: it goes when {0} is here.", who));
                return ExitCode.LATER;
            }
        }
    }

    private boolean isReceipt(JsonObject event) throws CommandFailedException {
        if (!EventFields.text(event, "offer").equals(offer)) return false;
        switch (EventFields.text(event, "event")) {
            case "progress" -> terminal.progress(event);
            case "transfer-paused", "transfer-resumed" -> terminal.status(String.valueOf(EventFormatter.line(event)));
            case "transferred" -> notWhole = StopLines.notWhole(event);
            case "handed-in" -> {
                terminal.status("");
                terminal.sayEvent(event);
                return true;
            }
            case "transfer-failed" -> {
                terminal.status("");
                if (event.get("resumable").getAsBoolean()) {
                    terminal.sayEvent(event);
                    return false;
                }
                String reason = EventFields.text(event, "reason");
                throw ReasonParser.failure(event) == FailureReason.DECLINED
                        ? CommandFailedException.told(ExitCode.REFUSED, reason,
                                CommandTexts.of(
                                        "The box did not take it: it is closed, or it takes no such files, or not so"
                                                + " many or so large ones. Nothing was handed in."))
                        : CommandFailedException.told(ExitCode.FAILED, reason,
                                CommandTexts.of("The transfer ended ({0}). Nothing was handed in; do it again.",
                                        reason));
            }
            default -> {
            }
        }
        return false;
    }
}
