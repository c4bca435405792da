package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.KeptDraft;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.MuteTerm;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Rooms;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.process.FreePorts;
import io.landline.testing.BackgroundFailures;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BackgroundFailures.class)
class NodeRoomsTest {
    @TempDir
    Path folder;

    private RunningForTest start() throws Exception {
        return RunningForTest.start(folder, "Ada", FreePorts.udp(), null);
    }

    @Test
    void aJoinedRoomIsListedWithItsWordsAndIsThereAfterANewStart() throws Exception {
        String words;
        try (var ada = start()) {
            words = ada.node.rooms().suggestKey();
            OwnRoom room = ada.node.rooms().join("class", words);
            assertEquals(PlainRecords.ownRoom("#class", "#class", "class", false, false, words, false, true), room);
            assertEquals(List.of(room), ada.node.rooms().rooms());
        }
        try (var ada = start()) {
            assertEquals(words, ada.node.rooms().rooms().getFirst().words());
        }
    }

    @Test
    void suggestedWordsAreFourAndOthersEachTime() throws Exception {
        try (var ada = start()) {
            String words = ada.node.rooms().suggestKey();
            assertEquals(4, words.split(" ").length);
            assertNotEquals(words, ada.node.rooms().suggestKey());
        }
    }

    @Test
    void anOpenRoomHasNoWordsAndAWeakKeySaysSo() throws Exception {
        try (var ada = start()) {
            assertEquals(PlainRecords.ownRoom("#lobby", "#lobby (open)", "lobby", true, true, null, false),
                    ada.node.rooms().join("lobby", null));
            assertTrue(ada.node.rooms().join("class", "secret").weak());
        }
    }

    @Test
    void twoRoomsOfOneNameHaveDifferentKeysAndEitherCanBeLeft() throws Exception {
        try (var ada = start()) {
            OwnRoom first = ada.node.rooms().join("class", "amber fox piano river");
            OwnRoom second = ada.node.rooms().join("#class", "amber fox piano lake");
            assertEquals("#class", first.key());
            assertTrue(second.key().startsWith("#class~"));
            ada.node.rooms().leave(second.key());
            assertEquals(List.of(first), ada.node.rooms().rooms());
        }
    }

    @Test
    void aRoomThatWasLeftIsTheSameOnTheWayBack() throws Exception {
        try (var ada = start()) {
            Rooms rooms = ada.node.rooms();
            OwnRoom made = rooms.create("class", rooms.suggestKey());
            OwnRoom typed = rooms.join("club", "amber fox piano lake");
            assertTrue(typed.doubtful());
            ada.node.chats().keepDraft(made.key(), KeptDraft.of("half a word"));
            ada.node.chats().mute(made.key(), MuteTerm.FOR_EVER);
            Rooms.WayBack intoMade = rooms.leave(made.key());
            Rooms.WayBack intoTyped = rooms.leave(typed.key());
            assertEquals(List.of(), rooms.rooms());
            assertEquals(made, intoMade.take());
            assertEquals(typed, intoTyped.take());
            assertEquals(List.of(made, typed), rooms.rooms());
            assertEquals(Map.of(made.key(), KeptDraft.of("half a word")), ada.node.chats().drafts());
            assertEquals(Set.of(made.key()), ada.node.chats()
                    .list()
                    .stream()
                    .filter(each -> each.choices().has(Choice.MUTED))
                    .map(Conversation::key)
                    .collect(Collectors.toSet()));
        }
    }

    @Test
    void whatIsNoNameOrNoKeyIsRefused() throws Exception {
        try (var ada = start()) {
            Rooms rooms = ada.node.rooms();
            assertEquals(Code.MALFORMED, assertThrows(CommandException.class, () -> rooms.join("", "words")).code());
            assertEquals(Code.MALFORMED,
                    assertThrows(CommandException.class, () -> rooms.join("x".repeat(65), "words")).code());
            assertEquals(Code.MALFORMED, assertThrows(CommandException.class, () -> rooms.join("class", " - ")).code());
            assertEquals(Code.NO_ROOM, assertThrows(CommandException.class, () -> rooms.leave("#class")).code());
        }
    }
}
