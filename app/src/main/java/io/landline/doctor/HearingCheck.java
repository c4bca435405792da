package io.landline.doctor;

import java.util.List;
import java.util.Set;

/// Whether others are heard by UDP.
final class HearingCheck implements Check {
    private static final int ADDRESSES_NAMED_MAX = 5;

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
        String named = String.join(", ", addresses.subList(0, Math.min(addresses.size(), ADDRESSES_NAMED_MAX)));
        String more = addresses.size() > ADDRESSES_NAMED_MAX ? " and " + (addresses.size() - ADDRESSES_NAMED_MAX) + " more" : "";
        return Finding.ok(Code.UDP_IN_BLOCKED, "Landline at " + named + more + " was heard by UDP.");
    }

    private Finding nobody() {
        if (crowd.listed() == 0) {
            return new Finding(Code.UDP_IN_BLOCKED, State.UNKNOWN,
                    "Nobody else was heard. That proves nothing: there may be nobody. Where you know"
                            + " somebody's address, landline doctor --peer ADDRESS tells more.",
                    "If there should be somebody, UDP may be blocked in this network. " + Remedies.LOOK_AROUND);
        }
        return Finding.note(Code.UDP_IN_BLOCKED, crowd.listed() + " other(s) are known by TCP, but nobody was heard by UDP, and nobody"
                + " answered it.",
                "Sessions go on. For others to be found at once, let UDP ports " + ports.range()
                        + " in: in the firewalls here and there, and in the access point. " + Remedies.LOOK_AROUND);
    }
}
