package io.landline.shelf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What travels, byte for byte, and what is refused.
class ShelfFramesTest {
    private static final ShelfId SHELF = new ShelfId("0102030405060708");
    private static final TakeId TAKE = new TakeId("000102030405060708090a0b0c0d0e0f");
    private static final RoomId ROOM = RoomId.of(HexFormat.of().parseHex("00112233445566778899aabbccddeeff"));
    private static final EntryId OFFER = EntryId.of(HexFormat.of().parseHex("ffeeddccbbaa99887766554433221100"));
    private static final ShelfPage PAGE = new ShelfPage(
            List.of(ShelfItem.ofFolder("2024"), new ShelfItem("a.jpg", false, 3, 1_700_000_000_000L)), "a.jpg");

    private static final List<ShelfFrames> ALL = List.of(
            new ShelfFrames.Open(ROOM, List.of(new ShelfFrames.Title(SHELF, "Photos"))),
            new ShelfFrames.ListAsked(7, SHELF, List.of("2024", "May"), "a.jpg", null),
            new ShelfFrames.ListAsked(8, SHELF, List.of("2024"), null, "b.jpg"),
            new ShelfFrames.Listed(7, PAGE),
            new ShelfFrames.TakeAsked(TAKE, SHELF, List.of(new WantedItem(List.of("2024"), true, 0, 0),
                    new WantedItem(List.of("a.jpg"), false, 3, 1_700_000_000_000L))),
            new ShelfFrames.Taken(TAKE, OFFER), new ShelfFrames.TakeRefused(TAKE, ShelfRefusal.CHANGED),
            new ShelfFrames.ListRefused(7, ShelfRefusal.BUSY));

    @Test
    void everyFrameIsReadAsItWasWrittenAndStandsOnThePage() throws IOException, MalformedFrameException {
        String page = Files.readString(Path.of("../docs/protocol/shelf.md"), UTF_8);
        for (ShelfFrames each : ALL) {
            Frame frame = each.toFrame();
            assertEquals(each, ShelfFrames.of(frame));
            String line = String.format("    %02x %s", frame.type(), new String(frame.body(), UTF_8));
            assertTrue(page.contains(line + "\n"), () -> "not on the page: " + line);
        }
    }

    private static void refused(int type, String json) {
        assertThrows(MalformedFrameException.class, () -> ShelfFrames.of(new Frame(type, json.getBytes(UTF_8))), json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "", "a/b", "../x", "a\\u0000b"})
    void anItemsNameThatIsNoNameBreaksTheProtocol(String name) {
        refused(FrameType.SHELF_PAGE, "{\"request\":1,\"items\":[{\"name\":\"" + name + "\",\"folder\":true}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/../b", "/etc", "a//b", "a/", "./a", "a\\u0000b"})
    void aPathThatLeavesItsPlaceBreaksTheProtocol(String path) {
        refused(FrameType.SHELF_LIST, "{\"request\":1,\"shelf\":\"" + SHELF.hex() + "\",\"path\":\"" + path + "\"}");
        refused(FrameType.SHELF_TAKE, "{\"take\":\"" + TAKE.hex() + "\",\"shelf\":\"" + SHELF.hex()
                + "\",\"items\":[{\"path\":\"" + path + "\",\"folder\":true}]}");
    }

    @Test
    void whatIsTooLongTooDeepOrTooMuchIsRefusedAndTheLargestIsNot() throws MalformedFrameException {
        String list = "{\"request\":1,\"shelf\":\"" + SHELF.hex() + "\",\"path\":\"";
        String deepest = "a" + "/a".repeat(63);
        ShelfFrames.of(new Frame(FrameType.SHELF_LIST, (list + deepest + "\"}").getBytes(UTF_8)));
        refused(FrameType.SHELF_LIST, list + deepest + "/a\"}");
        String longest = "n".repeat(ShelfPath.NAME_BYTES_MAX);
        ShelfFrames.of(new Frame(FrameType.SHELF_LIST, (list + longest + "\"}").getBytes(UTF_8)));
        refused(FrameType.SHELF_LIST, list + longest + "n\"}");
        refused(FrameType.SHELF_LIST, list + "\",\"after\":\"" + longest + "n\"}");
        String item = ",{\"name\":\"n\",\"folder\":true}";
        String page = "{\"request\":1,\"items\":[";
        ShelfFrames.of(new Frame(FrameType.SHELF_PAGE,
                (page + item.repeat(ShelfPage.NAMES_MAX).substring(1) + "]}").getBytes(UTF_8)));
        refused(FrameType.SHELF_PAGE, page + item.repeat(ShelfPage.NAMES_MAX + 1).substring(1) + "]}");
        String take = "{\"take\":\"" + TAKE.hex() + "\",\"shelf\":\"" + SHELF.hex() + "\",\"items\":[";
        String wanted = ",{\"path\":\"n\",\"folder\":true}";
        ShelfFrames.of(new Frame(FrameType.SHELF_TAKE,
                (take + wanted.repeat(WantedItem.COUNT_MAX).substring(1) + "]}").getBytes(UTF_8)));
        refused(FrameType.SHELF_TAKE, take + wanted.repeat(WantedItem.COUNT_MAX + 1).substring(1) + "]}");
        refused(FrameType.SHELF_TAKE, take + "]}");
        refused(FrameType.SHELF_TAKE, take + "{\"path\":\"\",\"bytes\":1,\"modified\":1}]}");
        String title = ",{\"shelf\":\"" + SHELF.hex() + "\",\"title\":\"T\"}";
        String open = "{\"room\":\"" + ROOM.hex() + "\",\"shelves\":[";
        ShelfFrames.of(new Frame(FrameType.SHELVES,
                (open + title.repeat(ShelfFrames.SHELVES_MAX).substring(1) + "]}").getBytes(UTF_8)));
        refused(FrameType.SHELVES, open + title.repeat(ShelfFrames.SHELVES_MAX + 1).substring(1) + "]}");
        refused(FrameType.SHELVES, open + title.substring(1).replace("\"T\"", "\"  \"") + "]}");
    }

    @Test
    void everyCutOfAFrameIsRefused() {
        for (ShelfFrames each : ALL) {
            Frame whole = each.toFrame();
            String json = new String(whole.body(), UTF_8);
            for (int length = 0; length < json.length(); length++) refused(whole.type(), json.substring(0, length));
        }
    }

    @Test
    void aReasonOfALaterVersionIsARefusalAllTheSame() throws MalformedFrameException {
        for (String reason : List.of("no-answer", "ended")) {
            String body = "{\"request\":1,\"reason\":\"" + reason + "\"}";
            assertEquals(new ShelfFrames.ListRefused(1, ShelfRefusal.UNREADABLE),
                    ShelfFrames.of(new Frame(FrameType.SHELF_REFUSED, body.getBytes(UTF_8))));
        }
    }
}
