package io.landline.lab.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.lab.relay.PrimeAsker.Result;
import io.landline.lab.relay.PrimeAsker.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the command line shows of the primes that several workers found.
class PrimesResultTest {
    private static final Result FOUND = new Result(100,
            List.of(new Share("10.0.0.1/5061", 2, 50, 15, 1.6), new Share("10.0.0.2/5061", 51, 100, 10, 20.04)));

    @Test
    void eachShareHasALineAndTheSumIsBelow() {
        assertEquals("""
                10.0.0.1/5061                 2 to       50       15 primes  1.6 ms
                10.0.0.2/5061                51 to      100       10 primes  20.0 ms
                primes up to 100: 25""", FOUND.summary().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void aProgramReadsTheSumAndEachShare() {
        assertEquals(25, FOUND.fields().get("primes"));
        assertEquals(100, FOUND.fields().get("upTo"));
        assertEquals(2, ((List<?>) FOUND.fields().get("shares")).size());
    }

    @Test
    void whereNothingWasSharedTheSumIsNought() {
        assertEquals("primes up to 1: 0", new Result(1, List.of()).summary());
    }
}
