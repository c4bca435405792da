package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.identity.RunCounter;
import io.landline.peer.WrittenAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether this computer's clock can be right. A run is the time of its start: one in the future is of a clock ahead of
/// ours. But it says nothing where that clock was ahead at an earlier start ([RunCounter#isTime]).
public final class ClockCheck implements Check {
    /// Clocks of computers that ask no time server are off by minutes.
    static final Duration OFF_MIN = Duration.ofMinutes(5);
    /// There was no Landline before.
    private static final Instant FIRST = LocalDate.of(2025, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final DoctorMessage REMEDY = DoctorMessage.of("clock.remedy");

    private final NeighbourList neighbours;

    public ClockCheck(NeighbourList neighbours) { this.neighbours = neighbours; }

    @Override
    public Set<FindingCode> codes() {
        return Set.of(FindingCode.CLOCK_OFF);
    }

    @Override
    public List<Finding> run() throws InterruptedException {
        Instant now = neighbours.now();
        if (now.isBefore(FIRST)) {
            return List
                    .of(Finding.note(FindingCode.CLOCK_OFF, DoctorMessage.of("clock.early", now.toString()), REMEDY));
        }
        List<HeardPacket> heard = neighbours.listen().stream().filter(packet -> packet.run().isPresent()).toList();
        Instant limit = now.plus(OFF_MIN);
        Set<String> ahead = heard.stream()
                .filter(packet -> RunCounter.isTime(packet.run().getAsLong())
                        && packet.run().getAsLong() > limit.toEpochMilli())
                .map(packet -> WrittenAddress.of(packet.from()))
                .collect(Collectors.toSet());
        Set<String> all = heard.stream().map(packet -> WrittenAddress.of(packet.from())).collect(Collectors.toSet());
        if (!ahead.isEmpty()) {
            boolean ours = ahead.size() > 1 && ahead.size() == all.size();
            return List.of(Finding.note(FindingCode.CLOCK_OFF,
                    DoctorMessage.of("clock.future", ahead.stream().sorted().toList(), now.toString())
                            .and(DoctorMessage.of(ours ? "clock.behind" : "clock.either")),
                    REMEDY));
        }
        return List.of(heard.isEmpty()
                ? Finding.unknown(FindingCode.CLOCK_OFF, DoctorMessage.of("clock.unclear"))
                : Finding.ok(FindingCode.CLOCK_OFF, DoctorMessage.of("clock.ok")));
    }
}
