package io.landline.chaos;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What people do in a room and directly, drawn at random, and what of it was confirmed: messages, direct ones, edits
/// and deletes. Of reactions, pins and votes it is not kept; they are only compared between the nodes. One thread.
final class People {
    private static final List<String> EMOJI = List.of("👍", "🎉", "😀", "❤️", "🤔");
    private static final int FILE_BYTES_MAX = 3 << 20;
    private static final int HUNDRED = 100;

    /// A message of which its node said that it is kept.
    private record Said(String id, Computer by, String kind) {}

    /// A direct message of which its node said that it is kept.
    record Direct(String id, Computer by, Computer to) {}

    /// How the nodes answered.
    record Answers(int confirmed, int unanswered, int refused) {}

    private final Random random;
    private final Path folder;
    private final List<Said> said = new ArrayList<>();
    private final Set<String> mayBeDeleted = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    /// The last text of what was edited, where the last edit was confirmed.
    private final Map<String, String> edited = new HashMap<>();
    private final List<Direct> direct = new ArrayList<>();
    private final Set<String> confirmedIds = new HashSet<>();
    private final Map<String, Path> files = new HashMap<>();
    private int confirmed;
    private int unanswered;
    private int refused;
    private int drawn;

    /// @param folder where files to send are made
    People(Random random, Path folder) {
        this.random = random;
        this.folder = folder;
    }

    /// One deed by somebody whose node answers.
    void act(Computer by, List<Computer> all) throws IOException, InterruptedException {
        int way = random.nextInt(HUNDRED);
        if (way < 40 || said.isEmpty()) {
            say(by, null);
        } else if (way < 48) {
            say(by, one(said).id());
        } else if (way < 56) {
            ofMessage(by, "edit", own(by, "say"), command -> command.addProperty("text", text(by) + " changed"));
        } else if (way < 61) {
            ofMessage(by, "delete", own(by, null), _ -> {});
        } else if (way < 73) {
            ofMessage(by, "react", one(said), command -> {
                command.addProperty("emoji", one(EMOJI));
                command.addProperty("on", random.nextInt(4) > 0);
            });
        } else if (way < 78) {
            ofMessage(by, "pin", one(said), command -> command.addProperty("on", random.nextInt(3) > 0));
        } else if (way < 81) {
            ask(by);
        } else if (way < 87) {
            ofMessage(by, "vote", any("poll"), command -> command.add("choices", numbers(random.nextInt(3))));
        } else if (way < 89) {
            ofMessage(by, "close", own(by, "poll"), _ -> {});
        } else if (way < 96) {
            directly(by, all);
        } else {
            send(by);
        }
    }

    private String text(Computer by) {
        return by.name() + " says " + drawn++ + " " + "x".repeat(random.nextInt(120));
    }

    private void say(Computer by, @Nullable String reply) throws InterruptedException {
        JsonObject command = Computer.command("say");
        command.addProperty("to", Computer.CONVERSATION);
        command.addProperty("text", text(by));
        if (reply != null) command.addProperty("reply", reply);
        keep(by, command, "say");
    }

    private void ask(Computer by) throws InterruptedException {
        JsonObject command = Computer.command("poll");
        command.addProperty("to", Computer.CONVERSATION);
        command.addProperty("question", text(by));
        var options = new JsonArray();
        for (String each : List.of("yes", "no", "later")) options.add(each);
        command.add("options", options);
        keep(by, command, "poll");
    }

    /// To one person, who may be away.
    private void directly(Computer by, List<Computer> all) throws InterruptedException {
        Computer to = one(all);
        if (to == by) return;
        JsonObject command = Computer.command("say");
        command.addProperty("to", to.fingerprint());
        command.addProperty("text", text(by));
        JsonObject answer = answered(by, command);
        if (answer != null) direct.add(new Direct(answer.get("message").getAsString(), by, to));
    }

    private void send(Computer by) throws IOException, InterruptedException {
        String name = by.name() + "-" + drawn++ + ".bin";
        Path file = Files.createDirectories(folder.resolve(by.name() + "-files")).resolve(name);
        var bytes = new byte[1 + random.nextInt(random.nextBoolean() ? 1_000 : FILE_BYTES_MAX)];
        random.nextBytes(bytes);
        Files.write(file, bytes);
        JsonObject command = Computer.command("send");
        command.addProperty("to", Computer.CONVERSATION);
        var paths = new JsonArray();
        paths.add(file.toString());
        command.add("paths", paths);
        if (answered(by, command) != null) files.put(name, file);
    }

    private interface Detail {
        void addTo(JsonObject command);
    }

    private void ofMessage(Computer by, String what, @Nullable Said target, Detail detail)
            throws InterruptedException {
        if (target == null) return;
        JsonObject command = Computer.command(what);
        command.addProperty("target", target.id());
        detail.addTo(command);
        if (what.equals("delete")) mayBeDeleted.add(target.id()); // also where no answer comes
        if (what.equals("edit")) edited.remove(target.id());
        if (answered(by, command) == null) return;
        if (what.equals("delete")) deleted.add(target.id());
        if (what.equals("edit")) edited.put(target.id(), command.get("text").getAsString());
    }

    private void keep(Computer by, JsonObject command, String kind) throws InterruptedException {
        JsonObject answer = answered(by, command);
        if (answer == null) return;
        String id = answer.get("message").getAsString();
        said.add(new Said(id, by, kind));
        confirmedIds.add(id);
    }

    /// The `ok`; null for anything else.
    private @Nullable JsonObject answered(Computer by, JsonObject command) throws InterruptedException {
        JsonObject answer = by.ask(command);
        if (answer == null) {
            unanswered++;
            return null;
        }
        if (!answer.get("event").getAsString().equals("ok")) {
            refused++; // such as an edit of what is not here yet
            return null;
        }
        confirmed++;
        return answer;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private @Nullable Said own(Computer by, @Nullable String kind) {
        return last(each -> each.by() == by && (kind == null || each.kind().equals(kind)));
    }

    private @Nullable Said any(String kind) {
        return last(each -> each.kind().equals(kind));
    }

    private interface Fits {
        boolean test(Said each);
    }

    /// One of the last few that fit; null for none.
    private @Nullable Said last(Fits fits) {
        int skip = random.nextInt(4);
        Said found = null;
        for (int i = said.size() - 1; i >= 0 && skip >= 0; i--) {
            if (!fits.test(said.get(i))) continue;
            found = said.get(i);
            skip--;
        }
        return found;
    }

    private static JsonArray numbers(int one) {
        var numbers = new JsonArray();
        numbers.add(one);
        return numbers;
    }

    /// The ids of all messages and polls that a node confirmed.
    Set<String> confirmedIds() {
        return confirmedIds;
    }

    /// The ids whose author asked to delete them.
    Set<String> mayBeDeleted() {
        return mayBeDeleted;
    }

    /// The ids that nodes confirmed as deleted.
    Set<String> deleted() {
        return deleted;
    }

    /// The texts that nodes confirmed as the last ones, by id.
    Map<String, String> edited() {
        return edited;
    }

    List<Direct> direct() {
        return direct;
    }

    /// What was offered to the room, by its name.
    Map<String, Path> files() {
        return files;
    }

    Answers answers() {
        return new Answers(confirmed, unanswered, refused);
    }
}
