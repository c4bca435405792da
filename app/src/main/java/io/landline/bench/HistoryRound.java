package io.landline.bench;

import io.landline.node.Node;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.profile.NodeException;
import io.landline.node.profile.NodeOptions;
import io.landline.storage.InventedHistory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// One round of [HistoryBench], as a program: opens the profile as a node does that nobody sees, asks what a window
/// asks, first with nothing read before, then again, and prints `name=figure` a line. A further argument has the words
/// of the room changed before.
final class HistoryRound {
    static final String ROOM = "bench";
    static final String COLD = "cold: ";
    static final String WARM = "warm: ";
    static final String MEMORY = "memory: ";

    /// As many as a window shows of what it found.
    private static final int FOUND_MAX = 200;
    /// As many as a window loads at its end, and where something is unread.
    private static final int PAGE = 60;
    private static final int PAGE_UNREAD = 300;
    private static final int WARM_ROUNDS = 5;
    /// Asked for by a second argument.
    static final String JOINED = "joined";
    private static final int CHANGES = 4;
    private static final double NANOS_PER_MILLI = 1e6;

    private HistoryRound() {}

    private interface Question {
        void ask(Chats chats) throws CommandException;
    }

    static void main(String[] arguments) throws NodeException, CommandException {
        var network = new NodeOptions.Network(Integer.valueOf(arguments[1]), 0, List.of("lo"), List.of());
        var options = new NodeOptions(Path.of(arguments[0]), null, List.of(), network, null, null, false);
        long began = System.nanoTime();
        try (Node node = Node.open(options)) {
            if (arguments.length > 2) {
                join(node);
                return;
            }
            print(COLD + "node opened", (System.nanoTime() - began) / NANOS_PER_MILLI);
            for (var each : questions().entrySet()) {
                print(COLD + each.getKey(), millis(node.chats(), each.getValue()));
            }
            for (var each : questions().entrySet()) {
                double best = Double.MAX_VALUE;
                for (int i = 0; i < WARM_ROUNDS; i++) best = Math.min(best, millis(node.chats(), each.getValue()));
                print(WARM + each.getKey(), best);
            }
            System.gc();
            Runtime memory = Runtime.getRuntime();
            print(MEMORY + "heap in use",
                    (memory.totalMemory() - memory.freeMemory()) / Measurement.BYTES_A_MB);
        }
    }

    /// The same where the words of the room were changed: the conversation is joined of several rooms.
    private static void join(Node node) throws CommandException {
        for (int i = 0; i < CHANGES; i++) node.rooms().changeWords("#" + ROOM, null, Set.of());
        for (var each : questions().entrySet()) {
            double best = Double.MAX_VALUE;
            for (int i = 0; i < WARM_ROUNDS; i++) best = Math.min(best, millis(node.chats(), each.getValue()));
            print("after " + CHANGES + " changes of words: " + each.getKey(), best);
        }
    }

    private static Map<String, Question> questions() {
        String room = "#" + ROOM;
        var questions = new LinkedHashMap<String, Question>();
        questions.put("list of conversations", Chats::list);
        questions.put("conversation opened at its end", chats -> {
            chats.unread(room, null);
            chats.page(room, null, PAGE);
        });
        questions.put("conversation opened where all is unread", chats -> {
            chats.unread(room, null);
            chats.page(room, null, PAGE_UNREAD);
        });
        search(questions, "common word", InventedHistory.COMMON_WORD);
        search(questions, "usual word", InventedHistory.USUAL_WORD);
        search(questions, "rare word", InventedHistory.RARE_WORD);
        search(questions, "common and rare word", InventedHistory.COMMON_WORD + " " + InventedHistory.RARE_WORD);
        search(questions, "word that is not there", InventedHistory.RARE_WORD + "y");
        search(questions, "two letters", InventedHistory.RARE_WORD.substring(0, 1) + "o");
        return questions;
    }

    private static void search(Map<String, Question> questions, String name, String words) {
        questions.put("search here, " + name, chats -> chats.search("#" + ROOM, words, FOUND_MAX));
        questions.put("search everywhere, " + name, chats -> chats.searchAll(Filter.words(words), FOUND_MAX));
    }

    private static double millis(Chats chats, Question question) throws CommandException {
        long began = System.nanoTime();
        question.ask(chats);
        return (System.nanoTime() - began) / NANOS_PER_MILLI;
    }

    private static void print(String name, double figure) {
        System.out.println(name + "=" + String.format(Locale.ROOT, "%.3f", figure));
    }
}
