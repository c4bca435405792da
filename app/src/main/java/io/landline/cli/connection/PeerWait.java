package io.landline.cli.connection;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.EventFormatter;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.ReasonParser;
import io.landline.cli.terminal.Terminal;
import io.landline.node.port.CommandException.Code;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Gives a node a command that needs somebody, and waits until they are there: a name that nobody bears yet may come
/// within ten seconds (docs/command-line.md, "Commands").
public final class PeerWait {
    public static final Duration FOUND_WITHIN = Duration.ofSeconds(10);
    /// Another peer of that name may be the right one; a refusal is reported only after this time.
    private static final Duration AFTER_REFUSAL = Duration.ofSeconds(2);

    /// Where a node has just been started, members of a room appear within this time.
    private static final Duration MEMBER_WITHIN = Duration.ofSeconds(3);
    private static final List<String> ROOM_PREFIXES = List.of("#", "room:");

    private final NodeConnection node;
    private final Terminal terminal;

    public PeerWait(NodeConnection node, Terminal terminal) {
        this.node = node;
        this.terminal = terminal;
    }

    /// The `ok` of a command that needs nobody.
    public JsonObject command(JsonObject command) throws IOException, InterruptedException, CommandFailedException {
        return CommandFailedException.checked(node.command(command));
    }

    /// The `ok` of a command on a hand-in box. A node that was started for it may not have the box yet: it comes with
    /// what was said in the room, and is waited for.
    public JsonObject commandOnBox(JsonObject command)
            throws IOException, InterruptedException, CommandFailedException {
        long end = System.nanoTime() + FOUND_WITHIN.toNanos();
        while (true) {
            JsonObject answer = node.command(command);
            boolean mayCome = node.isOwn() && ReasonParser.code(answer) == Code.NO_MESSAGE;
            if (!mayCome || await(event -> EventFields.is(event, "collect"), end) == null) {
                return CommandFailedException.checked(answer);
            }
        }
    }

    /// The `ok` of the command. Refused: 4; a stranger: 4; never seen: 3; several of that name, no such room: 2.
    public JsonObject command(JsonObject command, String to)
            throws IOException, InterruptedException, CommandFailedException {
        long end = System.nanoTime() + FOUND_WITHIN.toNanos();
        JsonObject refusal = null;
        while (true) {
            JsonObject answer = node.command(command);
            if (EventFields.isOk(answer)) return answer;
            Code code = ReasonParser.code(answer);
            boolean mayCome = code == Code.NO_PEER || code == Code.NOT_A_MEMBER;
            if (!mayCome) throw CommandFailedException.refused(answer);
            JsonObject news = awaitNews(to, end);
            if (news != null && EventFields.is(news, "refused")) {
                refusal = news;
                end = Math.min(end, System.nanoTime() + AFTER_REFUSAL.toNanos());
            }
            if (news != null) continue;
            if (refusal != null) {
                throw new CommandFailedException(ExitCode.REFUSED, Why.REFUSED,
                        String.valueOf(EventFormatter.sentence(refusal)));
            }
            throw CommandFailedException.refused(answer);
        }
    }

    /// Where the node was started for this command, and it is about a room: returns when somebody has joined that. What
    /// is written before would stand above all that was said there.
    ///
    /// @return the room, as [#conversation] names it; null for a person, a running node, and a room that is not there:
    ///         the command itself says so
    public @Nullable String awaitMember(String to) throws IOException, InterruptedException, CommandFailedException {
        if (!node.isOwn() || !isRoom(to)) return null;
        String room = conversation(to);
        if (room.isEmpty()) return null;
        await(event -> EventFields.is(event, "joined") && isLabelOf(room, EventFields.text(event, "room")),
                System.nanoTime() + MEMBER_WITHIN.toNanos());
        return room;
    }

    /// Whether a room was typed, and no person.
    public static boolean isRoom(String to) {
        return ROOM_PREFIXES.stream().anyMatch(to::startsWith);
    }

    /// What stands behind `#` or `room:`; all of it where neither stands before it.
    static String withoutPrefix(String to) {
        for (String each : ROOM_PREFIXES) if (to.startsWith(each)) return to.substring(each.length());
        return to;
    }

    /// Whether events of peers name this room so.
    public static boolean isLabelOf(String room, String label) {
        return label.equals(room) || label.equals(RoomListing.openLabel(room));
    }

    /// The room or person that is meant, as `conversation` fields have them: the same one may be typed in several ways.
    /// Empty if nothing of that name is known.
    public String conversation(String to) throws IOException, InterruptedException, CommandFailedException {
        JsonObject question = JsonLines.command("history", "to", to);
        question.addProperty("limit", 1);
        return EventFields.text(node.command(question), "conversation");
    }

    /// The next event that may change the answer: somebody joined, or the person meant was refused. Null if the time is
    /// over.
    private @Nullable JsonObject awaitNews(String to, long end) throws IOException, InterruptedException {
        return await(event -> EventFields.is(event, "joined") || EventFields.is(event, "refused") && isMeant(event, to),
                end);
    }

    private @Nullable JsonObject await(Predicate<JsonObject> isWanted, long end)
            throws IOException, InterruptedException {
        while (true) {
            long left = end - System.nanoTime();
            if (left <= 0) return null;
            JsonObject event = node.next(Duration.ofNanos(left));
            if (event == null) continue;
            terminal.event(event);
            if (isWanted.test(event)) return event;
        }
    }

    /// By name, or by as many first digits as name a person: `Ada` is the beginning of many a fingerprint too.
    static boolean isMeant(JsonObject event, String to) {
        boolean isLong = to.length() >= Fingerprint.PREFIX_DIGITS_MIN;
        return EventFields.text(event, "name").equalsIgnoreCase(to)
                || isLong && EventFields.text(event, "peer").startsWith(to.toLowerCase(Locale.ROOT));
    }
}
