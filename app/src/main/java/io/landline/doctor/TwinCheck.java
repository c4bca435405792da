package io.landline.doctor;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether this very identity runs elsewhere too: a copied profile.
final class TwinCheck implements Check {
    private static final String REMEDY = "On one of the two run: landline id --new. People who know you will see a new person there.";

    private final Crowd crowd;

    TwinCheck(Crowd crowd) { this.crowd = crowd; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.IDENTITY_TWICE);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Voice> heard = crowd.listen();
        InetAddress proven = crowd.twin();
        if (proven != null) {
            return List.of(Finding.bad(Code.IDENTITY_TWICE, "Another node at " + proven.getHostAddress()
                    + " has proven to have this very identity: a copied profile.", REMEDY));
        }
        Optional<Voice> claimed = heard.stream().filter(voice -> voice.peer().equals(Optional.of(crowd.self()))).findFirst();
        return List.of(claimed
                .map(voice -> Finding.note(Code.IDENTITY_TWICE, "Somebody at " + voice.from().getHostAddress()
                        + " says to be this very identity, in another run, but has not proven it.",
                        "If that is a copy of this profile: " + REMEDY))
                .orElseGet(() -> Finding.ok(Code.IDENTITY_TWICE, "Nobody else has this identity, as far as was heard.")));
    }
}
