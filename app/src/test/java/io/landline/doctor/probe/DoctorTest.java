package io.landline.doctor.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.check.Check;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private interface Look {
        List<Finding> look() throws InterruptedException;
    }

    private static Check check(FindingCode code, Look look) {
        return new Check() {
            @Override
            public Set<FindingCode> codes() {
                return Set.of(code);
            }

            @Override
            public List<Finding> run() throws InterruptedException {
                return look.look();
            }
        };
    }

    @Test
    void aCheckThatDoesNotEndInTimeIsUnknownAndTheOthersAreTold() throws InterruptedException {
        var never = new CountDownLatch(1);
        var doctor = new Doctor(List.of(check(FindingCode.CLOCK_OFF, () -> {
            never.await();
            return List.of();
        }), check(FindingCode.PORT_TAKEN,
                () -> List.of(Finding.ok(FindingCode.PORT_TAKEN, DoctorMessage.of("port.ok", "5263", "5263"))))),
                Duration.ofSeconds(2)); // the other one ends in time on a busy machine, too
        List<Finding> findings = doctor.examine(_ -> {});
        assertEquals(List.of(FindingCode.PORT_TAKEN, FindingCode.CLOCK_OFF),
                findings.stream().map(Finding::code).toList());
        assertEquals(List.of(FindingState.OK, FindingState.UNKNOWN), findings.stream().map(Finding::state).toList());
    }

    @Test
    void aCheckThatFailsIsUnknown() throws InterruptedException {
        var doctor = new Doctor(List.of(check(FindingCode.ISOLATION, () -> {
            throw new IllegalStateException("invented");
        })), Duration.ofSeconds(20));
        assertEquals(FindingState.UNKNOWN, doctor.examine(_ -> {}).getFirst().state());
    }
}
