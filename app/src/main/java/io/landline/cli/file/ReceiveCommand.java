package io.landline.cli.file;

import com.google.gson.JsonObject;
import io.landline.cli.connection.CommonOptions;
import io.landline.cli.connection.NodeConnection;
import io.landline.cli.connection.NodeFinder;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.StopLines;
import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.YesOrNo;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.Choice;
import io.landline.node.profile.NodeOptions;
import java.io.Console;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline receive`: waits for files, asks about each on a terminal, and ends after the number that was asked for.
@Command(name = "receive", description = "waits for files, and ends after --count offers have arrived")
public final class ReceiveCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommonOptions landline;

    @Option(names = "--count", paramLabel = "N", description = "how many offers to take (default: 1)",
            defaultValue = "1")
    private int count = 1;

    @Mixin
    @SuppressWarnings("NullAway.Init") // set by picocli
    private SpeedOption limit;

    @Option(names = "--only", paramLabel = "PATH|GLOB",
            description = "takes of each offer these files and folders alone, without asking; may be repeated")
    private List<String> only = List.of();

    /// Offers of which a part was asked for, by transfer: the line that told of each.
    private final Map<String, String> chosenOf = new HashMap<>();
    /// Transfers that were offered before, with the time at which the node told of them.
    private final Map<String, String> toldBefore = new HashMap<>();
    private @Nullable String unmatched;
    /// Transfers that a person took here, or of which bytes have come. An interruption reads it, on another thread.
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    /// Those of them that stopped, and may go on later.
    private final Set<String> stopped = new HashSet<>();
    /// Offers that a person is to be asked about, the oldest first.
    private final Deque<JsonObject> unanswered = new ArrayDeque<>();
    private boolean hasInputEnded;
    /// Whether the person is asked now. An interruption reads it too.
    private volatile boolean isAsking;
    private @Nullable CommandFailedException notWhole;

    @Override
    public Integer call() throws Exception {
        NumberOption.check("--count", count, 1);
        limit.check();
        checkPatterns();
        NodeOptions options = landline.options();
        boolean chooses = !only.isEmpty();
        if (chooses && options.accept() != null && options.accept() != AcceptRule.ASK) {
            throw CommandFailedException
                    .usage(CommandTexts.of("--only chooses itself what is taken; use it without --accept."));
        }
        Terminal terminal = landline.terminal();
        Interruption.whileStarting(terminal);
        // the rule that the profile keeps would take all before this command could choose
        try (NodeConnection node = NodeFinder.open(options, chooses ? options.withAccept(AcceptRule.ASK) : options)) {
            SignalHandling.does(ExitCode.LATER, () -> {
                Interruption.interrupted(terminal, node, !underWay.isEmpty());
                if (isAsking) terminal.warn(Interruption.offerStays());
                node.close();
            });
            limit.tell(node, "receive");
            JsonObject status = CommandFailedException.checked(node.command(JsonLines.command("status")));
            String rule = EventFields.text(status, "accept");
            if (chooses && !rule.equals(AcceptRule.ASK.word()) && !rule.equals(AcceptRule.NONE.word())) {
                throw CommandFailedException
                        .usage(CommandTexts.of("The node that runs here takes files without asking ({0}), so --only"
                                + " cannot choose. Let it ask, or stop it first.", rule));
            }
            boolean asks = chooses || rule.equals(AcceptRule.ASK.word());
            if (asks && !chooses && !landline.json() && !Terminal.isTerminal()) {
                terminal.warn(CommandTexts.of(node.isOwn()
                        ? "Nobody can be asked here, so no file is taken; --accept all or --accept known changes that."
                        : "Nobody can be asked here, so no file is taken; --only / takes all without asking."));
            }
            terminal.aside(CommandTexts.of("Waiting for files into {0}.", EventFields.text(status, "downloads")));
            before(node, terminal, asks);
            receive(node, terminal, asks);
            if (!unanswered.isEmpty()) {
                terminal.aside(CommandTexts.of("More was offered, and waits: landline receive asks about it."));
            }
            terminal.event(JsonLines.ok());
        }
        return ExitCode.DONE;
    }

    /// What was offered before. A rule decides as an offer comes, so it takes none of these.
    private void before(NodeConnection node, Terminal terminal, boolean asks)
            throws IOException, InterruptedException, CommandFailedException {
        boolean left = false;
        for (JsonObject open : TransferPages.ask(node::command, false).transfers()) {
            if (!isWaiting(open)) continue;
            toldBefore.put(EventFields.text(open, "transfer"), EventFields.text(open, "at"));
            terminal.event(open);
            if (!asks) terminal.sayEvent(open);
            offered(node, terminal, open, asks);
            left |= only.isEmpty() && !(asks && Terminal.isTerminal());
        }
        if (left && !landline.json()) {
            terminal.warn(CommandTexts.of(
                    "What was offered before waits for a person, whatever --accept says: landline receive --only /"
                            + " takes it."));
        }
    }

    /// An offer may come between the start of this command and its question what was offered before.
    private boolean isToldBefore(JsonObject event) {
        String at = toldBefore.get(EventFields.text(event, "transfer"));
        return at != null && EventFields.is(event, "offered") && EventFields.text(event, "at").compareTo(at) <= 0;
    }

    /// Whether somebody offered it and nobody has decided yet.
    private static boolean isWaiting(JsonObject transfer) {
        return EventFields.text(transfer, "direction").equals("in")
                && EventFields.text(transfer, "state").equals("offered");
    }

    private void receive(NodeConnection node, Terminal terminal, boolean asks)
            throws IOException, InterruptedException, CommandFailedException {
        int received = 0;
        while (received < count) {
            if (unmatched != null && chosenOf.isEmpty()) {
                throw new CommandFailedException(ExitCode.FAILED, Why.NO_FILE, unmatched);
            }
            askAbout(node, terminal, count - received);
            if (hasInputEnded && stopped.containsAll(underWay)) {
                throw new CommandFailedException(ExitCode.LATER, Why.INTERRUPTED,
                        CommandTexts.of("The input has ended, so nobody can be asked.") + " "
                                + Interruption.offerStays());
            }
            JsonObject event = node.next(LOOK_AGAIN);
            if (event == null || isToldBefore(event)) continue;
            terminal.event(event);
            if (!EventFields.text(event, "direction").equals("in")) continue;
            String transfer = EventFields.text(event, "transfer");
            switch (EventFields.text(event, "event")) {
                case "offered" -> offered(node, terminal, event, asks);
                case "progress" -> {
                    isAnswered(transfer);
                    underWay.add(transfer);
                    stopped.remove(transfer);
                    terminal.progress(event);
                }
                case "unmatched" -> unmatched(terminal, event);
                case "transferred" -> {
                    received++;
                    over(transfer);
                    if (notWhole == null) notWhole = StopLines.notWhole(event);
                    terminal.status("");
                    terminal.sayEvent(event);
                }
                case "transfer-paused",
                        "transfer-resumed" -> terminal.status(String.valueOf(EventFormatter.line(event)));
                case "transfer-failed" -> {
                    if (event.get("resumable").getAsBoolean()) {
                        stopped.add(transfer);
                    } else {
                        over(transfer);
                    }
                    terminal.status("");
                    terminal.sayEvent(event);
                }
                default -> {
                }
            }
        }
        if (notWhole != null) throw notWhole;
    }

    private void over(String transfer) {
        isAnswered(transfer);
        chosenOf.remove(transfer);
        underWay.remove(transfer);
        stopped.remove(transfer);
    }

    /// Also by somebody else: at a window, or by the sender, who took it back.
    private void isAnswered(String transfer) {
        unanswered.removeIf(each -> EventFields.text(each, "transfer").equals(transfer));
    }

    /// Others may be on their way, so it is said, and the command goes on with these.
    private void unmatched(Terminal terminal, JsonObject event) {
        String offered = chosenOf.remove(EventFields.text(event, "transfer"));
        if (offered == null) return; // another command chose
        if (unmatched != null) terminal.warn(unmatched);
        unmatched = offered + " "
                + CommandTexts.of("Nothing in it is what --only names. Nothing was taken, and the offer stands.");
    }

    /// Under `--json` a program decides, by the event, which it has; on a terminal the person does.
    private void offered(NodeConnection node, Terminal terminal, JsonObject offer, boolean asks)
            throws IOException, InterruptedException, CommandFailedException {
        if (!only.isEmpty() && EventFields.text(offer, "direction").equals("in")) {
            terminal.sayEvent(offer);
            String transfer = EventFields.text(offer, "transfer");
            chosenOf.put(transfer, String.valueOf(EventFormatter.sentence(offer)));
            JsonObject accept = JsonLines.command("accept", "transfer", transfer);
            accept.add("only", JsonLines.list(only));
            decide(node, terminal, accept);
            return;
        }
        if (!asks || landline.json()) return;
        if (Terminal.isTerminal()) {
            unanswered.add(offer);
        } else {
            terminal.sayEvent(offer);
        }
    }

    /// Asks as long as more may be taken, beside what is on its way: nobody says yes to what this command does not wait
    /// for. Once the input has ended nobody can be asked, and what was taken before still arrives.
    private void askAbout(NodeConnection node, Terminal terminal, int wanted)
            throws IOException, InterruptedException, CommandFailedException {
        Console console = System.console();
        while (console != null && !hasInputEnded && !unanswered.isEmpty() && running() < wanted) {
            JsonObject offer = unanswered.remove();
            terminal.status("");
            terminal.sayEvent(offer);
            isAsking = true;
            Boolean yes = YesOrNo.ask(console, CommandTexts.of("Take it?"));
            isAsking = false;
            if (yes == null) {
                terminal.status("");
                unanswered.addFirst(offer);
                hasInputEnded = true;
                return;
            }
            String transfer = EventFields.text(offer, "transfer");
            boolean isDone = decide(node, terminal,
                    JsonLines.command(yes ? "accept" : "decline", "transfer", transfer));
            if (yes && isDone) underWay.add(transfer);
        }
    }

    private long running() {
        return underWay.stream().filter(each -> !stopped.contains(each)).count();
    }

    /// What is refused of one offer, as of somebody who is blocked, is said, and the answer is false; others may still
    /// come.
    private boolean decide(NodeConnection node, Terminal terminal, JsonObject decision)
            throws IOException, InterruptedException, CommandFailedException {
        JsonObject answer = node.command(decision);
        if (EventFields.isOk(answer)) return true;
        CommandFailedException refused = CommandFailedException.refused(answer);
        if (refused.exitCode == ExitCode.USAGE && !refused.code.equals(Why.NO_TRANSFER.code())) throw refused;
        chosenOf.remove(EventFields.text(decision, "transfer"));
        terminal.warn(String.valueOf(refused.getMessage()));
        return false;
    }

    /// Said before anything is waited for.
    private void checkPatterns() throws CommandFailedException {
        try {
            Choice.of(only);
        } catch (PatternSyntaxException e) {
            throw CommandFailedException.usage(
                    CommandTexts.inThisLanguage("This is no pattern of names: " + e.getPattern() + "."));
        }
    }
}
