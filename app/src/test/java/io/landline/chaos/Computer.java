package io.landline.chaos;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.fixture.LanNodes;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One computer with its node, and what is done to both. One thread.
final class Computer implements AutoCloseable {
    static final String CONVERSATION = "#" + LanNodes.ROOM;
    private static final Duration START = Duration.ofSeconds(90);
    /// A node that is frozen or cut off answers late or never, and the others go on.
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration PAGE = Duration.ofSeconds(30);
    private static final int PAGE_SIZE = 1_000;

    private final NamespaceLan lan;
    private final Path launcher;
    private final Path folder;
    private final int number;
    private @Nullable NodeProcess node;
    private boolean frozen;
    private String fingerprint = "";
    private String earlier = "";

    /// @param launcher what people start
    Computer(NamespaceLan lan, Path launcher, Path folder, int number) {
        this.lan = lan;
        this.launcher = launcher;
        this.folder = folder;
        this.number = number;
    }

    String name() {
        return "P" + number;
    }

    /// Of its node, once that has started.
    String fingerprint() {
        return fingerprint;
    }

    boolean runs() {
        return node != null;
    }

    /// Whether its node can answer.
    boolean answers() {
        return node != null && !frozen;
    }

    Path downloads() {
        return folder.resolve(name() + "-downloads");
    }

    /// What its nodes said so far to a person who watched the terminal.
    String said() throws IOException {
        return earlier + ofThisRun();
    }

    /// Each start begins the file anew.
    private String ofThisRun() throws IOException {
        Path stderr = folder.resolve(name() + ".stderr");
        return Files.exists(stderr) ? Files.readString(stderr) : "";
    }

    void start() throws IOException, InterruptedException {
        earlier += ofThisRun();
        List<String> program = List.of("ip", "netns", "exec", lan.namespace(number), launcher.toString());
        NodeProcess started = NodeProcess.startOf(program, new NodeProcess.Start(name(), folder.resolve(name()),
                downloads(), LanNodes.PORT, LanNodes.ROOM, LanNodes.KEY, List.of("--accept", "all")));
        JsonObject ready = started.await("ready", _ -> true, START);
        if (ready == null) {
            started.close();
            throw new IOException(name() + " did not start");
        }
        fingerprint = ready.get("fingerprint").getAsString();
        node = started;
    }

    void kill() {
        running().close();
        node = null;
        frozen = false;
    }

    /// Asks it to end, as a person does.
    ///
    /// @return its exit code
    int quit() throws InterruptedException {
        int code = running().quit();
        node = null;
        return code;
    }

    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
        frozen = true;
    }

    void thaw() throws IOException, InterruptedException {
        if (frozen) signal("-CONT");
        frozen = false;
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, String.valueOf(running().pid())).inheritIO().start().waitFor();
    }

    /// What its node holds now.
    Footprint footprint() throws IOException, InterruptedException {
        return Footprint.of(running().pid());
    }

    void unplug() {
        lan.linkDown(number);
    }

    void plugIn() {
        lan.linkUp(number);
    }

    /// @param host of its subnet
    void readdress(int host) {
        String before = lan.address(number);
        lan.readdress(number, before.substring(0, before.lastIndexOf('.') + 1) + host);
    }

    private NodeProcess running() {
        NodeProcess now = node;
        if (now == null) throw new IllegalStateException(name() + " does not run");
        return now;
    }

    /// The answer to a command; null where none came.
    @Nullable
    JsonObject ask(JsonObject command) throws InterruptedException {
        return ask(command, ANSWER);
    }

    private @Nullable JsonObject ask(JsonObject command, Duration patience) throws InterruptedException {
        try {
            return running().command(command, patience);
        } catch (IOException e) {
            return null;
        }
    }

    /// Whether it is connected with all of these.
    boolean sees(List<Computer> others) throws InterruptedException {
        JsonObject answer = ask(command("peers"), PAGE);
        if (answer == null || !answer.has("peers")) return false;
        String said = answer.get("peers").toString();
        return others.stream().allMatch(each -> each == this || said.contains(each.fingerprint()));
    }

    /// All messages of a conversation, oldest first.
    ///
    /// @param to as people name a conversation
    List<JsonObject> history(String to) throws IOException, InterruptedException {
        var all = new ArrayList<JsonObject>();
        JsonElement next = null;
        do {
            JsonObject command = command("history");
            command.addProperty("to", to);
            command.addProperty("from", "oldest");
            command.addProperty("limit", PAGE_SIZE);
            if (next != null) command.add("next", next);
            JsonObject answer = ask(command, PAGE);
            if (answer == null || !answer.has("messages")) throw new IOException(name() + " has no history: " + answer);
            for (JsonElement each : answer.getAsJsonArray("messages")) all.add(each.getAsJsonObject());
            next = answer.get("next");
        } while (next != null);
        return all;
    }

    JsonArray pinned() throws IOException, InterruptedException {
        JsonObject command = command("pinned");
        command.addProperty("to", CONVERSATION);
        JsonObject answer = ask(command, PAGE);
        if (answer == null || !answer.has("pinned")) throw new IOException(name() + " has no pins: " + answer);
        return answer.getAsJsonArray("pinned");
    }

    static JsonObject command(String what) {
        var command = new JsonObject();
        command.addProperty("do", what);
        return command;
    }

    @Override
    public void close() {
        if (node != null) kill();
    }
}
