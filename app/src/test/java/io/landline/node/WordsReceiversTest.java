package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.port.Rooms.OfferedWords;
import io.landline.peer.Fingerprint;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who gets other words of a room where nobody is named: real nodes on the loopback interface.
class WordsReceiversTest extends LoopbackNodes {
    private static void meet(RunningForTest... all) throws Exception {
        for (RunningForTest one : all) for (RunningForTest other : all) if (one != other) one.awaitJoined(other);
    }

    @Test
    void nobodyWhoWasBlockedBefore() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben"); var cem = start("Cem")) {
            meet(ada, ben, cem);
            Fingerprint cems = cem.node.fingerprint();
            ada.node.contacts().setBlocked(cems, true);
            assertEquals(Set.of(ben.node.fingerprint()), ada.node.rooms().wordsGoTo("#class", Set.of()).chosen());
            ada.node.contacts().setBlocked(cems, false);
            assertEquals(Set.of(ben.node.fingerprint(), cems), ada.node.rooms().wordsGoTo("#class", Set.of()).chosen());
        }
    }

    @Test
    void theAuthorOfTheLastWordsWhoHasGoneSinceIsOneOfThem() throws Exception {
        try (var ben = start("Ben")) {
            Fingerprint adas;
            try (var ada = start("Ada")) {
                meet(ada, ben);
                adas = ada.node.fingerprint();
                ada.node.rooms().changeWords("#class", null, Set.of(ben.node.fingerprint()));
                ben.await(WordsChanged.class, e -> e.peer().equals(ada.node.fingerprint()));
            }
            OfferedWords offer = ben.node.rooms().offeredWords().getFirst();
            ben.node.rooms().takeWords(offer.change());
            assertEquals(Set.of(adas), ben.node.rooms().wordsGoTo("#class", Set.of()).chosen());
            ben.node.rooms().changeWords("#class", null, ben.node.rooms().wordsGoTo("#class", Set.of()).chosen());
            assertEquals(Map.of(adas, "Ada"), ben.node.rooms().lackingWords("#class"));
        }
    }

    @Test
    void nobodyWhoWasLeftOutOfTheLastWordsAndLacksThoseBefore() throws Exception {
        Fingerprint bens;
        try (var ada = start("Ada")) {
            try (var ben = start("Ben")) {
                meet(ada, ben);
                bens = ben.node.fingerprint();
            }
            ada.node.rooms().changeWords("#class", null, Set.of(bens));
            assertEquals(Map.of(bens, "Ben"), ada.node.rooms().lackingWords("#class"));
            ada.node.rooms().changeWords("#class", null, Set.of());
            assertEquals(Map.of(), ada.node.rooms().lackingWords("#class"), "of the words of now");
            assertEquals(Set.of(), ada.node.rooms().wordsGoTo("#class", Set.of()).chosen());
            ada.node.rooms().changeWords("#class", null, ada.node.rooms().wordsGoTo("#class", Set.of()).chosen());
        }
    }
}
