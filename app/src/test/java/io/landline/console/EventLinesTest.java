package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.ConversationListener.Limit;
import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.Poll;
import io.landline.chat.words.WordsChange;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.fixture.PlainRecords;
import io.landline.handshake.RefusalReason;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.EntryPlace;
import io.landline.node.port.NodeEvent.TransferId;
import io.landline.node.port.WarningCode;
import io.landline.peer.Direction;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.people.Person;
import io.landline.room.EntryId;
import io.landline.session.ConnectFailure;
import io.landline.session.EndReason;
import io.landline.shelf.ShelfRefusal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The contract of docs/command-line.md, "Events", word for word: other programs read these lines.
class EventLinesTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Fingerprint ADA = Fingerprint.parse("ad".repeat(32));
    private static final TransferId MOVE = new TransferId("0f".repeat(16), "1a".repeat(8), ADA, Direction.IN);

    private static Person person() {
        try {
            return new Person(ADA, new PeerName("Ada"), List.of(new Endpoint(InetAddress.getByName("10.77.0.1"), 5263)),
                    List.of(new RoomListing(new RoomName("class"), false),
                            new RoomListing(new RoomName("lobby"), true)));
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> events() {
        String peer = "\"peer\":\"" + "ad".repeat(32) + "\"";
        String listed = peer
                + ",\"name\":\"Ada\",\"endpoints\":[\"10.77.0.1:5263\"],\"rooms\":[\"#class\",\"#lobby (open)\"]";
        String move = "\"offer\":\"" + "0f".repeat(16) + "\",\"transfer\":\"" + "1a".repeat(8) + "\"," + peer
                + ",\"direction\":\"in\"";
        var on = new NodeEvent.ActOn("#class", ADA, "Ada", new EntryId(0, 1), new EntryId(0, 2));
        String acted = "\"conversation\":\"#class\",\"author\":\"" + "ad".repeat(32)
                + "\",\"name\":\"Ada\",\"id\":\"00000000000000000000000000000001\"";
        String onIt = acted + ",\"target\":\"00000000000000000000000000000002\"";
        return Stream.of(
                Arguments.of(new NodeEvent.Edited(on, "new", Set.of()), "edited", onIt + ",\"text\":\"new\""),
                Arguments.of(new NodeEvent.Deleted(on), "deleted", onIt),
                Arguments.of(new NodeEvent.Reacted(on, "\u2764", true), "reacted",
                        onIt + ",\"emoji\":\"\u2764\",\"on\":true"),
                Arguments.of(new NodeEvent.PinnedMessage(on, false), "pinned-message", onIt + ",\"on\":false"),
                Arguments.of(new NodeEvent.Voted(on, List.of(0, 2)), "voted", onIt + ",\"choices\":[0,2]"),
                Arguments.of(new NodeEvent.Closed(on, List.of(5, 0)), "closed", onIt + ",\"counts\":[5,0]"),
                Arguments.of(
                        new NodeEvent.PollAsked("#class", ADA, "Ada",
                                new EntryPlace(new EntryId(0, 1), "00000000000000ff", 3, true),
                                new Poll("Tea?", List.of("yes", "no"), false, true), AT),
                        "poll",
                        acted + ",\"log\":\"00000000000000ff\",\"seq\":3,\"forked\":true,\"question\":\"Tea?\","
                                + "\"options\":[\"yes\",\"no\"],\"many\":false,\"hidden\":true,"
                                + "\"written\":\"2026-03-01T12:00:00.000Z\""),
                Arguments.of(
                        new NodeEvent.BoxMade("#class", ADA, "Ada",
                                new EntryPlace(new EntryId(0, 1), "00000000000000ff", 3, true),
                                new HandInBox("Essay", AT, "*.pdf", 1_000, true), AT),
                        "collect",
                        acted + ",\"log\":\"00000000000000ff\",\"seq\":3,\"forked\":true,\"title\":\"Essay\","
                                + "\"until\":\"2026-03-01T12:00:00.000Z\",\"pattern\":\"*.pdf\","
                                + "\"maxBytes\":1000,\"open\":true,\"written\":\"2026-03-01T12:00:00.000Z\""),
                Arguments.of(
                        new NodeEvent.HandedIn("0f".repeat(16), ADA, "Ada", Direction.IN, "ef".repeat(32), true,
                                new EntryId(0, 2)),
                        "handed-in",
                        "\"offer\":\"" + "0f".repeat(16) + "\"," + peer + ",\"name\":\"Ada\",\"direction\":\"in\","
                                + "\"root\":\"" + "ef".repeat(32) + "\",\"late\":true,"
                                + "\"box\":\"00000000000000000000000000000002\""),
                Arguments.of(new NodeEvent.ShelfSeen("#class", ADA, "Ada", "0102030405060708", "Photos", true), "shelf",
                        "\"conversation\":\"#class\"," + peer + ",\"name\":\"Ada\",\"shelf\":\"0102030405060708\","
                                + "\"title\":\"Photos\",\"open\":true"),
                Arguments.of(
                        new NodeEvent.ShelfTake("0a".repeat(16), ADA, "Ada",
                                new NodeEvent.ShelfTake.Offered("0f".repeat(16))),
                        "shelf-take",
                        "\"take\":\"" + "0a".repeat(16) + "\"," + peer + ",\"name\":\"Ada\",\"state\":\"offered\","
                                + "\"offer\":\"" + "0f".repeat(16) + "\""),
                Arguments.of(
                        new NodeEvent.ShelfTake("0a".repeat(16), ADA, "Ada",
                                new NodeEvent.ShelfTake.Refused(ShelfRefusal.CHANGED)),
                        "shelf-take", "\"take\":\"" + "0a".repeat(16) + "\"," + peer
                                + ",\"name\":\"Ada\",\"state\":\"refused\",\"reason\":\"changed\""),
                Arguments.of(new NodeEvent.Ready("Ada", ADA, 5263, null, Path.of("/p")), "ready",
                        "\"name\":\"Ada\",\"fingerprint\":\"" + "ad".repeat(32)
                                + "\",\"tcpPort\":5263,\"udpPort\":null,\"profile\":\"/p\""),
                Arguments.of(new NodeEvent.PeerAppeared(person()), "peer-appeared", listed),
                Arguments.of(new NodeEvent.PeerChanged(person()), "peer-changed", listed),
                Arguments.of(new NodeEvent.PeerLeft(person(), LeaveReason.SILENT), "peer-left",
                        listed + ",\"reason\":\"silent\""),
                Arguments.of(new NodeEvent.SessionOpened(ADA, "Ada", "10.77.0.1:5263"), "session-opened",
                        peer + ",\"name\":\"Ada\",\"endpoint\":\"10.77.0.1:5263\""),
                Arguments.of(new NodeEvent.SessionClosed(ADA, "Ada", "10.77.0.1:5263", EndReason.SILENT),
                        "session-closed",
                        peer + ",\"name\":\"Ada\",\"endpoint\":\"10.77.0.1:5263\",\"reason\":\"silent\""),
                Arguments.of(new NodeEvent.Joined(ADA, "Ada", "#class"), "joined",
                        peer + ",\"name\":\"Ada\",\"room\":\"#class\""),
                Arguments.of(
                        new NodeEvent.WordsChanged(ADA, "Ada", "#class", "0f".repeat(16), WordsChange.State.OFFERED),
                        "words-changed",
                        peer + ",\"name\":\"Ada\",\"room\":\"#class\",\"change\":\"" + "0f".repeat(16)
                                + "\",\"state\":\"offered\""),
                Arguments.of(new NodeEvent.WordsGiven(ADA, "Ada", "#class", "0f".repeat(16)), "words-given",
                        peer + ",\"name\":\"Ada\",\"room\":\"#class\",\"change\":\"" + "0f".repeat(16) + "\""),
                Arguments.of(new NodeEvent.Refused(ADA, "Ada", "#class", RefusalReason.WRONG_KEY), "refused",
                        peer + ",\"name\":\"Ada\",\"room\":\"#class\",\"reason\":\"wrong-key\""),
                Arguments.of(new NodeEvent.Message(AT, "#class", ADA, "Ada",
                        new EntryPlace(new EntryId(0, 255), "00000000000000ff", 3), PlainRecords.words("hi"), AT),
                        "message",
                        "\"conversation\":\"#class\",\"author\":\"" + "ad".repeat(32)
                                + "\",\"name\":\"Ada\",\"id\":\"000000000000000000000000000000ff\","
                                + "\"log\":\"00000000000000ff\",\"seq\":3,\"text\":\"hi\","
                                + "\"written\":\"2026-03-01T12:00:00.000Z\""),
                Arguments.of(new NodeEvent.Delivered("#class", ADA, ADA, "00000000000000ff", 3), "delivered",
                        "\"conversation\":\"#class\"," + peer + ",\"author\":\"" + "ad".repeat(32)
                                + "\",\"log\":\"00000000000000ff\",\"seq\":3"),
                Arguments.of(new NodeEvent.Offered(MOVE, "Ada", "#class", List.of("a.txt"), 1, 2, 12), "offered",
                        move + ",\"name\":\"Ada\",\"conversation\":\"#class\""
                                + ",\"names\":[\"a.txt\"],\"files\":1,\"folders\":2,\"bytes\":12"),
                Arguments.of(new NodeEvent.Progress(MOVE, 5, 12, 7, List.of()), "progress",
                        move + ",\"bytes\":5,\"total\":12,\"rate\":7"),
                Arguments.of(new NodeEvent.Progress(MOVE, 5, 12, 7, List.of(ADA)), "progress",
                        move + ",\"bytes\":5,\"total\":12,\"rate\":7,\"from\":[\"" + "ad".repeat(32) + "\"]"),
                Arguments.of(new NodeEvent.Helping("aa", 4, 1.12), "helping",
                        "\"offer\":\"aa\",\"peers\":4,\"sent\":1.12"),
                Arguments.of(new NodeEvent.Helping("aa", 0, null), "helping", "\"offer\":\"aa\",\"peers\":0"),
                Arguments.of(new NodeEvent.Helping("aa", 2, 1.5, 3), "helping",
                        "\"offer\":\"aa\",\"peers\":2,\"sent\":1.5,\"onSharedAir\":3"),
                Arguments.of(
                        PlainRecords.transferred(MOVE, "Ada", 1, 12, new NodeEvent.Moved(12, 0.5),
                                List.of(Path.of("/d/a.txt")), "aa", "ee"),
                        "transferred",
                        move + ",\"name\":\"Ada\",\"files\":1,\"bytes\":12,\"seconds\":0.5,\"paths\":[\"/d/a.txt\"],"
                                + "\"root\":\"aa\",\"sha256\":\"ee\",\"failed\":0,\"failures\":[]"),
                Arguments.of(
                        new NodeEvent.Transferred(MOVE, "Ada", 1, 12, new NodeEvent.Moved(5, 0.5),
                                List.of(Path.of("/d/a.txt")), null, null,
                                new FailedFiles(1, 3,
                                        List.of(new FailedFiles.One("b.txt", FailureReason.SOURCE_GONE)))),
                        "transferred",
                        move + ",\"name\":\"Ada\",\"files\":1,\"bytes\":12,\"seconds\":0.5,\"moved\":5,"
                                + "\"paths\":[\"/d/a.txt\"],\"failed\":1,"
                                + "\"failures\":[{\"path\":\"b.txt\",\"reason\":\"source-gone\"}]"),
                Arguments.of(new NodeEvent.TransferFailed(MOVE, "Ada", FailureReason.DISK_FULL, true, null, 79_300_000),
                        "transfer-failed",
                        move + ",\"name\":\"Ada\",\"reason\":\"disk-full\",\"resumable\":true,"
                                + "\"missingBytes\":79300000"),
                Arguments.of(new NodeEvent.Unmatched(MOVE, Path.of("/downloads")), "unmatched", move),
                Arguments.of(new NodeEvent.TransferPaused(MOVE, true), "transfer-paused", move + ",\"by\":\"peer\""),
                Arguments.of(new NodeEvent.TransferResumed(MOVE, false), "transfer-resumed", move + ",\"by\":\"us\""),
                Arguments.of(new NodeEvent.Warning(WarningCode.WEAK_KEY, "…", List.of()), "warning",
                        "\"code\":\"weak-key\",\"message\":\"…\""),
                Arguments.of(new NodeEvent.Warning(WarningCode.SETTINGS_DAMAGED, "…", List.of("/f", "")), "warning",
                        "\"code\":\"settings\",\"message\":\"…\",\"problem\":\"damaged\",\"file\":\"/f\""),
                Arguments.of(new NodeEvent.Warning(WarningCode.SETTINGS_MISSING, "…", List.of("/f", "")), "warning",
                        "\"code\":\"settings\",\"message\":\"…\",\"problem\":\"missing\",\"file\":\"/f\""),
                Arguments.of(new NodeEvent.Warning(WarningCode.SETTINGS_VALUE, "…", List.of("/f", "udpPort")),
                        "warning",
                        "\"code\":\"settings\",\"message\":\"…\",\"problem\":\"value\",\"file\":\"/f\","
                                + "\"setting\":\"udpPort\""),
                Arguments.of(new NodeEvent.LimitReached(ADA, "Ada", "#class", Limit.UNKNOWN_KINDS, "…"), "warning",
                        "\"code\":\"limit-reached\",\"message\":\"…\"," + peer
                                + ",\"conversation\":\"#class\",\"limit\":\"unknown-kinds\""),
                Arguments.of(new NodeEvent.WritesDirectly(ADA, "Ada", "…"), "warning",
                        "\"code\":\"direct-from-open-room\",\"message\":\"…\"," + peer + ",\"name\":\"Ada\""),
                Arguments.of(new NodeEvent.Typing("#class", ADA, "Ada", true), "typing",
                        "\"conversation\":\"#class\"," + peer + ",\"name\":\"Ada\",\"active\":true"),
                Arguments.of(new NodeEvent.StatusChanged(ADA, "Ada", new PersonStatus(State.BUSY, "exam", true)),
                        "status", peer + ",\"name\":\"Ada\",\"state\":\"busy\",\"text\":\"exam\""),
                Arguments.of(new NodeEvent.PauseEnded(ADA, "#class"), "pause-ended",
                        peer + ",\"conversation\":\"#class\""),
                Arguments.of(new NodeEvent.ConnectFailed(InetSocketAddress.createUnresolved("h", 5263),
                        ConnectFailure.SILENT, "…"), "warning", "\"code\":\"connect-failed\",\"message\":\"…\""),
                Arguments.of(new NodeEvent.Failure(FailureCode.STORAGE, "…"), "error",
                        "\"code\":\"storage\",\"message\":\"…\""));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasItsNameAndFields(NodeEvent event, String name, String fields) {
        assertEquals("{\"event\":\"" + name + "\",\"at\":\"2026-03-01T12:00:00.000Z\"," + fields + "}",
                EventLines.json(event, AT).toString());
    }

    @Test
    void aTextIsPassedOnUnchangedControlCharactersIncluded() {
        String text = "<b>\u202eevil\u0007\n\"\\";
        var event = new NodeEvent.Message(AT, "#class", ADA, "Ada",
                new EntryPlace(new EntryId(0, 1), "0", 1), PlainRecords.words(text), AT);
        assertEquals(text,
                com.google.gson.JsonParser.parseString(EventLines.json(event, AT).toString())
                        .getAsJsonObject()
                        .get("text")
                        .getAsString());
        assertEquals(1, EventLines.json(event, AT).toString().lines().count(), "one object a line");
    }
}
