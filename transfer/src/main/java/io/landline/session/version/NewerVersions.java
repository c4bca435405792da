package io.landline.session.version;

import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import io.landline.peer.ProgramVersion;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// Decides whether a newer version of Landline is worth a sentence: two people have to tell of one, and each number is
/// said once. The number is the highest that two of them reach, so one person alone can neither invent nor raise it.
/// Not thread-safe.
public final class NewerVersions {
    /// People who told of a newer version; those that came first go first.
    static final int PEOPLE_MAX = 64;
    private static final int PEOPLE_NEEDED = 2;

    private final Map<Fingerprint, ProgramVersion> newer = BoundedMap.firstComeFirstGone(PEOPLE_MAX);
    private ProgramVersion known;

    /// @param known the number said last, in whichever run; our own where there was none
    public NewerVersions(ProgramVersion own, ProgramVersion known) {
        this.known = own.compareTo(known) > 0 ? own : known;
    }

    /// A person told this version; the answer is the number to be said now.
    public Optional<ProgramVersion> heard(Fingerprint person, ProgramVersion version) {
        if (version.compareTo(known) <= 0) {
            newer.remove(person);
            return Optional.empty();
        }
        newer.put(person, version);
        Optional<ProgramVersion> reached = newer.values()
                .stream()
                .sorted(Comparator.reverseOrder())
                .skip(PEOPLE_NEEDED - 1L)
                .findFirst()
                .filter(each -> each.compareTo(known) > 0);
        reached.ifPresent(each -> known = each);
        return reached;
    }
}
