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
/// else the two sides would think differently of it. An accept that could not be noted waits as well.
///
/// Who accepts asks for a page of the manifest next, and takes the answer as a sign that the accept was read: what it
/// asks for after that is of no use before. So that question waits with the accept. Confined to the files' queue.
final class StatePace {
    /// Transfers of all peers on which a word waits; the one that came first is forgotten.
    static final int WAITING_MAX = 1_024;

    /// Before an accept that could not be noted is tried again: the store may be busy, or its disk full.
    static final Duration AGAIN_AFTER = Duration.ofSeconds(2);

    /// A message as it came.
    ///
    /// @param then what is to be answered behind it; null for nothing
    /// @param notBefore it is told at the earliest then
    record Said(Session session, FileMessage message, FileMessage.@Nullable ManifestRequest then, Duration notBefore) {
        Said(Session session, FileMessage message, Duration at) { this(session, message, null, at); }
    }

    private record Subject(Fingerprint peer, TransferId transfer) {}

    private final AskPace pace = AskPace.ofStates();
    private final Map<Subject, Said> waiting = BoundedMap.firstComeFirstGone(WAITING_MAX);

    /// Whether this may be told now. If not, it waits for [#next]. Whatever comes later on the same transfer makes a
    /// word that waits out of date.
    ///
    /// @param isAgain whether it takes what it took before
    boolean admits(Session session, FileMessage message, boolean isAgain, Duration now) {
        if (message instanceof FileMessage.ManifestRequest request) return !isBehindAccept(session, request);
        TransferId transfer = transfer(session, message);
        if (transfer == null) return true;
        var subject = new Subject(session.peer(), transfer);
        waiting.remove(subject);
        if (!isAgain && !isState(message) || pace.allow(session.peer(), 1, now) > 0) return true;
        waiting.put(subject, new Said(session, message, now));
        return false;
    }

    private boolean isBehindAccept(Session session, FileMessage.ManifestRequest request) {
        var subject = new Subject(session.peer(), TransferId.of(request.offer(), session.peer()));
        Said said = waiting.get(subject);
        if (said == null || !(said.message instanceof FileMessage.Accept)) return false;
        waiting.put(subject, new Said(session, said.message, request, said.notBefore));
        return true;
    }

    /// An accept was told, and could not be noted. It waits for another time.
    void notNoted(Said accept, Duration now) {
        TransferId transfer = transfer(accept.session, accept.message);
        if (transfer == null) return;
        waiting.put(new Subject(accept.session.peer(), transfer),
                new Said(accept.session, accept.message, accept.then, now.plus(AGAIN_AFTER)));
    }

    /// One that may be told now; null for none. It waits no longer.
    @Nullable
    Said next(Duration now) {
        for (Iterator<Said> all = waiting.values().iterator(); all.hasNext();) {
            Said said = all.next();
            if (said.notBefore.compareTo(now) > 0 || pace.allow(said.session.peer(), 1, now) == 0) continue;
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
