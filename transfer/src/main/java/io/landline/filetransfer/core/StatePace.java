package io.landline.filetransfer.core;

import io.landline.cost.AskPace;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import io.landline.session.Session;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How often a peer may say that transfers are paused, go on or failed, or take again what it took before: each time is
/// an event for people and programs. Of what comes faster, the last word on each transfer waits until it may be said:
/// else the two sides would think differently of it. Confined to the files' queue.
final class StatePace {
    /// Transfers of all peers on which a word waits; the one that came first is forgotten.
    static final int WAITING_MAX = 1_024;

    /// A message as it came.
    record Said(Session session, FileMessage message) {}

    private record Subject(Fingerprint peer, TransferId transfer) {}

    private final AskPace pace = AskPace.ofStates();
    private final Map<Subject, Said> waiting = BoundedMap.firstComeFirstGone(WAITING_MAX);

    /// Whether this may be told now. If not, it waits for [#next]. Whatever comes later on the same transfer makes a
    /// word that waits out of date.
    ///
    /// @param isAgain whether it takes what it took before
    boolean admits(Session session, FileMessage message, boolean isAgain, Duration now) {
        TransferId transfer = transfer(session, message);
        if (transfer == null) return true;
        var subject = new Subject(session.peer(), transfer);
        waiting.remove(subject);
        if (!isAgain && !isState(message) || pace.allow(session.peer(), 1, now) > 0) return true;
        waiting.put(subject, new Said(session, message));
        return false;
    }

    /// One that may be told now; null for none. It waits no longer.
    @Nullable
    Said next(Duration now) {
        for (Iterator<Said> all = waiting.values().iterator(); all.hasNext();) {
            Said said = all.next();
            if (pace.allow(said.session.peer(), 1, now) == 0) continue;
            all.remove();
            return said;
        }
        return null;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /// A session is over: at the next one its peer says anew how all stands.
    void closed(Session session) {
        waiting.values().removeIf(said -> said.session.equals(session));
    }

    private static boolean isState(FileMessage message) {
        return message instanceof FileMessage.Pause || message instanceof FileMessage.Resume
                || message instanceof FileMessage.Failed;
    }

    /// The transfer that a message starts, holds up or ends; null for one that does none of these.
    private static @Nullable TransferId transfer(Session session, FileMessage message) {
        return switch (message) {
            case FileMessage.Pause(var transfer) -> transfer;
            case FileMessage.Resume(var transfer) -> transfer;
            case FileMessage.Failed failed -> failed.transfer();
            case FileMessage.Cancel(var transfer) -> transfer;
            case FileMessage.Done done -> done.transfer();
            case FileMessage.Accept accept -> TransferId.of(accept.offer(), session.peer());
            case FileMessage.Decline(var offer) -> TransferId.of(offer, session.peer());
            case FileMessage.ManifestRequest _, FileMessage.Manifest _, FileMessage.LostFiles _,
                    FileMessage.Received _ -> null;
        };
    }
}
