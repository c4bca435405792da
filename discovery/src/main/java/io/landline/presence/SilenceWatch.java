package io.landline.presence;

import io.landline.peer.Fingerprint;
import io.landline.peer.RateWindow;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Notices who fell silent: after five of its intervals a peer is asked ten times within two seconds, then it is gone.
/// At 30 % loss in and out three intervals and one ask would flicker in most minutes. Also asks whether a peer is there
/// when somebody wants to know now. Confined to the presence thread.
final class SilenceWatch {
    static final int SILENT_INTERVALS = 5;
    static final int PROBES = 10;
    /// Ten of them in two seconds.
    static final Duration PROBE_EVERY = Duration.ofMillis(200);
    /// Addresses that each probe goes to.
    private static final int PROBE_ADDRESSES_MAX = 3;
    /// When a whole crowd falls silent at once, it was more likely we who lost the network.
    private static final int PROBES_PER_SECOND_MAX = 400;
    /// Questions that wait for their answer; more are answered with no.
    private static final int QUESTIONS_MAX = 256;
    /// A peer has half a second to answer: up to five asks.
    private static final Duration QUESTION_AGAIN_AFTER = Duration.ofMillis(120);

    private static final class Question {
        final Fingerprint peer;
        final Duration until;
        final Consumer<Boolean> then;
        Duration askAt;

        Question(Fingerprint peer, Duration until, Consumer<Boolean> then, Duration askAt) {
            this.peer = peer;
            this.until = until;
            this.then = then;
            this.askAt = askAt;
        }

        Duration dueAt() {
            return askAt.compareTo(until) < 0 ? askAt : until;
        }
    }

    private final PeerTable table;
    private final BiConsumer<PeerRow, InetSocketAddress> ask;
    private final Consumer<PeerRow> gone;
    private final RateWindow probes = new RateWindow(PROBES_PER_SECOND_MAX);
    private final List<Question> questions = new ArrayList<>();
    /// Never later than the first row that is due: rows heard in between make it too early, which costs one look.
    private Duration lookAt = ReplyQueue.NEVER;

    SilenceWatch(PeerTable table, BiConsumer<PeerRow, InetSocketAddress> ask, Consumer<PeerRow> gone) {
        this.table = table;
        this.ask = ask;
        this.gone = gone;
    }

    /// A row is listed now.
    void watch(PeerRow row) {
        lookAt = min(lookAt, row.silentAt(SILENT_INTERVALS));
    }

    void checkSoon(Duration uptime) {
        lookAt = min(lookAt, uptime);
    }

    /// A sign of life: answers every question that waits for one. A shorter interval brings the next look nearer.
    void heard(PeerRow row) {
        watch(row);
        for (Question each : List.copyOf(questions)) if (each.peer.equals(row.peer)) answer(each, true);
    }

    void question(Fingerprint peer, Duration within, Consumer<Boolean> then, Duration uptime) {
        if (questions.size() >= QUESTIONS_MAX) {
            then.accept(false);
            return;
        }
        questions.add(new Question(peer, uptime.plus(within), then, uptime));
    }

    private void answer(Question question, boolean there) {
        if (questions.remove(question)) question.then.accept(there);
    }

    /// Answers all questions with no: nobody will hear an answer any more.
    void dismissQuestions() {
        for (Question each : List.copyOf(questions)) answer(each, false);
    }

    void run(Duration uptime) {
        for (Question each : List.copyOf(questions)) {
            @Nullable
            PeerRow row = table.get(each.peer);
            if (row == null || each.until.compareTo(uptime) <= 0) {
                answer(each, false);
            } else if (each.askAt.compareTo(uptime) <= 0) {
                each.askAt = uptime.plus(QUESTION_AGAIN_AFTER);
                row.askAt(PeerRow.PLACES_MAX).forEach(at -> ask.accept(row, at));
            }
        }
        if (lookAt.compareTo(uptime) <= 0) checkRows(uptime);
    }

    private void checkRows(Duration uptime) {
        lookAt = ReplyQueue.NEVER;
        for (PeerRow row : List.copyOf(table.rows())) {
            Duration silentAt = row.silentAt(SILENT_INTERVALS);
            if (silentAt.compareTo(uptime) > 0) {
                lookAt = min(lookAt, silentAt);
                continue;
            }
            if (row.probes == 0 || row.probeAt.compareTo(uptime) <= 0) {
                if (row.probes == PROBES) {
                    gone.accept(row);
                    continue;
                }
                if (probes.claim(uptime)) {
                    row.probes++;
                    row.askAt(PROBE_ADDRESSES_MAX).forEach(at -> ask.accept(row, at));
                }
                row.probeAt = uptime.plus(PROBE_EVERY);
            }
            lookAt = min(lookAt, row.probeAt);
        }
    }

    Duration dueAt() {
        Duration due = lookAt;
        for (Question each : questions) due = min(due, each.dueAt());
        return due;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
