package io.landline.node.file;

import io.landline.chat.act.Reference;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.PathText;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.core.Transfers;
import io.landline.handshake.BlockedPeers;
import io.landline.node.conversation.ConversationWriter;
import io.landline.node.handin.rule.BoxField;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.NotRetried;
import io.landline.node.port.FileTransfers.Retried;
import io.landline.node.port.Reason;
import io.landline.peer.Direction;
import io.landline.room.EntryId;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import io.landline.storage.transfers.TransferHistory;
import io.landline.storage.transfers.TransferHistory.Past;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tries transfers again that stopped or failed. What stopped goes on. What failed on its way to us is taken again, as
/// long as its offer stands. Of what this user took in part, the rest is taken. What did not arrive at others is
/// offered again, in the same conversation. Any thread; waits for the disk. One at a time: of two at once, the later
/// one finds what the other has offered again.
public final class TransferRetries {
    private final TransferHistory history;
    private final Transfers transfers;
    private final ConversationWriter writer;
    private final TimelineViews views;
    private final BlockedPeers blocked;

    public TransferRetries(TransferHistory history, Transfers transfers, ConversationWriter writer, TimelineViews views,
            BlockedPeers blocked) {
        this.blocked = blocked;
        this.history = history;
        this.transfers = transfers;
        this.writer = writer;
        this.views = views;
    }

    synchronized Retried retry(TransferId id) throws CommandException {
        for (Past past : recent()) {
            if (past.transfer().id().equals(id)) return new Retried(1, retry(past), leftOut(past));
        }
        throw new CommandException(Code.NO_TRANSFER, "There is no transfer " + id + " of the last days.");
    }

    /// What somebody declined or cancelled is not tried again with the others, nor what its sender could not give or
    /// what came wrong: that may fail again each time.
    synchronized Retried retryFailed() {
        int tried = 0;
        List<Past> recent = recent();
        var seen = new HashSet<EntryId>(); // one own offer may have failed at several receivers
        var problems = new ArrayList<NotRetried>();
        for (Past past : recent) {
            boolean failed = isFailure(past.transfer().reason()) || isFailure(past.restFailed())
                    || !past.failures().none();
            EntryId offer = past.transfer().offer();
            if (!failed || seen.contains(offer) || wasOfferedAgain(past, recent)) continue;
            String notGiven = notGiven(past);
            if (notGiven != null) {
                problems.add(new NotRetried(past.transfer().id().hex(), Code.NOT_POSSIBLE, notGiven));
                continue;
            }
            try {
                if (retry(past) != null) {
                    seen.add(offer);
                    problems.addAll(leftOut(past));
                }
                tried++;
            } catch (CommandException e) {
                if (isOwn(past)) seen.add(offer);
                problems.add(new NotRetried(past.transfer().id().hex(), e.code(), String.valueOf(e.getMessage())));
            }
        }
        return new Retried(tried, null, problems);
    }

    /// What is said of a transfer to us, or of its rest, that its sender could not give, or that came wrong; null for
    /// all others.
    private static @Nullable String notGiven(Past past) {
        if (isOwn(past) || past.transfer().state().isOpen()) return null;
        if (isOfTheSource(past.restFailed())) {
            return "Its sender could not give the rest, or it came wrong. What is here is kept. That may be over: a"
                    + " retry by its id tries again. What is gone or changed must be offered again.";
        }
        return isOfTheSource(past.transfer().reason())
                ? "Its sender could not give it, or it came wrong. That may be over: a retry by its id tries again."
                        + " What is gone or changed must be offered again."
                : null;
    }

    private static boolean isOfTheSource(@Nullable FailureReason reason) {
        return reason != null && reason.isOfTheSource();
    }

    private static boolean isFailure(@Nullable FailureReason reason) {
        return reason != null && !reason.isByAPerson();
    }

    private static boolean isOwn(Past past) {
        return past.transfer().direction() == Direction.OUT;
    }

    /// What of an own offer is not offered again, since it is not there any more, or not what it was.
    private static List<NotRetried> leftOut(Past past) {
        if (!isOwn(past) || past.transfer().state().isOpen()) return List.of();
        var leftOut = new ArrayList<NotRetried>();
        for (Path each : wanted(past)) {
            String problem = problem(past, each);
            if (problem != null) {
                leftOut.add(new NotRetried(past.transfer().id().hex(), Code.NO_FILE,
                        problem + " It was not offered again."));
            }
        }
        return leftOut;
    }

    private static @Nullable String problem(Past past, Path path) {
        return CompleteOffers.problem(path, areAllNamed(past.failures()));
    }

    /// Which of these offers of ours a newer one holds.
    Set<EntryId> offeredAgain(List<EntryId> offers) {
        if (offers.isEmpty()) return Set.of();
        List<Past> recent = recent();
        return recent.stream()
                .filter(past -> offers.contains(past.transfer().offer()) && wasOfferedAgain(past, recent))
                .map(past -> past.transfer().offer())
                .collect(Collectors.toSet());
    }

    /// Whether a newer offer of ours, in the same conversation, has all that a retry of this one would offer. Such an
    /// offer is tried again itself where it failed.
    private boolean wasOfferedAgain(Past past, List<Past> recent) {
        if (!isOwn(past)) return false;
        List<Path> here = missing(past);
        List<Path> missing = here.isEmpty() ? wanted(past) : here;
        for (Past newer : recent) {
            boolean isNewer = newer.transfer().direction() == Direction.OUT
                    && newer.offer().conversation().equals(past.offer().conversation())
                    && newer.offer().written().isAfter(past.offer().written());
            if (isNewer && newer.paths().containsAll(missing)
                    && history.excludes(newer.offer().id()).equals(history.excludes(past.offer().id()))) {
                return true;
            }
        }
        return false;
    }

    /// What did not arrive of an own offer and is still here: files, or all that was offered.
    private static List<Path> missing(Past past) {
        return wanted(past).stream().filter(each -> problem(past, each) == null).toList();
    }

    /// What did not arrive of an own offer, by the places where it stood.
    private static List<Path> wanted(Past past) {
        FailedFiles failures = past.failures();
        return areAllNamed(failures)
                ? failures.first().stream().map(one -> PathText.read(one.stored())).toList()
                : past.paths();
    }

    /// Whether it is known of each file that did not arrive where it stood.
    private static boolean areAllNamed(FailedFiles failures) {
        return !failures.none() && failures.first().size() == failures.files();
    }

    private List<Past> recent() {
        return history.recent(FileTransfers.RECENT_MAX, CompleteOffers.FILES_MAX);
    }

    private @Nullable String retry(Past past) throws CommandException {
        TransferState state = past.transfer().state();
        boolean isWhole = state == TransferState.DONE && past.failures().none() && !lacksRest(past);
        if (isWhole || state.isOpen() && state != TransferState.PAUSED) {
            throw new CommandException(Code.NOT_POSSIBLE, isWhole ? Reason.RETRY_WHOLE : Reason.RETRY_GOES_ON,
                    isWhole ? "All of that transfer has arrived." : "That transfer has not failed; it goes on.");
        }
        if (!state.isOpen() && isOwn(past)) return offerAgain(past);
        if (state == TransferState.DONE && !past.failures().none()) {
            throw new CommandException(Code.NOT_POSSIBLE, Reason.RETRY_CHANGED,
                    "What is missing changed or went at its sender, who must offer it again.");
        }
        NodeFileTransfers.requireWanted(blocked, past.transfer().direction(), past.transfer().peer());
        try {
            if (state.isOpen()) {
                transfers.resume(past.transfer().id());
            } else {
                transfers.retry(past.transfer().id());
            }
            return null;
        } catch (NoSuchTransferException e) {
            throw new CommandException(Code.NO_TRANSFER, String.valueOf(e.getMessage()));
        }
    }

    /// Whether this user has taken a part of it alone so far.
    private static boolean lacksRest(Past past) {
        TransferHistory.Part part = past.part();
        return part != null && !part.isRest() && part.files() < past.offer().body().files();
    }

    private String offerAgain(Past past) throws CommandException {
        EntryId offer = past.transfer().offer();
        List<Path> here = missing(past);
        if (here.isEmpty()) {
            Path linked = wanted(past).stream().filter(CompleteOffers::isElsewhere).findFirst().orElse(null);
            if (linked != null) {
                throw new CommandException(Code.NO_FILE, problem(past, linked)
                        + " Nothing was offered; send it by its name if you mean that.");
            }
            Path other = wanted(past).stream().filter(CompleteOffers::isThere).findFirst().orElse(null);
            if (other != null) throw new CommandException(Code.NO_FILE, problem(past, other) + " Nothing was offered.");
            throw new CommandException(Code.NO_FILE, Reason.FILES_GONE,
                    "None of these files is here any more. Nothing was offered.");
        }
        return writer
                .send(past.offer().conversation(), new FilesToSend(here, history.excludes(offer)), sameBox(offer))
                .offer();
    }

    /// What was handed in is handed in again.
    private UnaryOperator<byte[]> sameBox(EntryId offer) {
        Located before = views.withId(offer);
        Reference box = before == null ? null : BoxField.of(before.entry().body());
        return box == null ? UnaryOperator.identity() : body -> BoxField.with(body, box);
    }
}
