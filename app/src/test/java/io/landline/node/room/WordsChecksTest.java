package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// H38: what new words of others may cost a node, and whose are checked while somebody sends them without end.
class WordsChecksTest {
    private static final Duration STRETCHING = Duration.ofMillis(300);
    private static final Duration HOUR = Duration.ofHours(1);

    private final WordsChecks checks = new WordsChecks(Duration.ZERO);
    private Duration uptime = Duration.ZERO;
    private int all;

    private List<Fingerprint> people(int count) {
        var people = new ArrayList<Fingerprint>();
        for (int n = 0; n < count; n++) {
            people.add(Fingerprint.of(ByteBuffer.allocate(Fingerprint.BYTES).putInt(all++).array()));
        }
        return people;
    }

    private static InetAddress address(int number) throws Exception {
        return InetAddress.getByAddress(new byte[]{10, 0, (byte) (number / 256), (byte) number});
    }

    /// Whether words of this person were checked.
    private boolean hand(Fingerprint person, Standing standing, InetAddress from, boolean fitting) {
        if (!checks.allows(person, standing, from, uptime)) return false;
        checks.checked(person, standing, from, STRETCHING, fitting, uptime);
        return true;
    }

    /// Everybody tries once in ten seconds, for an hour.
    private Duration worked(List<Fingerprint> people, boolean oneMachine) throws Exception {
        Duration worked = Duration.ZERO;
        for (; uptime.compareTo(HOUR) < 0; uptime = uptime.plusSeconds(10)) {
            for (int n = 0; n < people.size(); n++) {
                if (hand(people.get(n), Standing.MEMBER, address(oneMachine ? 0 : n), false)) {
                    worked = worked.plus(STRETCHING);
                }
            }
        }
        return worked;
    }

    @Test
    void h38_thirtyMembersWhoseWordsNeverFitCostAFewSecondsAnHour() throws Exception {
        Duration worked = worked(people(30), false);
        int each = WordsChecks.MISFITS_AT_ONCE + (int) HOUR.dividedBy(WordsChecks.MISFIT_EVERY);
        assertTrue(worked.compareTo(STRETCHING.multipliedBy(30L * each)) <= 0, "worked for " + worked);
        assertTrue(worked.compareTo(STRETCHING.multipliedBy(30)) >= 0, "each is checked at least once: " + worked);
    }

    @Test
    void h38_anyNumberOfPeopleCostATwentiethOfACore() throws Exception {
        Duration worked = worked(people(2_000), false);
        long bound = WordsChecks.MILLIS_AT_ONCE + HOUR.toSeconds() * WordsChecks.MILLIS_A_SECOND;
        assertTrue(worked.toMillis() <= bound + STRETCHING.toMillis(), "worked for " + worked);
        assertTrue(worked.toMillis() >= bound / 2, "worked for " + worked);
    }

    @Test
    void h38_oneMachineWithManyIdentitiesLeavesTimeForAMemberElsewhere() throws Exception {
        List<Fingerprint> invented = people(2_000);
        Fingerprint member = people(1).getFirst();
        int checked = 0;
        for (int n = 0; n < invented.size(); n++, uptime = uptime.plusSeconds(1)) {
            hand(invented.get(n), Standing.MEMBER, address(0), false);
            boolean isDue = n % 60 == 59; // handed over again each minute
            if (isDue && hand(member, Standing.MEMBER, address(1), true)) checked++;
        }
        assertEquals(invented.size() / 60, checked);
    }

    @Test
    void h38_whomThisUserKnowsIsCheckedWhateverOthersSend() throws Exception {
        for (Fingerprint each : people(100)) {
            hand(each, Standing.MEMBER, address(0), false);
            hand(each, Standing.MEMBER, address(1), false);
        }
        assertFalse(hand(people(1).getFirst(), Standing.MEMBER, address(2), true), "nothing is left");
        assertTrue(hand(people(1).getFirst(), Standing.TRUSTED, address(0), true));
    }

    @Test
    void whoseWordsDidNotFitIsHeardAgainLater() throws Exception {
        Fingerprint person = people(1).getFirst();
        for (int n = 0; n < WordsChecks.MISFITS_AT_ONCE; n++) {
            assertTrue(hand(person, Standing.TRUSTED, address(0), false));
        }
        assertFalse(hand(person, Standing.TRUSTED, address(0), true));
        uptime = uptime.plus(WordsChecks.MISFIT_EVERY);
        assertTrue(hand(person, Standing.TRUSTED, address(0), true));
    }
}
