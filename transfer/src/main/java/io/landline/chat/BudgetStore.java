package io.landline.chat;

import io.landline.peer.Fingerprint;
import java.util.Map;

/// Keeps how much was stored today on whose account, so that a restart does not begin the day anew. Calls block; only
/// the conversations' thread calls.
public interface BudgetStore {
    /// What is charged to an account.
    enum Purpose {
        /// What the person wrote.
        OWN,
        /// What people wrote for whom only this person vouches.
        VOUCHED_FOR,
        /// What all people of open rooms wrote. The person is of no meaning here.
        OPEN_ROOMS
    }

    record Account(Fingerprint person, Purpose purpose) {}

    /// @param bytes headers, signatures and bodies
    /// @param unknownBytes those of entries of unknown kinds, which count among `bytes` too
    record Spent(long bytes, long entries, long unknownBytes) {
        public static final Spent NOTHING = new Spent(0, 0, 0);

        Spent plus(Spent more) {
            return new Spent(bytes + more.bytes, entries + more.entries, unknownBytes + more.unknownBytes);
        }
    }

    /// What was saved for this day.
    Map<Account, Spent> spent(long day);

    /// Saves these accounts of a day, and forgets all other days.
    void save(long day, Map<Account, Spent> changed);
}
