package io.landline.chat;

import io.landline.peer.Fingerprint;
import java.util.Map;

/// Keeps how much was stored today at each account's cost, so that a restart does not reset the day's budget. Calls
/// block; only the conversations' thread calls.
public interface BudgetStore {
    /// What is charged to an account.
    enum Purpose {
        /// What the person wrote.
        OWN,
        /// Entries of people that only this person vouches for.
        VOUCHED_FOR,
        /// What all people of open rooms wrote. The person is of no meaning here.
        OPEN_ROOMS
    }

    record Account(Fingerprint person, Purpose purpose) {}

    /// @param bytes headers, signatures and bodies
    /// @param unknownBytes those of entries of unknown kinds, which count among `bytes` too
    record Spent(long bytes, long entries, long unknownBytes) {
        public static final Spent NOTHING = new Spent(0, 0, 0);

        public Spent plus(Spent more) {
            return new Spent(bytes + more.bytes, entries + more.entries, unknownBytes + more.unknownBytes);
        }

        public Spent minus(Spent less) {
            return new Spent(bytes - less.bytes, entries - less.entries, unknownBytes - less.unknownBytes);
        }
    }

    /// What was saved for this day.
    Map<Account, Spent> spent(long day);

    /// Saves these accounts of a day, and forgets all other days.
    void save(long day, Map<Account, Spent> changed);
}
