package io.landline.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DoctorTest {
    private interface Look {
        List<Finding> look() throws InterruptedException;
    }

    private static Check check(Code code, Look look) {
        return new Check() {
            @Override
            public Set<Code> codes() {
                return Set.of(code);
            }

            @Override
            public List<Finding> look() throws InterruptedException {
                return look.look();
            }
        };
    }

    @Test
    void aCheckThatDoesNotEndInTimeIsUnknownAndTheOthersAreTold() throws InterruptedException {
        var never = new CountDownLatch(1);
        var doctor = new Doctor(List.of(check(Code.CLOCK_OFF, () -> {
            never.await();
            return List.of();
        }), check(Code.PORT_TAKEN, () -> List.of(Finding.ok(Code.PORT_TAKEN, Words.of("port.ok", "5263", "5263"))))),
                Duration.ofMillis(200));
        List<Finding> findings = doctor.examine(_ -> {});
        assertEquals(List.of(Code.PORT_TAKEN, Code.CLOCK_OFF), findings.stream().map(Finding::code).toList());
        assertEquals(List.of(State.OK, State.UNKNOWN), findings.stream().map(Finding::state).toList());
    }

    @Test
    void aCheckThatFailsIsUnknown() throws InterruptedException {
        var doctor = new Doctor(List.of(check(Code.ISOLATION, () -> {
            throw new IllegalStateException("invented");
        })), Duration.ofSeconds(20));
        assertEquals(State.UNKNOWN, doctor.examine(_ -> {}).getFirst().state());
    }
}
