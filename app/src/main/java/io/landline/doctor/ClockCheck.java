package io.landline.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether this computer's clock can be right. A run is at least the time of its start: one in the future is of a clock ahead of ours.
final class ClockCheck implements Check {
    /// Clocks of computers that ask no time server are off by minutes.
    static final Duration OFF_MIN = Duration.ofMinutes(5);
    /// There was no Landline before.
    private static final Instant FIRST = LocalDate.of(2025, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final String REMEDY = "Let both computers set their clocks by the network (Linux: timedatectl set-ntp true; Windows:"
            + " Settings, Time & language; macOS: System Settings, Date & Time). Messages arrive all the same;"
            + " only the times beside them are wrong.";

    private final Crowd crowd;

    ClockCheck(Crowd crowd) { this.crowd = crowd; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.CLOCK_OFF);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        Instant now = crowd.now();
        if (now.isBefore(FIRST)) {
            return List
                    .of(Finding.note(Code.CLOCK_OFF, "The clock of this computer says " + now + ", which is before Landline was written.",
                            REMEDY));
        }
        List<Voice> heard = crowd.listen().stream().filter(voice -> voice.run().isPresent()).toList();
        Instant limit = now.plus(OFF_MIN);
        Set<String> ahead = heard.stream().filter(voice -> voice.run().getAsLong() > limit.toEpochMilli())
                .map(voice -> voice.from().getHostAddress()).collect(Collectors.toSet());
        Set<String> all = heard.stream().map(voice -> voice.from().getHostAddress()).collect(Collectors.toSet());
        if (!ahead.isEmpty()) {
            String whose = ahead.size() > 1 && ahead.size() == all.size()
                    ? "This computer's clock is behind"
                    : "Either this computer's clock is behind, or that one is ahead";
            return List.of(Finding.note(Code.CLOCK_OFF, "Landline at " + String.join(", ", ahead.stream().sorted().toList())
                    + " was started in the future, by this computer's clock (" + now + "). " + whose + ".", REMEDY));
        }
        return List.of(heard.isEmpty()
                ? Finding.unknown(Code.CLOCK_OFF, "Nobody else was heard to compare with.")
                : Finding.ok(Code.CLOCK_OFF, "Nothing that was heard contradicts this computer's clock."));
    }
}
