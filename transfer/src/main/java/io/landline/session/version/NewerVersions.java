package io.landline.session.version;

import io.landline.peer.Fingerprint;
import io.landline.peer.ProgramVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides whether a newer version of Landline is worth a sentence: two people have to tell of one. It is said once a
/// run, so that two who lie cannot go on with ever higher numbers; and each number once for ever. It is the number that
/// both reach, so one alone can neither invent nor raise it. Not thread-safe.
public final class NewerVersions {
    private record Told(Fingerprint person, ProgramVersion version) {}

    private final ProgramVersion known;
    private @Nullable Told first;
    private boolean isSaid;

    /// @param known the number said last, in whichever run; our own where there was none
    public NewerVersions(ProgramVersion own, ProgramVersion known) {
        this.known = own.compareTo(known) > 0 ? own : known;
    }

    /// A person told this version; the answer is the number to be said now.
    public Optional<ProgramVersion> heard(Fingerprint person, ProgramVersion version) {
        if (isSaid) return Optional.empty();
        Told before = first;
        boolean isAnother = before != null && !before.person().equals(person);
        if (version.compareTo(known) <= 0) {
            if (!isAnother) first = null; // who went back to an older one counts no more
            return Optional.empty();
        }
        if (before == null || !isAnother) {
            first = new Told(person, version);
            return Optional.empty();
        }
        isSaid = true;
        return Optional.of(before.version().compareTo(version) < 0 ? before.version() : version);
    }
}
