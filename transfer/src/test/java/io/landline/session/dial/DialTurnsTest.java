package io.landline.session.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.session.Candidate;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Who is dialled first, and who waits for places. Each of them is at an address of its own.
class DialTurnsTest {
    private static final int CROWD = 60;
    private static final Fingerprint FRIEND = fingerprint(CROWD + 1);

    private final Map<Fingerprint, Standing> known = new HashMap<>();
    private final DialPlan plan = new DialPlan(fingerprint(0), Duration.ofSeconds(1), new Random(7), _ -> true,
            person -> known.getOrDefault(person, Standing.STRANGER), new KnownAddresses());

    private static Fingerprint fingerprint(int number) {
        var bytes = new byte[Fingerprint.BYTES];
        Arrays.fill(bytes, (byte) number);
        return Fingerprint.of(bytes);
    }

    private void sighted(int number) {
        try {
            var endpoint = new Endpoint(InetAddress.getByAddress(new byte[]{10, 0, 0, (byte) number}), 5263);
            plan.sighted(new Candidate(fingerprint(number), 1, List.of(endpoint),
                    List.of(new RoomListing(new RoomName("class"), false)), true), Duration.ZERO);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private void crowdIsSighted() {
        for (int i = 1; i <= CROWD; i++) sighted(i);
    }

    private List<Fingerprint> due() {
        return plan.due(Duration.ZERO).stream().map(DialPlan.Target::peer).toList();
    }

    @Test
    void h38_aFriendIsDialledWhileStrangersTakeWhatDialsThemAndKeepQuiet() {
        crowdIsSighted();
        assertEquals(CostRules.level(Standing.STRANGER, DialPlan.UNDER_WAY_MAX), due().size());
        known.put(FRIEND, Standing.MEMBER);
        sighted(CROWD + 1);
        assertEquals(List.of(FRIEND), due());
    }

    @Test
    void amongThoseWhoAreDueTheBestKnownIsDialledFirst() {
        crowdIsSighted();
        sighted(CROWD + 1);
        known.put(FRIEND, Standing.MEMBER);
        known.put(fingerprint(CROWD), Standing.TRUSTED);
        assertEquals(List.of(fingerprint(CROWD), FRIEND), due().subList(0, 2));
    }

    @Test
    void membersLeaveAQuarterOfThePlacesToPeopleThatThisUserKnows() {
        for (int i = 1; i <= CROWD; i++) known.put(fingerprint(i), Standing.MEMBER);
        crowdIsSighted();
        assertEquals(CostRules.level(Standing.MEMBER, DialPlan.UNDER_WAY_MAX), due().size());
        known.put(FRIEND, Standing.TRUSTED);
        sighted(CROWD + 1);
        assertEquals(List.of(FRIEND), due());
    }
}
