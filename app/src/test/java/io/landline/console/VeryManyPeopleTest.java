package io.landline.console;

import static io.landline.testing.NumberedPeers.peer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.landline.chat.PersonStatus;
import io.landline.chat.act.HandInBox;
import io.landline.cli.connection.ListedPages;
import io.landline.control.ControlServer;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.node.handin.rule.HandInTable;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Present;
import io.landline.node.port.HandInLists;
import io.landline.node.port.HandIns;
import io.landline.node.port.HandIns.Box;
import io.landline.node.port.HandIns.Receipt;
import io.landline.node.port.HandIns.State;
import io.landline.node.port.Rooms.Admitted;
import io.landline.node.port.ShelfCommands;
import io.landline.node.port.ShelfCommands.Shelf;
import io.landline.node.room.RoomMember;
import io.landline.peer.Endpoint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.peer.Utf8Length;
import io.landline.people.Person;
import io.landline.room.EntryId;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A member may be there under very many identities with the longest names. No answer is too long for the local socket,
/// and nobody is left out.
class VeryManyPeopleTest {
    private static final String NAME = "😀".repeat(PeerName.MAX_CODE_POINTS);

    private static JsonObject fitting(JsonObject answer) {
        assertTrue(Utf8Length.isAtMost(ControlServer.ANSWER_BYTES_MAX - 1_024, answer.toString()));
        return answer;
    }

    private static int next(JsonObject command) {
        return command.has("next") ? command.get("next").getAsInt() : 0;
    }

    @Test
    void h38_allMembersOfARoomAreListed() throws Exception {
        var how = new Admitted(Instant.EPOCH, peer(0), NAME);
        List<RoomMember> members = IntStream.range(0, 10_000)
                .mapToObj(each -> new RoomMember(peer(each), NAME, false, how))
                .toList();
        JsonObject all = ListedPages.of(command -> {
            var answer = new JsonObject();
            MemberLines.page(members, "#class", Set.of(), next(command), answer);
            return fitting(answer);
        }, new JsonObject(), "members");
        assertEquals(members.size(), all.getAsJsonArray("members").size());
    }

    private static JsonObject boxPage(HandInLists boxes, String what, JsonObject command) throws IOException {
        var question = command.deepCopy();
        question.addProperty("target", "00");
        var answer = new JsonObject();
        try {
            HandInLines.list(boxes, what, StrictJson.object(question.toString()), answer);
        } catch (MalformedJsonException | CommandException e) {
            throw new AssertionError(e);
        }
        return fitting(answer);
    }

    /// Titles whose characters are escaped take six times as long.
    private static Box box(int number) {
        var what = new HandInBox("x" + "\u0007".repeat(199), Instant.EPOCH, "x" + "\u0007".repeat(199), 1, true);
        return new Box(EntryId.of(ByteBuffer.allocate(16).putInt(number).array()), "#class", peer(1), NAME, what, false,
                true);
    }

    @Test
    void h38_allPeopleOfAHandInBoxAndAllBoxesAreListed() throws Exception {
        List<HandIns.Person> people = IntStream.range(0, 10_000)
                .mapToObj(each -> new HandIns.Person(peer(each), NAME, false, State.HANDED_IN,
                        List.of(new Receipt("ab".repeat(16), Instant.EPOCH, true, 1, "cd".repeat(32)))))
                .toList();
        List<Box> all = IntStream.range(0, 2_000).mapToObj(VeryManyPeopleTest::box).toList();
        var boxes = (HandInLists) Proxy.newProxyInstance(HandInLists.class.getClassLoader(),
                new Class<?>[]{HandInLists.class}, (_, method, _) -> switch (method.getName()) {
                    case "find" -> box(0).id();
                    case "box" -> box(0);
                    case "people" -> people;
                    case "boxes" -> all;
                    default -> throw new AssertionError(method);
                });
        JsonObject listed = ListedPages.of(command -> boxPage(boxes, "box", command), new JsonObject(), "people");
        assertEquals(people.size(), listed.getAsJsonArray("people").size());
        assertEquals(box(0).id().hex(), listed.getAsJsonObject("box").get("id").getAsString());
        listed = ListedPages.of(command -> boxPage(boxes, "boxes", command), new JsonObject(), "boxes");
        assertEquals(all.size(), listed.getAsJsonArray("boxes").size());
    }

    @Test
    void h38_theWholeTableOfAHandInBoxIsExported() throws Exception {
        var table = new HandInTable();
        for (int i = 0; i < 10_000; i++) {
            table.row(List.of(NAME, peer(i).hex(), "handed-in", Instant.EPOCH.toString(), "on time", "1", "1",
                    "cd".repeat(32)));
        }
        var boxes = (HandInLists) Proxy.newProxyInstance(HandInLists.class.getClassLoader(),
                new Class<?>[]{HandInLists.class}, (_, method, _) -> switch (method.getName()) {
                    case "find" -> box(0).id();
                    case "table" -> table.text();
                    default -> throw new AssertionError(method);
                });
        assertEquals(table.text(),
                ListedPages.table(command -> boxPage(boxes, "box-table", command), new JsonObject(), "text"));
    }

    /// Each of very many identities has as many shelves as it may, with titles that take six times as long.
    @Test
    void h38_allShelvesAreListedAlsoWhereSeveralHaveOneId() throws Exception {
        List<Shelf> shelves = IntStream.range(0, 10_000)
                .mapToObj(each -> new Shelf("0a".repeat(8), "#class", peer(each), NAME, "x" + "\u0007".repeat(199),
                        null))
                .toList();
        var commands = (ShelfCommands) Proxy.newProxyInstance(ShelfCommands.class.getClassLoader(),
                new Class<?>[]{ShelfCommands.class}, (_, _, _) -> shelves);
        JsonObject all = ListedPages.of(command -> {
            var answer = new JsonObject();
            try {
                ShelfLines.answer(commands, "shelves", StrictJson.object(command.toString()), answer);
            } catch (MalformedJsonException | CommandException e) {
                throw new AssertionError(e);
            }
            return fitting(answer);
        }, new JsonObject(), "shelves");
        assertEquals(shelves.size(), all.getAsJsonArray("shelves").size());
    }

    @Test
    void h38_allWhoAreHereAreListed() throws Exception {
        var listing = new RoomListing(new RoomName("\"".repeat(60)), false);
        List<Present> here = IntStream.range(0, 1_024)
                .mapToObj(each -> new Present(new Person(peer(each), new PeerName(NAME),
                        List.of(new Endpoint(InetAddress.getLoopbackAddress(), 5_263)),
                        Collections.nCopies(64, listing)), List.of("#class")))
                .toList();
        JsonObject all = ListedPages.of(command -> {
            var answer = new JsonObject();
            PeerLines.page(here, _ -> PersonStatus.NONE, next(command), answer);
            return fitting(answer);
        }, new JsonObject(), "peers");
        assertEquals(here.size(), all.getAsJsonArray("peers").size());
    }
}
