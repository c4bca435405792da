package io.landline.lab.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.lab.Experiment;
import org.junit.jupiter.api.Test;

class ObservationTest {
    @Test
    void everyExperimentHasAFilterAndSomethingToLookFor() {
        for (Experiment each : Experiment.values()) {
            assertFalse(Observation.of(each, 0).filter().isBlank(), each.title());
            assertFalse(Observation.of(each, 0).lookFor().isBlank(), each.title());
        }
    }

    @Test
    void filtersAreThoseOfTheSheet() {
        assertEquals("udp.port == 12000", Observation.of(Experiment.UDP_ECHO, 0).filter());
        assertEquals("tcp.port == 1060", Observation.of(Experiment.TCP_CHAT, 0).filter());
        assertEquals("tcp.port == 7000", Observation.of(Experiment.TCP_ECHO, 7_000).filter());
        assertEquals("udp.port == 12345 && eth.dst == ff:ff:ff:ff:ff:ff",
                Observation.of(Experiment.BROADCAST, 0).filter());
    }
}
