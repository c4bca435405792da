package io.landline.node;

import static io.landline.node.NewWordsTest.awaitJoinedAnew;
import static io.landline.node.NewWordsTest.idOf;
import static io.landline.node.NewWordsTest.offer;
import static io.landline.node.NewWordsTest.say;
import static io.landline.node.NewWordsTest.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.port.NodeEvent.WordsGiven;
import io.landline.node.profile.NodeException;
import io.landline.peer.Fingerprint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A room got new words twice while somebody was away: what was said in the room between. Real nodes on the loopback
/// interface.
class RoomBetweenTest extends LoopbackNodes {
    private RunningForTest again(String name) throws NodeException {
        return RunningForTest.start(folder, name, udpPort, null);
    }

    /// Each has stored the proof of the other.
    private static void met(RunningForTest one, RunningForTest other) throws Exception {
        one.awaitJoined(other);
        other.awaitJoined(one);
    }

    /// All three meet, and Cem goes. Each has written to the others: so their words are checked however long that takes
    /// here.
    private Fingerprint metCem(RunningForTest ada, RunningForTest ben) throws Exception {
        try (var cem = start("Cem")) {
            met(ada, ben);
            met(ada, cem);
            met(ben, cem);
            List<RunningForTest> all = List.of(ada, ben, cem);
            for (var from : all) {
                for (var to : all) if (from != to) from.node.chats().say(to.node.fingerprint().hex(), "hello");
            }
            return cem.node.fingerprint();
        }
    }

    /// One gives the room new words, and another takes them.
    private static void newWords(RunningForTest from, RunningForTest taker, Set<Fingerprint> chosen) throws Exception {
        int here = from.position();
        from.node.rooms().changeWords("#class", null, chosen);
        taker.node.rooms().takeWords(offer(taker).change());
        awaitJoinedAnew(from, taker, here);
    }

    @Test
    void twoPeopleChangeTheWordsWhileAThirdIsAwayAndNothingIsMissing() throws Exception {
        try (var ada = start("Ada")) {
            String last;
            try (var ben = start("Ben")) {
                Fingerprint cems = metCem(ada, ben);
                newWords(ada, ben, Set.of(ben.node.fingerprint(), cems));
                say(ben, "two", ada);
                int here = ada.position();
                assertEquals(Set.of(cems), ben.node.rooms().lackingWords("#class").keySet(), "she is not forgotten");
                ben.node.rooms().changeWords("#class", null, Set.of(ada.node.fingerprint(), cems));
                ada.node.rooms().takeWords(offer(ada).change());
                awaitJoinedAnew(ada, ben, here);
                say(ada, "three", ben);
                last = idOf(ada);
            }
            try (var cem = again("Cem")) {
                offer(cem);
                try (var ben = again("Ben")) {
                    ben.await(WordsGiven.class, e -> e.peer().equals(cem.node.fingerprint()));
                    cem.await(WordsChanged.class, e -> e.change().equals(last));
                    cem.node.rooms().takeWords(last);
                    cem.await(Message.class, e -> e.text().equals("three"));
                    cem.await(Message.class, e -> e.text().equals("two"));
                    assertEquals(List.of("* Ada", "two", "* Ben", "three"), texts(cem));
                }
            }
        }
    }

    @Test
    void whatAnotherSaidInTheRoomBetweenComesFromWhoIsThere() throws Exception {
        try (var ada = start("Ada")) {
            try (var ben = start("Ben")) {
                Fingerprint cems = metCem(ada, ben);
                Set<Fingerprint> both = Set.of(ben.node.fingerprint(), cems);
                newWords(ada, ben, both);
                say(ben, "two", ada);
                ada.node.rooms().changeWords("#class", null, both);
                ada.node.chats().say("#class", "three");
            }
            try (var cem = again("Cem")) {
                cem.await(WordsChanged.class, e -> e.change().equals(idOf(ada)));
                cem.node.rooms().takeWords(idOf(ada));
                cem.await(Message.class, e -> e.text().equals("three"));
                cem.await(Message.class, e -> e.text().equals("two"));
                assertEquals(List.of("* Ada", "two", "* Ada", "three"), texts(cem), "Ben is not here any more");
            }
        }
    }

    @Test
    void whatWasSaidInTheRoomBetweenComesFromWhoWasChosenAlsoIfBothChangesAreOfAnother() throws Exception {
        try (var ben = start("Ben")) {
            try (var ada = start("Ada")) {
                Set<Fingerprint> both = Set.of(ben.node.fingerprint(), metCem(ada, ben));
                newWords(ada, ben, both);
                ada.node.rooms().changeWords("#class", null, both);
            }
            ben.node.chats().say("#class", "two");
            String last;
            try (var ada = again("Ada")) {
                last = idOf(ada);
                ben.await(WordsChanged.class, e -> e.change().equals(last));
                try (var cem = again("Cem")) {
                    cem.await(WordsChanged.class, e -> e.change().equals(last));
                }
            }
            ben.node.rooms().takeWords(last);
            try (var cem = again("Cem")) {
                cem.node.rooms().takeWords(last);
                cem.await(Message.class, e -> e.text().equals("two"));
                assertTrue(texts(cem).contains("two"), texts(cem)::toString);
            }
        }
    }
}
