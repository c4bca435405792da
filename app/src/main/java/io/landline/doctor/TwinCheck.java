package io.landline.doctor;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether this very identity runs elsewhere too: a copied profile.
final class TwinCheck implements Check {
    private static final Words REMEDY = Words.of("twin.remedy");

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
            return List.of(Finding.bad(Code.IDENTITY_TWICE, Words.of("twin.proven", proven.getHostAddress()), REMEDY));
        }
        Optional<Voice> claimed = heard.stream()
                .filter(voice -> voice.peer().equals(Optional.of(crowd.self())))
                .findFirst();
        return List.of(claimed
                .map(voice -> Finding.note(Code.IDENTITY_TWICE, Words.of("twin.claimed", voice.from().getHostAddress()),
                        Words.of("twin.claimed.remedy").and(REMEDY)))
                .orElseGet(() -> Finding.ok(Code.IDENTITY_TWICE, Words.of("twin.none"))));
    }
}
