package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.words.WordsChange.State;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.port.NodeEvent.WordsGiven;
import io.landline.node.port.Rooms;
import io.landline.node.port.Rooms.OfferedWords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Somebody leaves a room that got new words, and takes that back at once.
class LeftAndBackTest extends LoopbackNodes {
    @Test
    void theWordsStillGoToWhoDoesNotHaveThem() throws Exception {
        try (var ada = start("Ada")) {
            Map<?, ?> bens;
            try (var ben = start("Ben")) {
                ada.awaitJoined(ben);
                ben.awaitJoined(ada);
                bens = Map.of(ben.node.fingerprint(), "Ben");
            }
            Rooms rooms = ada.node.rooms();
            rooms.changeWords("#class", null, rooms.wordsGoTo("#class", Set.of()).chosen());
            assertEquals(bens, rooms.lackingWords("#class"));
            Rooms.WayBack back = rooms.leave("#class");
            assertEquals(List.of(), ada.node.parts.trust.rooms.withRetired());
            back.take();
            assertEquals(bens, rooms.lackingWords("#class"));
            try (var ben = RunningForTest.start(folder, "Ben", udpPort, null)) {
                ada.await(WordsGiven.class, e -> e.peer().equals(ben.node.fingerprint()));
                assertEquals("#class", NewWordsTest.offer(ben).key());
            }
        }
    }

    @Test
    void wordsThatWereOfferedAreOfferedStill() throws Exception {
        try (var ada = start("Ada"); var ben = start("Ben")) {
            ada.awaitJoined(ben);
            ben.awaitJoined(ada);
            for (int i = 0; i < 2; i++) {
                ada.node.rooms().changeWords("#class", null, Set.of(ben.node.fingerprint()));
                String change = NewWordsTest.idOf(ada);
                ben.await(WordsChanged.class, e -> e.change().equals(change) && e.state() == State.OFFERED);
            }
            Rooms rooms = ben.node.rooms();
            List<OfferedWords> offered = rooms.offeredWords();
            assertEquals(2, offered.size());
            Rooms.WayBack back = rooms.leave("#class");
            assertEquals(List.of(), rooms.offeredWords());
            back.take();
            assertEquals(offered, rooms.offeredWords());
            assertEquals(ada.node.rooms().rooms().getFirst().words(),
                    rooms.takeWords(offered.getLast().change()).words());
        }
    }
}
