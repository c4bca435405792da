package io.landline.node.message;

import io.landline.chat.act.Act;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Pin;
import io.landline.cost.AskPace;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.cost.TokenBucket;
import io.landline.peer.Fingerprint;
import java.time.Duration;

/// Of how many acts programs and terminals are told. Somebody who reacts, edits or votes without end would have them
/// read nothing else. All acts count, told or not. Of people that this user knows well all acts but pins are told. Not
/// thread-safe.
final class ActPace {
    /// Acts in a second of all people that this user does not know well: one member may be there under many
    /// identities. A program reads as many beside the messages. Some of each person are told in any case.
    static final int ALL_PER_SECOND = 64;
    /// The same after a pause: of sixteen people all that is saved up for each.
    static final int ALL_SAVED_MAX = 16 * AskPace.ACTS_SAVED_MAX;

    private final Standings standings;
    private final AskPace pins = AskPace.ofPins();
    private final AskPace acts = AskPace.ofActs();
    /// Apart from the others: somebody who reacts without end still takes words back.
    private final AskPace deletes = AskPace.ofActs();
    private final AskPace handInReceipts = AskPace.ofActs();
    /// What each has whatever others do: as many as pins.
    private final AskPace always = AskPace.ofPins();
    private final TokenBucket all = new TokenBucket(ALL_PER_SECOND, ALL_SAVED_MAX);

    ActPace(Standings standings) { this.standings = standings; }

    /// Whether this act of that person is told now; if so, it is counted.
    boolean allows(Act act, Fingerprint person, Duration now) {
        if (act instanceof Pin) return pins.allow(person, 1, now) > 0;
        return isKnown(person) || isInTime(act instanceof Delete ? deletes : acts, person, now);
    }

    /// The same of a receipt for what was handed in.
    boolean allowsHandInReceipt(Fingerprint person, Duration now) {
        return isKnown(person) || isInTime(handInReceipts, person, now);
    }

    private boolean isInTime(AskPace own, Fingerprint person, Duration now) {
        return own.allow(person, 1, now) > 0 && (all.take(now) || always.allow(person, 1, now) > 0);
    }

    private boolean isKnown(Fingerprint person) {
        return standings.of(person).isAtLeast(Standing.TRUSTED);
    }
}
