package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.filetransfer.FailureReason;
import io.landline.fixture.Pages;
import io.landline.handshake.RefusalReason;
import io.landline.node.port.CommandException;
import io.landline.node.port.FailureCode;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.WarningCode;
import io.landline.peer.Fingerprint;
import io.landline.session.EndReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds docs/command-line.md true: what programs read and write under `--json`.
class JsonLinesPageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FIELD = Pattern.compile("`(\\w+)` (\\w+)( or null)?(, may be absent)?");
    private static final Pattern CASE = Pattern.compile("case ((?:\"[a-z-]+\"(?:,\\s*)?)+) ->");
    private static final Pattern EVENT = Pattern.compile("\\bevent\\(\"([a-z-]+)\"");

    /// What the page says of a field.
    private record Field(String type, boolean mayBeNull, boolean mayBeAbsent) {}

    /// First cell and the rest of each row of the first table under a heading.
    private static Map<String, String> table(String page, String heading) throws IOException {
        List<String> lines = Pages.read(page).lines().toList();
        int at = lines.indexOf(heading);
        assertTrue(at >= 0, heading);
        while (!lines.get(at).startsWith("|---")) at++;
        var rows = new TreeMap<String, String>();
        for (String line : lines.subList(at + 1, lines.size())) {
            if (!line.startsWith("|")) break;
            String[] cells = line.substring(1).split("\\|", 2);
            for (String name : words(cells[0].split("\\{", 2)[0])) rows.put(name, cells[1]);
        }
        return rows;
    }

    private static Set<String> words(String text) {
        return CODE.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String source(String name) throws IOException {
        return Files.readString(sources().resolve(name));
    }

    private static Path sources() throws IOException {
        return Pages.path("command-line.md").getParent().resolveSibling("app/src/main/java/io/landline");
    }

    private static List<NodeEvent> samples() {
        Fingerprint ada = Fingerprint.parse("ad".repeat(32));
        var samples = new ArrayList<NodeEvent>(List.of(new NodeEvent.Read("#class", ada, ada, "00000000000000ff", 3),
                new NodeEvent.Refused(ada, "Ada", null, RefusalReason.NO_COMMON_ROOM),
                new NodeEvent.Failure(FailureCode.STORAGE, "…"), new NodeEvent.Bye()));
        EventLinesTest.events().forEach(each -> samples.add((NodeEvent) each.get()[0]));
        return samples;
    }

    /// All records below a sealed interface.
    private static Stream<Class<?>> kinds(Class<?> of) {
        return of.isSealed()
                ? Arrays.stream(of.getPermittedSubclasses()).flatMap(JsonLinesPageTest::kinds)
                : Stream.of(of);
    }

    @Test
    void everyEventAndItsFieldsAreOnThePage() throws IOException {
        Map<String, String> page = table("command-line.md", "### Events");
        Set<Class<?>> kinds = samples().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(), kinds(NodeEvent.class)
                .filter(kind -> !kinds.contains(kind))
                .collect(Collectors.toSet()), "no sample of these");
        var seen = new TreeSet<String>();
        for (NodeEvent sample : samples()) {
            JsonObject json = EventLines.json(sample, Instant.EPOCH);
            String kind = json.get("event").getAsString();
            seen.add(kind);
            assertTrue(page.containsKey(kind), kind);
            checkFields(kind, json, fields(page.get(kind)));
        }
        assertEquals(seen, page.keySet());
    }

    private static Map<String, Field> fields(String cell) {
        var fields = new TreeMap<String, Field>();
        FIELD.matcher(cell)
                .results()
                .forEach(match -> fields.put(match.group(1),
                        new Field(match.group(2), match.group(3) != null, match.group(4) != null)));
        return fields;
    }

    private static void checkFields(String kind, JsonObject json, Map<String, Field> page) {
        var own = new TreeSet<>(json.keySet());
        own.removeAll(Set.of("event", "at"));
        for (String name : own) {
            Field field = page.get(name);
            assertTrue(field != null, kind + " has " + name);
            String type = type(json.get(name));
            assertTrue(type.equals("null") ? field.mayBeNull() : type.equals(field.type()),
                    kind + "." + name + " is " + type);
        }
        page.forEach((name, field) -> assertTrue(own.contains(name) || field.mayBeAbsent(), kind + " lacks " + name));
    }

    private static String type(JsonElement value) {
        if (value.isJsonNull()) return "null";
        if (value.isJsonArray()) return "list";
        return value.getAsJsonPrimitive().isNumber()
                ? "number"
                : value.getAsJsonPrimitive().isBoolean() ? "boolean" : "text";
    }

    @Test
    void everyEventOfOneCommandIsOnThePage() throws IOException {
        var kinds = new TreeSet<String>();
        for (String folder : List.of("console", "cli")) {
            try (Stream<Path> files = Files.walk(sources().resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    EVENT.matcher(Files.readString(file)).results().forEach(match -> kinds.add(match.group(1)));
                }
            }
        }
        kinds.removeAll(table("command-line.md", "### Events").keySet());
        assertEquals(kinds, table("command-line.md", "### Events of one command").keySet());
    }

    @Test
    void everyCommandIsOnOnePage() throws IOException {
        var commands = new TreeSet<String>();
        CASE.matcher(source("console/CommandLines.java"))
                .results()
                .forEach(match -> commands.addAll(List.of(match.group(1).replace("\"", "").split(",\\s*"))));
        Set<String> contract = table("command-line.md", "### Commands of `node --json`").keySet();
        Set<String> others = table("protocol/control.md", "## Commands beyond those of `node --json`").keySet();
        var told = new TreeSet<>(contract);
        told.addAll(others);
        assertEquals(commands, told);
        assertEquals(contract.size() + others.size(), told.size(), "a command stands on both pages");
    }

    @Test
    void everyReasonAndCodeOfAnEventIsOnThePage() throws IOException {
        String page = Pages.read("command-line.md");
        String rows = page.substring(page.indexOf("### Reasons and codes of events"),
                page.indexOf("### Events of one command"));
        Map<String, Stream<String>> words = Map.of(
                "`reason` of `session-closed`", Arrays.stream(EndReason.values()).map(EndReason::word),
                "`reason` of `refused`", Arrays.stream(RefusalReason.values()).map(RefusalReason::word),
                "`reason` of `transfer-failed`", Arrays.stream(FailureReason.values()).map(FailureReason::text),
                "`code` of `warning`", Stream.concat(Arrays.stream(WarningCode.values()).map(WarningCode::word),
                        Stream.of("connect-failed", "direct-from-open-room", "limit-reached")),
                "`code` of `error`", Arrays.stream(FailureCode.values()).map(FailureCode::word));
        words.forEach((of, all) -> {
            String row = rows.lines().filter(each -> each.startsWith("| " + of + " |")).findFirst().orElseThrow();
            Set<String> told = words(row.substring(of.length() + 3));
            assertEquals(all.collect(Collectors.toCollection(TreeSet::new)), told, of);
            told.forEach(each -> assertTrue(each.matches("[a-z]+(-[a-z]+)*"), each));
        });
    }

    @Test
    void everyCodeOfFailedIsOnThePage() throws IOException {
        Set<String> codes = Arrays.stream(CommandException.Code.values())
                .map(CommandException.Code::text)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(codes, table("command-line.md", "### Codes of `failed`").keySet());
    }
}
