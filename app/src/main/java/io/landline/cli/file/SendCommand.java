package io.landline.cli.file;

import com.google.gson.JsonObject;
import io.landline.cli.connection.AbsentReceivers;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.Delivery;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.connection.OwnBlock;
import io.landline.cli.connection.PeerWait;
import io.landline.cli.connection.Uptime;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.LeftOutLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.StopLines;
import io.landline.cli.terminal.Terminal;
import io.landline.filetransfer.FailureReason;
import io.landline.lab.Escapes;
import io.landline.node.profile.NodeOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `landline send TO PATH…`: offers files and folders, and stays until they have arrived.
@Command(name = "send", description = "offers files and folders, and stays until they have arrived")
public final class SendCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Parameters(index = "0", paramLabel = "TO",
            description = "a name, a fingerprint's first digits, '#room' or room:NAME")
    private String to = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "what to send")
    private List<String> paths = List.of();

    @Option(names = "--exclude", paramLabel = "GLOB",
            description = "leaves out of folders what has such a name or path; may be repeated")
    private List<String> excludes = List.of();

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private SpeedOption limit;

    private volatile boolean isOffered;
    /// The end of the node closes all sessions: that is no news then.
    private volatile boolean isInterrupted;
    private @Nullable CommandFailedException notWhole;

    @Override
    public Integer call() throws Exception {
        limit.check();
        NodeOptions options = landline.options();
        Terminal terminal = landline.terminal();
        JsonObject send = JsonLines.command("send", "to", to);
        send.add("paths", JsonLines.list(FilesOnDisk.texts(paths)));
        if (!excludes.isEmpty()) send.add("exclude", JsonLines.list(excludes));
        Interruption.whileStarting(terminal);
        try (NodeConnection node = NodeFinder.open(options)) {
            SignalHandling.does(ExitCode.LATER, () -> {
                isInterrupted = true;
                Interruption.interrupted(terminal, node, isOffered);
                node.close();
            });
            limit.tell(node, "send");
            node.nameRoom(send, "to");
            to = EventFields.text(send, "to");
            var wait = new PeerWait(node, terminal);
            String room = wait.awaitMember(to);
            JsonObject offered = wait.command(send, to);
            isOffered = true;
            LeftOutLines.say(terminal, offered);
            String conversation = wait.conversation(to);
            String keptBack = OwnBlock.keepsBack(node, conversation);
            if (keptBack != null) {
                terminal.warn(keptBack);
                terminal.event(offered);
                return ExitCode.LATER;
            }
            var absent = new AbsentReceivers(node, conversation, to, Uptime.now());
            int exitCode = follow(node, terminal, EventFields.text(offered, "offer"), room, absent);
            if (exitCode == ExitCode.DONE || exitCode == ExitCode.LATER) terminal.event(offered);
            return exitCode;
        }
    }

    /// Waits until each receiver of the offer has it, or will not have it. Where nobody is there for ten seconds it is
    /// kept, unless some of it has arrived: then it goes on by itself once they are back.
    ///
    /// @param room as in [OfferReceivers]
    private int follow(NodeConnection node, Terminal terminal, String offer, @Nullable String room,
            AbsentReceivers absent)
            throws IOException, InterruptedException, CommandFailedException {
        var receivers = new OfferReceivers(offer, room, Uptime.now());
        receivers.here(node.list("peers"));
        String lastFailure = "";
        boolean askedAloud = false;
        while (true) {
            JsonObject event = node.next(LOOK_AGAIN);
            if (event != null) {
                terminal.event(event);
                receivers.heard(event, Uptime.now());
                if (EventFields.text(event, "offer").equals(offer)) {
                    lastFailure = onTransfer(terminal, event, lastFailure);
                }
            }
            if (receivers.isOver(Uptime.now())) {
                if (notWhole != null) throw notWhole;
                if (receivers.hasArrived()) return ExitCode.DONE;
                throw failed(lastFailure);
            }
            if (receivers.isSomebodyHere() && !askedAloud) {
                terminal.aside(CommandTexts.of("Offered. Waiting for {0} to accept.", Escapes.line(to)));
                askedAloud = true;
            }
            String nobody = receivers.hasArrived() || isInterrupted ? null : absent.told(Uptime.now());
            if (nobody != null) terminal.aside(nobody);
            if (receivers.breaksNow() && !isInterrupted) {
                terminal.status("");
                terminal.aside(broken(to));
            }
            if (receivers.isAway(Uptime.now())) {
                terminal.warn(kept(node, terminal, receivers.hasArrived()));
                return ExitCode.LATER;
            }
        }
    }

    private static String broken(String to) {
        return CommandTexts.of(PeerWait.isRoom(to)
                ? "Nobody of {0} is here now. What has arrived is kept; it goes on when both are here."
                : "{0} is not here now. What has arrived is kept; it goes on when both are here.",
                Escapes.line(to));
    }

    private String kept(NodeConnection node, Terminal terminal, boolean hasArrived)
            throws IOException, InterruptedException, CommandFailedException {
        boolean isOwn = node.isOwn();
        String receiver = Escapes.line(to);
        if (hasArrived) {
            return CommandTexts.of(isOwn
                    ? "Sent to some of {0}, and kept for the others: it goes on its way when they are here and Landline"
                            + " runs."
                    : "Sent to some of {0}, and kept for the others: it goes on its way when they are here.", receiver);
        }
        if (!PeerWait.isRoom(to)) {
            return CommandTexts.of(isOwn
                    ? "Kept, and not sent yet: {0} is not here. It goes on its way when both are here and"
                            + " Landline runs."
                    : "Kept, and not sent yet: {0} is not here. It goes on its way when both are here.", receiver);
        }
        String conversation = new PeerWait(node, terminal).conversation(to);
        return Delivery.withOtherKeys(node, terminal, conversation, CommandTexts.of(isOwn
                ? "Kept, and not sent yet: nobody of {0} is here. It goes on its way when both are here and"
                        + " Landline runs."
                : "Kept, and not sent yet: nobody of {0} is here. It goes on its way when both are here.", receiver));
    }

    /// Answers the reason of the last failure, or the one before.
    private String onTransfer(Terminal terminal, JsonObject event, String lastFailure) {
        switch (EventFields.text(event, "event")) {
            case "progress" -> terminal.progress(event);
            case "transferred" -> {
                if (notWhole == null) notWhole = StopLines.notWhole(event);
                terminal.status("");
                terminal.sayEvent(event);
            }
            case "transfer-paused", "transfer-resumed" -> terminal.status(String.valueOf(EventFormatter.line(event)));
            case "transfer-failed" -> {
                terminal.status("");
                boolean isOver = !event.get("resumable").getAsBoolean();
                // to one person the last line of the command says it
                if (!isOver || PeerWait.isRoom(to)) terminal.sayEvent(event);
                if (isOver) return EventFields.text(event, "reason");
            }
            default -> {
            }
        }
        return lastFailure;
    }

    private static CommandFailedException failed(String reason) {
        return switch (FailureReason.ofText(reason)) {
            case DECLINED -> CommandFailedException.told(ExitCode.REFUSED, reason,
                    CommandTexts.of("The offer was declined. Nothing was sent."));
            case CANCELLED, CANCELLED_BY_RECEIVER -> CommandFailedException.told(ExitCode.FAILED, reason,
                    CommandTexts
                            .of("The transfer was cancelled. What was not whole is gone there; your file is as it"
                                    + " was."));
            case SOURCE_CHANGED -> CommandFailedException.told(ExitCode.FAILED, reason,
                    CommandTexts.of("The file changed while it was being sent. Nothing arrived under its name; send it"
                            + " again."));
            case SOURCE_GONE -> CommandFailedException.told(ExitCode.FAILED, reason,
                    CommandTexts.of("The file is no longer there or can no longer be read. Nothing arrived under its"
                            + " name; send it again from where it is now."));
            case DISK_FULL -> CommandFailedException.told(ExitCode.FAILED, reason,
                    CommandTexts.of(
                            "The receiver's disk is full. Nothing arrived under its name; make room there and send it"
                                    + " again."));
            case FILE_TOO_LARGE -> CommandFailedException.told(ExitCode.FAILED, reason,
                    CommandTexts.of("The receiver's disk takes no file as large as one of these. Nothing arrived under"
                            + " its name; the receiver must take it on another disk."));
            case null, default -> CommandFailedException.told(ExitCode.FAILED, reason,
                    CommandTexts.of("The transfer ended ({0}). Nothing arrived under its name; send it again.",
                            reason));
        };
    }
}
