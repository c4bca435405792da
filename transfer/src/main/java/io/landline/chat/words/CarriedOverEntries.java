package io.landline.chat.words;

import io.landline.chat.Entry;
import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import java.util.Set;

/// Which entries of an old room its conversation goes on to show in the room with the new words
/// (docs/protocol/new-words.md, "After the change"). Immutable; any thread.
///
/// @param clock of others only what stands up to this Lamport time
/// @param people the author of the change and who was chosen: all of theirs
public record CarriedOverEntries(long clock, Set<Fingerprint> people) {
    public CarriedOverEntries {
        people = Set.copyOf(people);
    }

    public boolean shows(Entry ofOld) {
        return shows(ofOld.position());
    }

    /// The same of what stands there.
    public boolean shows(TimelinePosition ofOld) {
        return ofOld.lamport() <= clock || people.contains(ofOld.author());
    }
}
