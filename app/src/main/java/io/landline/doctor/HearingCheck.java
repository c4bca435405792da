package io.landline.doctor;

import java.util.List;
import java.util.Set;

/// Whether others are heard by UDP.
final class HearingCheck implements Check {
    private final Crowd crowd;
    private final Ports ports;

    HearingCheck(Crowd crowd, Ports ports) {
        this.crowd = crowd;
        this.ports = ports;
    }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.UDP_IN_BLOCKED);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Voice> heard = crowd.listen().stream().filter(voice -> voice.peer().isPresent()).toList();
        return List.of(heard.isEmpty() ? nobody() : somebody(heard));
    }

    private static Finding somebody(List<Voice> heard) {
        List<String> addresses = heard.stream().map(voice -> voice.from().getHostAddress()).distinct().toList();
        return Finding.ok(Code.UDP_IN_BLOCKED, Words.of("hearing.ok", Words.some(addresses)));
    }

    private Finding nobody() {
        if (crowd.listed() == 0) {
            return new Finding(Code.UDP_IN_BLOCKED, State.UNKNOWN, Words.of("hearing.nobody"),
                    Words.of("hearing.nobody.remedy").and(Remedies.LOOK_AROUND));
        }
        return Finding.note(Code.UDP_IN_BLOCKED, Words.of("hearing.deaf", crowd.listed()),
                Words.of("hearing.deaf.remedy", ports.range()).and(Remedies.LOOK_AROUND));
    }
}
