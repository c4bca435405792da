package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.chat.act.HandInBox;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.handin.rule.HandInTable;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.HandInLists;
import io.landline.node.port.HandIns;
import io.landline.node.port.HandIns.Box;
import io.landline.node.port.HandIns.Person;
import io.landline.node.port.HandIns.Receipt;
import io.landline.node.port.NodeEvent.BoxMade;
import io.landline.node.port.NodeEvent.HandedIn;
import io.landline.peer.BlankText;
import io.landline.peer.Direction;
import io.landline.room.EntryId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Collectors;

/// Hand-in boxes: the commands of docs/command-line.md and docs/protocol/control.md, and the events. Stateless; any
/// thread.
final class HandInLines {
    /// A choice: as a message's text.
    private static final int TEXT_BYTES_MAX = 16 * 1024;
    private static final String TABLE = "text";
    private static final long BYTES_A_GIBIBYTE = 1L << 30;

    private HandInLines() {}

    static void answer(HandIns boxes, String what, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        switch (what) {
            case "collect" -> ActLines.said(ok, boxes.make(CommandLines.to(command), box(command)));
            case "hand-in" -> {
                EntryId target = target(boxes, command);
                Chats.Sent sent = boxes.handIn(target, FileLines.files(command));
                Box box = boxes.box(target);
                ok.addProperty("peer", box.author().hex());
                ok.addProperty("name", box.name());
                ok.addProperty("box", box.id().hex());
                FileLines.sent(sent, ok);
            }
            case "remind" -> ok.addProperty("people",
                    boxes.remind(target(boxes, command), command.textOrNull("text", TEXT_BYTES_MAX)));
            default -> throw new IllegalArgumentException("no command " + what);
        }
    }

    /// Those that only read. What one line cannot hold stands in the next page.
    static void list(HandInLists boxes, String what, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        switch (what) {
            case "boxes" -> PageSpace.add(ok, "boxes", boxes.boxes(), HandInLines::json, FileLines.next(command));
            case "box" -> {
                Box box = boxes.box(target(boxes, command));
                ok.add("box", json(box));
                PageSpace.add(ok, "people", boxes.people(box.id()), each -> json(box, each), FileLines.next(command));
            }
            case "box-table" -> table(boxes.table(target(boxes, command)), FileLines.next(command), ok);
            default -> throw new IllegalArgumentException("no command " + what);
        }
    }

    /// A page of the table: whole rows of it.
    ///
    /// @param from what an answer said with `next`; 0 for the first page
    private static void table(String table, int from, JsonObject ok) {
        var space = new PageSpace(from);
        JsonArray rows = space.fill(table.lines().toList(), row -> {
            var json = new JsonObject();
            json.addProperty(TABLE, row + HandInTable.ROW_END);
            return json;
        });
        ok.addProperty(TABLE, rows.asList()
                .stream()
                .map(each -> each.getAsJsonObject().get(TABLE).getAsString())
                .collect(Collectors.joining()));
        space.tellNext(ok);
    }

    private static EntryId target(HandInLists boxes, JsonFields command)
            throws MalformedJsonException, CommandException {
        return boxes.find(command.text("target", TEXT_BYTES_MAX));
    }

    private static HandInBox box(JsonFields command) throws MalformedJsonException, CommandException {
        String title = command.text("title", TEXT_BYTES_MAX).strip();
        String pattern = command.has("pattern") ? command.text("pattern", TEXT_BYTES_MAX).strip() : "";
        long maxBytes = command.numberOr("maxBytes", HandInBox.SIZE_BYTES_MAX, 0, Long.MAX_VALUE);
        if (BlankText.is(title) || !HandInBox.fits(title, pattern, HandInBox.SIZE_BYTES_MAX)) {
            throw new CommandException(Code.MALFORMED, "A hand-in box has a title and a pattern of at most "
                    + HandInBox.TITLE_BYTES_MAX + " bytes each. Nothing was sent.");
        }
        if (!HandInBox.fits(title, pattern, maxBytes)) {
            throw new CommandException(Code.MALFORMED, "A hand-in box takes 1 B to "
                    + HandInBox.SIZE_BYTES_MAX / BYTES_A_GIBIBYTE + " GiB of each member. Nothing was sent.");
        }
        return new HandInBox(title, until(command.text("until", TEXT_BYTES_MAX)), pattern, maxBytes, true);
    }

    private static Instant until(String text) throws MalformedJsonException {
        try {
            Instant until = Instant.parse(text);
            if (HandInBox.isTime(until)) return until;
        } catch (DateTimeException e) {
            throw new MalformedJsonException("until is no time in UTC");
        }
        throw new MalformedJsonException("until is no time in UTC");
    }

    private static JsonObject json(Box box) {
        JsonObject json = EventLines.event("box", Instant.now());
        json.addProperty("conversation", box.conversation());
        json.addProperty("author", box.author().hex());
        json.addProperty("name", box.name());
        json.addProperty("id", box.id().hex());
        add(json, box.what());
        json.addProperty("closed", box.closed());
        json.addProperty("own", box.own());
        return json;
    }

    private static void add(JsonObject json, HandInBox what) {
        json.addProperty("title", what.title());
        json.addProperty("until", EventLines.at(what.until()));
        json.addProperty("pattern", what.pattern());
        json.addProperty("maxBytes", what.maxBytes());
        json.addProperty("open", what.open());
    }

    private static JsonObject json(Box box, Person person) {
        JsonObject json = EventLines.event("hand-in", Instant.now());
        json.addProperty("box", box.id().hex());
        json.addProperty("peer", person.peer().hex());
        json.addProperty("name", person.name());
        json.addProperty("here", person.here());
        json.addProperty("state", person.state().word());
        json.addProperty("times", person.receipts().size());
        if (person.receipts().isEmpty()) return json;
        Receipt last = person.receipts().getLast();
        json.addProperty("offer", last.offer());
        json.addProperty("since", EventLines.at(last.at()));
        json.addProperty("late", last.late());
        json.addProperty("bytes", last.bytes());
        if (last.root() != null) json.addProperty("root", last.root());
        return json;
    }

    static JsonObject collects(BoxMade event, Instant at) {
        JsonObject json = EventLines.event("collect", at);
        json.addProperty("conversation", event.conversation());
        json.addProperty("author", event.author().hex());
        json.addProperty("name", event.name());
        EventLines.addPlace(json, event.place());
        add(json, event.box());
        json.addProperty("written", EventLines.at(event.written()));
        return json;
    }

    /// A box of the history: as its event, with how it stands now.
    static JsonObject past(BoxMade event, boolean closed) {
        JsonObject json = collects(event, event.written());
        if (closed) json.addProperty("closed", true);
        return json;
    }

    static JsonObject handedIn(HandedIn event, Instant at) {
        JsonObject json = EventLines.event("handed-in", at);
        json.addProperty("offer", event.offer());
        json.addProperty("peer", event.peer().hex());
        json.addProperty("name", event.name());
        json.addProperty("direction", event.direction() == Direction.IN ? "in" : "out");
        if (event.root() != null) json.addProperty("root", event.root());
        json.addProperty("late", event.late());
        json.addProperty("box", event.box().hex());
        return json;
    }
}
