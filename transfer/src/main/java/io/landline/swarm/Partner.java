package io.landline.swarm;

import io.landline.peer.Fingerprint;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Another node of the same swarm, as one receiver sees it: the two tell each other which chunks they have. The origin
/// is a partner too, and has all of them. Confined to its owner's thread.
final class Partner {
    /// Who was asked in vain for this time gives nothing: longer than any first answer is waited for.
    static final Duration IN_VAIN = ResponseTime.PATIENCE_UNKNOWN_MAX.multipliedBy(LateAnswers.GIVEN_UP_TIMES);

    final Fingerprint who;
    final LinkKind link;
    /// When this side told its bitmap.
    final Duration since;
    final ResponseTime responses = new ResponseTime();
    /// Null until its bitmap came.
    @Nullable
    ChunkSet has;
    /// It said that it has all that it wants; its bitmap may have gaps.
    boolean finished;
    /// Chunks and bytes asked of it and not yet come.
    int openChunks;
    long openBytes;
    /// A question to it is late: nothing more is asked of it until it gives something.
    boolean late;
    /// Then it may be tried again, if no question to it is open any more.
    Duration lateUntil = Duration.ZERO;
    /// It asked to be left in peace until then.
    Duration busyUntil = Duration.ZERO;
    /// It gave a chunk since partners were looked at last.
    boolean gave;
    /// When a chunk was sent to it last; before that, as long as it is a partner.
    Duration tookAt;
    /// How long questions to it have waited in vain since it gave something last. Several at a time count once.
    private Duration inVain = Duration.ZERO;
    /// Time before this is counted, or does not count.
    private Duration inVainUntil = Duration.ZERO;

    Partner(Fingerprint who, LinkKind link, Duration since) {
        this.who = who;
        this.link = link;
        this.since = since;
        this.tookAt = since;
    }

    /// Whether it still wants something, as far as it told.
    boolean isLacking() {
        return !finished && (has == null || !has.isFull());
    }

    /// A question to it came to nothing: it was put off until then, or is taken back then, since no chunk came.
    void gaveNothing(Duration askedAt, Duration until) {
        Duration from = askedAt.compareTo(inVainUntil) > 0 ? askedAt : inVainUntil;
        if (until.compareTo(from) <= 0) return;
        inVain = inVain.plus(until.minus(from));
        inVainUntil = until;
    }

    /// A chunk came of it, perhaps after its question was taken back. What was asked before waits in vain from now on.
    void gaveChunk(Duration now) {
        gave = true;
        inVain = Duration.ZERO;
        if (inVainUntil.compareTo(now) < 0) inVainUntil = now;
    }

    /// How long it was asked in vain since it gave something last.
    Duration inVain() {
        return inVain;
    }

    /// It was a partner before, and asked in vain for that long. It left and came back.
    void wasAskedInVain(Duration before) {
        inVain = before;
    }

    /// Whether it was asked for long, and gave nothing since: it may be one that never will.
    boolean isAskedInVain() {
        return inVain.compareTo(IN_VAIN) >= 0;
    }

    /// It answers, but gives nothing before this.
    void putsOff(Duration until) {
        late = false;
        busyUntil = until;
    }

    /// It does not have this chunk, whatever it told before.
    void lacks(int chunk) {
        if (has != null) has.remove(chunk);
    }

    /// Whether it can be asked for anything now.
    boolean isUsable() {
        return has != null && !late;
    }
}
