package io.landline.chaos;

import static java.util.stream.Collectors.toSet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Whether all computers show the same, whether what was confirmed is there once and as it was left, and whether all
/// files are whole.
final class Comparison {
    /// What each node has of its own: when it heard of an entry, and how it calls people and conversations.
    private static final Set<String> OWN_FIELDS = Set.of("at", "conversation", "name", "byName", "event");
    private static final int TOLD_MAX = 5;
    private static final Duration LOOK = Duration.ofMillis(500);

    private final List<Computer> computers;
    private final People people;

    Comparison(List<Computer> computers, People people) {
        this.computers = computers;
        this.people = people;
    }

    /// Waits until all computers are connected with each other; false if they are not in time.
    static boolean meet(List<Computer> computers, Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        for (Computer each : computers) {
            while (!each.sees(computers)) {
                if (System.nanoTime() - end > 0) return false;
                Thread.sleep(LOOK);
            }
        }
        return true;
    }

    /// Waits until nothing differs; what still does after that time, in sentences.
    List<String> awaitAlike(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (true) {
            List<String> differences = differencesOrSilence();
            if (differences.isEmpty() || System.nanoTime() - end > 0) return differences;
            Thread.sleep(LOOK);
        }
    }

    private List<String> differencesOrSilence() throws InterruptedException {
        try {
            return differences();
        } catch (IOException e) {
            return new ArrayList<>(List.of(String.valueOf(e.getMessage()))); // a node that does not answer
        }
    }

    /// What differs or is missing now, in sentences; none where all is well.
    private List<String> differences() throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        var rooms = new ArrayList<List<String>>();
        for (Computer each : computers) rooms.add(lines(each.history(Computer.CONVERSATION)));
        same("the room", rooms, wrong);
        confirmed(computers.getFirst().history(Computer.CONVERSATION), wrong);
        var pins = new ArrayList<List<String>>();
        for (Computer each : computers) pins.add(lines(objects(each.pinned())));
        same("the pins", pins, wrong);
        for (int i = 0; i < computers.size(); i++) {
            for (int j = i + 1; j < computers.size(); j++) direct(computers.get(i), computers.get(j), wrong);
        }
        files(wrong);
        return wrong;
    }

    private void same(String what, List<List<String>> all, List<String> wrong) {
        for (int i = 1; i < all.size(); i++) {
            compare(what, computers.getFirst(), all.getFirst(), computers.get(i), all.get(i), wrong);
        }
    }

    private void direct(Computer one, Computer other, List<String> wrong) throws IOException, InterruptedException {
        List<JsonObject> ones = one.history(other.fingerprint());
        compare("their direct conversation", one, lines(ones), other, lines(other.history(one.fingerprint())), wrong);
        Set<String> ids = ones.stream().map(each -> each.get("id").getAsString()).collect(toSet());
        for (People.Direct each : people.direct()) {
            boolean isTheirs = each.by() == one && each.to() == other || each.by() == other && each.to() == one;
            if (isTheirs && !ids.contains(each.id())) {
                wrong.add(each.by().name() + " wrote " + each.id() + " to " + each.to().name() + ", and it is lost");
            }
        }
    }

    private static void compare(String what, Computer one, List<String> ones, Computer other, List<String> others,
            List<String> wrong) {
        if (ones.equals(others)) return;
        var sentence = new StringBuilder(
                one.name() + " has " + ones.size() + " and " + other.name() + " " + others.size() + " in " + what);
        int told = 0;
        for (int i = 0; i < Math.max(ones.size(), others.size()) && told < TOLD_MAX; i++) {
            String left = i < ones.size() ? ones.get(i) : "nothing";
            String right = i < others.size() ? others.get(i) : "nothing";
            if (left.equals(right)) continue;
            sentence.append("\n    ").append(i).append(": ").append(left).append("\n    ").append(right);
            told++;
        }
        wrong.add(sentence.toString());
    }

    /// Everything that a node confirmed is there, once, and has its text unless its author took it away.
    private void confirmed(List<JsonObject> room, List<String> wrong) {
        var seen = new HashMap<String, JsonObject>();
        for (JsonObject each : room) {
            if (seen.put(each.get("id").getAsString(), each) != null) wrong.add("twice: " + each);
        }
        var lost = new HashSet<>(people.confirmedIds());
        lost.removeAll(seen.keySet());
        if (!lost.isEmpty()) wrong.add(lost.size() + " were confirmed and are not there: " + lost);
        seen.forEach((id, message) -> {
            boolean isDeleted = message.has("deleted");
            if (isDeleted && !people.mayBeDeleted().contains(id)) wrong.add("nobody deleted " + message);
            if (!isDeleted && people.deleted().contains(id)) wrong.add("was deleted, and is there: " + message);
            String text = people.edited().get(id);
            if (!isDeleted && text != null && !text.equals(message.get("text").getAsString())) {
                wrong.add("was edited to \"" + text + "\" in the end: " + message);
            }
        });
    }

    private void files(List<String> wrong) throws IOException {
        for (Map.Entry<String, Path> each : people.files().entrySet()) {
            for (Computer computer : computers) {
                if (each.getKey().startsWith(computer.name() + "-")) continue;
                Path got = computer.downloads().resolve(each.getKey());
                if (!Files.exists(got)) {
                    wrong.add(computer.name() + " has no " + each.getKey());
                } else if (Files.mismatch(each.getValue(), got) >= 0) {
                    wrong.add(computer.name() + " has another " + each.getKey());
                }
            }
        }
    }

    private static List<JsonObject> objects(Iterable<JsonElement> elements) {
        var objects = new ArrayList<JsonObject>();
        for (JsonElement each : elements) objects.add(each.getAsJsonObject());
        return objects;
    }

    private static List<String> lines(List<JsonObject> objects) {
        return objects.stream().map(Comparison::line).toList();
    }

    private static String line(JsonObject object) {
        var fields = new TreeMap<String, JsonElement>();
        object.entrySet().forEach(each -> {
            if (!OWN_FIELDS.contains(each.getKey())) fields.put(each.getKey(), each.getValue());
        });
        return fields.toString();
    }
}
