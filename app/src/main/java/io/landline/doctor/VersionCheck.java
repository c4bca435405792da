package io.landline.doctor;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Whether another Landline near us speaks another version of presence.
final class VersionCheck implements Check {
    private static final int NAMED_MAX = 5;

    private final Crowd crowd;

    VersionCheck(Crowd crowd) { this.crowd = crowd; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.OTHER_VERSION);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Voice> heard = crowd.listen();
        var others = new TreeSet<String>();
        for (Voice voice : heard) {
            if (!voice.foreignVersion().isEmpty()) others.add(voice.from().getHostAddress() + " (version " + voice.foreignVersion() + ")");
        }
        if (!others.isEmpty()) {
            return List.of(Finding.note(Code.OTHER_VERSION, "A Landline of an incompatible version is at "
                    + String.join(", ", others.stream().limit(NAMED_MAX).toList()) + ".", "Install the same version on all computers."));
        }
        return List.of(heard.isEmpty()
                ? Finding.unknown(Code.OTHER_VERSION, "Nobody else was heard.")
                : Finding.ok(Code.OTHER_VERSION, "All that were heard speak the version of this one."));
    }
}
