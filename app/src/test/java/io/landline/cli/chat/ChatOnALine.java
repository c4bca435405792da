package io.landline.cli.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// A chat beside a node that answers as it is told, and a line that is typed in at once.
abstract class ChatOnALine {
    static final String OWN = "aa".repeat(32);
    static final String BOB = "bb".repeat(32);
    static final String AT = "'at':'2026-11-20T16:20:01.114Z'";
    static final String REFUSED = "{'event':'failed','code':'malformed','message':'No such state.'}";

    final AnsweringNode node = new AnsweringNode();
    final Typing line = new Typing();
    final ChatNames names = new ChatNames();

    static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    /// Inputs one after the other; where one is empty, the chat looks for events.
    static final class Typing implements EditedLine {
        final Deque<Optional<Input>> inputs = new ArrayDeque<>();
        final List<AttributedString> printed = new ArrayList<>();
        String prompt = "";
        int wanted;
        int colours;
        int columns;
        /// Whether the person types all the time.
        boolean typed;

        @Override
        public int colours() {
            return colours;
        }

        @Override
        public int columns() {
            return columns;
        }

        @Override
        public boolean takeTyped() {
            return typed;
        }

        @Override
        public void prompt(String text) {
            prompt = text;
        }

        @Override
        public void want() {
            wanted++;
        }

        @Override
        public @Nullable Input next(Duration patience) {
            return inputs.remove().orElse(null);
        }

        @Override
        public void print(AttributedString lines) {
            printed.add(lines);
        }

        List<String> lines() {
            return printed.stream().flatMap(each -> each.toString().lines()).toList();
        }
    }

    @BeforeEach
    void prepare() {
        node.answers.put("status", json("{'event':'ok','name':'Ada','fingerprint':'" + OWN + "'}"));
        node.answers.put("peers", json("{'event':'ok','peers':[]}"));
        node.answers.put("rooms", json("{'event':'ok','rooms':[]}"));
        node.answers.put("say", json("{'event':'ok','message':'0e','log':'01','seq':7," + AT + "}"));
    }

    static JsonObject history(String conversation, JsonElement... messages) {
        JsonObject history = json("{'event':'ok','conversation':'" + conversation + "'}");
        var all = new JsonArray();
        for (JsonElement each : messages) all.add(each);
        history.add("messages", all);
        return history;
    }

    static JsonObject said(String conversation, String name, String text) {
        return json("{'event':'message','conversation':'" + conversation + "','author':'" + BOB + "','name':'" + name
                + "','text':'" + text + "'," + AT + "}");
    }

    /// What this user said, as the node tells it to who asked for it.
    static JsonObject ownSaid(String conversation, String id, String text) {
        return json("{'event':'message','conversation':'" + conversation + "','author':'" + OWN
                + "','name':'','id':'" + id + "','text':'" + text + "'," + AT + "}");
    }

    void type(String... lines) {
        for (String each : lines) line.inputs.add(Optional.of(new EditedLine.Typed(each)));
    }

    int run(JsonObject shown) throws Exception {
        line.inputs.add(Optional.of(new EditedLine.Ended()));
        JsonObject status = node.command(json("{'do':'status'}"));
        return new EditedChat(node, line, names, OwnMessages.of(status, node), status).run("#class", shown);
    }

    /// What stands above the line in #class once these were typed.
    List<String> typed(String... lines) throws Exception {
        type(lines);
        run(history("#class"));
        return line.lines();
    }

    /// What stands there once these events have come.
    List<String> told(JsonObject... events) throws Exception {
        node.events.addAll(List.of(events));
        line.inputs.add(Optional.empty());
        run(history("#class"));
        return line.lines();
    }
}
