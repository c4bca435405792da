package io.landline.node.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.act.Poll;
import io.landline.node.port.MessageActs.Silent;
import io.landline.node.port.MessageActs.Voter;
import io.landline.peer.Fingerprint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PollVotesTest {
    private static final Fingerprint ADA = Fingerprint.parse("a1".repeat(32));
    private static final Fingerprint BOB = Fingerprint.parse("b2".repeat(32));
    private static final Fingerprint CLEO = Fingerprint.parse("c3".repeat(32));
    private static final Map<Fingerprint, String> CLASS = Map.of(ADA, "Ada", BOB, "bob", CLEO, "Cleo");

    private static PollVotes votes(boolean hidden, boolean closed) {
        return new PollVotes(new Poll("Tea?", List.of("yes", "no"), false, hidden), closed,
                List.of(new Voter(BOB, "bob", false, Set.of(1))), List.of());
    }

    @Test
    void whoDidNotVoteIsNamedBesideThoseWhoDid() {
        assertEquals(List.of(new Silent(ADA, "Ada", true), new Silent(CLEO, "Cleo", false)),
                votes(false, false).among(CLASS, ADA).silent());
        assertEquals(List.of(), votes(false, false).among(Map.of(BOB, "bob"), ADA).silent());
    }

    /// Or they would change places at each look.
    @Test
    void peopleOfOneNameHaveAFixedOrder() {
        for (List<Fingerprint> each : List.of(List.of(ADA, CLEO), List.of(CLEO, ADA))) {
            var people = new LinkedHashMap<Fingerprint, String>();
            each.forEach(peer -> people.put(peer, "Sam"));
            assertEquals(List.of(ADA, CLEO),
                    votes(false, false).among(people, BOB).silent().stream().map(Silent::person).toList());
        }
    }

    /// Whoever knows who did not vote knows who did.
    @Test
    void nobodyIsNamedWhileTheResultIsHidden() {
        assertEquals(List.of(), votes(true, false).among(CLASS, ADA).silent());
        assertEquals(2, votes(true, true).among(CLASS, ADA).silent().size());
    }
}
