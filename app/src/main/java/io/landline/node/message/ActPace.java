package io.landline.node.message;

import io.landline.chat.act.Act;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Pin;
import io.landline.cost.AskPace;
import io.landline.cost.CrowdPace;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.peer.Fingerprint;
import java.time.Duration;

/// Of how many acts programs and terminals are told. Somebody who reacts, edits or votes without end would have them
/// read nothing else. All acts count, told or not. Of people that this user knows well all acts but pins are told. Not
/// thread-safe.
final class ActPace {
    private final Standings standings;
    private final AskPace pins = AskPace.ofPins();
    private final AskPace acts = AskPace.ofActs();
    /// Apart from the others: somebody who reacts without end still takes words back.
    private final AskPace deletes = AskPace.ofActs();
    private final AskPace handInReceipts = AskPace.ofActs();
    private final CrowdPace crowd = new CrowdPace();

    ActPace(Standings standings) { this.standings = standings; }

    /// Whether this act of that person is told now; if so, it is counted.
    boolean allows(Act act, Fingerprint person, Duration now) {
        if (act instanceof Pin) return pins.allow(person, 1, now) > 0;
        return isKnown(person) || crowd.allows(act instanceof Delete ? deletes : acts, person, now);
    }

    /// The same of a receipt for what was handed in.
    boolean allowsHandInReceipt(Fingerprint person, Duration now) {
        return isKnown(person) || crowd.allows(handInReceipts, person, now);
    }

    private boolean isKnown(Fingerprint person) {
        return standings.of(person).isAtLeast(Standing.TRUSTED);
    }
}
