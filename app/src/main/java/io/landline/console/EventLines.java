package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.chat.PersonStatus;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.Bye;
import io.landline.node.port.NodeEvent.ConnectFailed;
import io.landline.node.port.NodeEvent.Delivered;
import io.landline.node.port.NodeEvent.EntryPlace;
import io.landline.node.port.NodeEvent.Failure;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.LimitReached;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.PauseEnded;
import io.landline.node.port.NodeEvent.PeerAppeared;
import io.landline.node.port.NodeEvent.PeerChanged;
import io.landline.node.port.NodeEvent.PeerLeft;
import io.landline.node.port.NodeEvent.PollAsked;
import io.landline.node.port.NodeEvent.Read;
import io.landline.node.port.NodeEvent.Ready;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.NodeEvent.SessionOpened;
import io.landline.node.port.NodeEvent.StatusChanged;
import io.landline.node.port.NodeEvent.Typing;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.NodeEvent.Words;
import io.landline.node.port.NodeEvent.WordsChanged;
import io.landline.node.port.NodeEvent.WordsGiven;
import io.landline.node.port.NodeEvent.WritesDirectly;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.peer.WireWord;
import io.landline.people.Person;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Events as the JSON objects of docs/command-line.md, "Events": names and fields are a contract that other programs
/// rely on, word for word. Stateless; any thread.
public final class EventLines {
    /// ISO-8601 in UTC, always with milliseconds.
    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final int WARM_UP_ROUNDS = 200;
    private static final int WARM_UP_PORT = 1;

    private EventLines() {}

    /// Formats some events and discards them. Java is slow at what it does for the first time, and people watch a
    /// newcomer's first moment, in which everybody appears at once.
    static void warmUp() {
        var stranger = new Person(Fingerprint.of(new byte[Fingerprint.BYTES]), new PeerName("warm-up"),
                List.of(new Endpoint(InetAddress.getLoopbackAddress(), WARM_UP_PORT)),
                List.of(new RoomListing(new RoomName("warm-up"), true)));
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (NodeEvent event : List.of(new PeerAppeared(stranger), new PeerLeft(stranger, LeaveReason.LEAVE))) {
                if (json(event, Instant.EPOCH.plusSeconds(round)).toString().isEmpty()) {
                    throw new AssertionError("an event is never empty");
                }
            }
        }
    }

    /// The event as one object.
    public static JsonObject json(NodeEvent event, Instant at) {
        return switch (event) {
            case Ready e -> ready(e, at);
            case PeerAppeared(Person person) -> person("peer-appeared", at, person);
            case PeerChanged(Person person) -> person("peer-changed", at, person);
            case PeerLeft(Person person, var reason) -> with(person("peer-left", at, person), "reason",
                    WireWord.of(reason));
            case SessionOpened(var peer, String name, String endpoint) -> with(peer("session-opened", at, peer, name),
                    "endpoint", endpoint);
            case SessionClosed(var peer, String name, String endpoint, var reason) -> with(
                    with(peer("session-closed", at, peer, name), "endpoint", endpoint), "reason", reason.word());
            case Joined(var peer, String name, String room) -> with(peer("joined", at, peer, name), "room", room);
            case Refused(var peer, String name, var room, var reason) -> with(
                    with(peer("refused", at, peer, name), "room", room), "reason", reason.word());
            case Message e -> message(e, at);
            case PollAsked e -> ActLines.poll(e, at);
            case NodeEvent.BoxMade e -> HandInLines.collects(e, at);
            case NodeEvent.HandedIn e -> HandInLines.handedIn(e, at);
            case NodeEvent.ShelfSeen e -> ShelfLines.seen(e, at);
            case NodeEvent.ShelfTake e -> ShelfLines.take(e, at);
            case NodeEvent.Act e -> ActLines.json(e, at);
            case WordsChanged e -> with(words("words-changed", at, e.peer(), e.name(), e.room(), e.change()), "state",
                    WireWord.of(e.state()));
            case WordsGiven e -> words("words-given", at, e.peer(), e.name(), e.room(), e.change());
            case Delivered(var conversation, var peer, var author, var log, long number) -> receipt("delivered", at,
                    conversation, peer.hex(), author.hex(), log, number);
            case Read(var conversation, var peer, var author, var log, long number) -> receipt("read", at, conversation,
                    peer.hex(), author.hex(), log, number);
            case Typing(String conversation, var peer, String name, boolean active) -> {
                JsonObject json = event("typing", at);
                json.addProperty("conversation", conversation);
                json.addProperty("peer", peer.hex());
                json.addProperty("name", name);
                json.addProperty("active", active);
                yield json;
            }
            case StatusChanged(var peer, String name, var status) -> {
                JsonObject json = peer("status", at, peer, name);
                addStatus(json, status);
                yield json;
            }
            case NodeEvent.OfFiles e -> TransferLines.json(e, at);
            case Warning e -> warning(e, at);
            case LimitReached e -> limitReached(e, at);
            case WritesDirectly e -> writesDirectly(e, at);
            case PauseEnded(var person, String conversation) -> {
                JsonObject json = event("pause-ended", at);
                json.addProperty("peer", person.hex());
                json.addProperty("conversation", conversation);
                yield json;
            }
            case ConnectFailed(_, _, String message) -> notice("warning", at, "connect-failed", message);
            case Failure(var code, String message) -> notice("error", at, code.word(), message);
            case Bye() -> event("bye", at);
        };
    }

    /// An object of this kind that happened now or then; the caller adds its fields.
    public static JsonObject event(String kind, Instant at) {
        var json = new JsonObject();
        json.addProperty("event", kind);
        json.addProperty("at", at(at));
        return json;
    }

    public static String at(Instant instant) {
        return AT.format(instant);
    }

    public static JsonObject message(Message e, Instant at) {
        JsonObject json = event("message", at);
        json.addProperty("conversation", e.conversation());
        json.addProperty("author", e.author().hex());
        json.addProperty("name", e.name());
        addPlace(json, e.place());
        json.addProperty("text", e.text());
        json.addProperty("written", at(e.written()));
        Words words = e.words();
        if (words.reply() != null) json.addProperty("reply", words.reply().hex());
        if (!words.mentions().isEmpty()) json.add("mentions", array(List.copyOf(words.mentions()), Fingerprint::hex));
        if (words.edited()) json.addProperty("edited", true);
        if (words.deleted()) json.addProperty("deleted", true);
        return json;
    }

    static void addPlace(JsonObject json, EntryPlace place) {
        json.addProperty("id", place.id().hex());
        json.addProperty("log", place.log());
        json.addProperty("seq", place.number());
        if (place.forked()) json.addProperty("forked", true);
    }

    /// The fields of a person, as `peer-appeared` and the answer of `peers` have them.
    public static void addPerson(JsonObject json, Person person) {
        json.addProperty("peer", person.peer().hex());
        json.addProperty("name", person.name().value());
        json.add("endpoints", array(person.endpoints(), Endpoint::toString));
        json.add("rooms", array(person.rooms(), RoomListing::label));
    }

    /// What a person says of themselves.
    static void addStatus(JsonObject json, PersonStatus status) {
        json.addProperty("state", WireWord.of(status.state()));
        json.addProperty("text", status.text());
    }

    public static <T> JsonArray array(List<T> items, Function<T, String> text) {
        var array = new JsonArray(items.size());
        for (T item : items) array.add(text.apply(item));
        return array;
    }

    private static JsonObject ready(Ready e, Instant at) {
        JsonObject json = event("ready", at);
        json.addProperty("name", e.name());
        json.addProperty("fingerprint", e.fingerprint().hex());
        json.addProperty("tcpPort", e.tcpPort());
        json.addProperty("udpPort", e.udpPort());
        json.addProperty("profile", e.profile().toString());
        return json;
    }

    private static JsonObject with(JsonObject json, String field, @Nullable String value) {
        json.addProperty(field, value);
        return json;
    }

    private static JsonObject person(String kind, Instant at, Person person) {
        JsonObject json = event(kind, at);
        addPerson(json, person);
        return json;
    }

    private static JsonObject peer(String kind, Instant at, Fingerprint peer, String name) {
        JsonObject json = event(kind, at);
        json.addProperty("peer", peer.hex());
        json.addProperty("name", name);
        return json;
    }

    private static JsonObject words(String kind, Instant at, Fingerprint peer, String name, String room,
            String change) {
        JsonObject json = peer(kind, at, peer, name);
        json.addProperty("room", room);
        json.addProperty("change", change);
        return json;
    }

    private static JsonObject receipt(String kind, Instant at, String conversation, String peer, String author,
            String log, long number) {
        JsonObject json = event(kind, at);
        json.addProperty("conversation", conversation);
        json.addProperty("peer", peer);
        json.addProperty("author", author);
        json.addProperty("log", log);
        json.addProperty("seq", number);
        return json;
    }

    private static JsonObject warning(Warning e, Instant at) {
        JsonObject json = notice("warning", at, e.code().word(), e.message());
        switch (e.code()) {
            case SETTINGS_DAMAGED -> ofSettings(json, "damaged", e.facts());
            case SETTINGS_MISSING -> ofSettings(json, "missing", e.facts());
            case SETTINGS_VALUE -> ofSettings(json, "value", e.facts());
            default -> {
            }
        }
        return json;
    }

    private static JsonObject limitReached(LimitReached e, Instant at) {
        JsonObject json = notice("warning", at, "limit-reached", e.message());
        json.addProperty("peer", e.person().hex());
        json.addProperty("conversation", e.conversation());
        json.addProperty("limit", WireWord.of(e.limit()));
        return json;
    }

    private static JsonObject writesDirectly(WritesDirectly e, Instant at) {
        JsonObject json = notice("warning", at, "direct-from-open-room", e.message());
        json.addProperty("peer", e.person().hex());
        json.addProperty("name", e.name());
        return json;
    }

    /// What tells these warnings apart, which share one code.
    ///
    /// @param facts the file, and the name of the setting
    private static void ofSettings(JsonObject json, String problem, List<String> facts) {
        json.addProperty("problem", problem);
        json.addProperty("file", facts.getFirst());
        if (!facts.getLast().isEmpty()) json.addProperty("setting", facts.getLast());
    }

    private static JsonObject notice(String kind, Instant at, String code, String message) {
        JsonObject json = event(kind, at);
        json.addProperty("code", code);
        json.addProperty("message", message);
        return json;
    }
}
