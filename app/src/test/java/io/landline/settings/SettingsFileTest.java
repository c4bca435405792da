package io.landline.settings;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.filetransfer.AcceptRule;
import io.landline.fixture.ChildJvm;
import io.landline.fixture.OtherUser;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.PeerName;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class SettingsFileTest {
    private static final String GOOD = "{\"name\":\"Max\",\"accept\":\"known\",\"udpPort\":6000,\"tcpPort\":0,"
            + "\"downloads\":\"/home/max/Downloads\",\"interfaces\":[\"eth0\"],\"peers\":[\"10.77.0.1:5263\"]}";

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void names() {
        file = folder.resolve("settings.json");
    }

    private Path goodCopy() {
        return folder.resolve("settings.json.good");
    }

    private SettingsFile load() {
        return SettingsFile.load(file);
    }

    private JsonObject onDisk() throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private List<String> namesInFolder() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void whatIsSavedReadsBackAndAllOfItIsSaved() throws IOException {
        var chosen = new Settings(new PeerName("Zoë 🎈"), Path.of("/tmp/my files"), AcceptRule.ALL, false,
                new NetworkSettings(1_024, 65_535, List.of("lo", "eth0"),
                        List.of("10.0.0.1", "[fe80::1%eth0]:5263"), List.of("wlan0 192.168.1.0/24")));
        SettingsFile settings = load();
        assertTrue(settings.isNew());
        assertEquals(Settings.DEFAULTS, settings.settings());
        settings.save(chosen);
        assertEquals(chosen, settings.settings());
        SettingsFile again = load();
        assertFalse(again.isNew());
        assertEquals(chosen, again.settings());
        assertEquals(List.of(), again.warnings());
        again.save(Settings.DEFAULTS);
        assertEquals(Settings.DEFAULTS, load().settings());
    }

    @Test
    void theFilesAreForTheUserAlone() throws IOException {
        load().save(Settings.DEFAULTS.withName(new PeerName("Max")));
        for (Path each : List.of(file, goodCopy())) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
        }
        assertEquals(List.of("settings.json", "settings.json.good"), namesInFolder());
    }

    @Test
    void h81_whateverIsInTheFileTheLastGoodCopyHoldsAndTheDamagedFileIsKept() throws IOException {
        byte[] whole = GOOD.getBytes(UTF_8);
        var damaged = Map.of("empty", new byte[0], "blank", "  \r\n".getBytes(UTF_8), "half written",
                Arrays.copyOf(whole, whole.length / 2), "zeros", new byte[512], "a list", "[]".getBytes(UTF_8),
                "UTF-16", GOOD.getBytes(UTF_16), "not UTF-8", new byte[]{'{', (byte) 0xC3, '}'}, "twice",
                "{\"name\":\"a\",\"name\":\"b\"}".getBytes(UTF_8), "two objects", (GOOD + GOOD).getBytes(UTF_8));
        for (var each : damaged.entrySet()) {
            deleteAll();
            Files.write(file, whole);
            load().keepGoodCopy();
            Files.write(file, each.getValue());
            SettingsFile settings = load();
            assertFalse(settings.isNew(), each.getKey());
            assertEquals(new PeerName("Max"), settings.settings().name(), each.getKey());
            assertEquals(AcceptRule.KNOWN, settings.settings().accept(), each.getKey());
            assertEquals(1, settings.warnings().size(), each.getKey());
            assertTrue(settings.warnings().getFirst().sentence().contains("the last good ones hold"), each.getKey());
            assertArrayEquals(each.getValue(), Files.readAllBytes(file), "reading changes nothing");
            settings.save(settings.settings().withAccept(AcceptRule.NONE));
            assertArrayEquals(each.getValue(), Files.readAllBytes(folder.resolve("settings.json.damaged-1")),
                    each.getKey());
            assertEquals(AcceptRule.NONE, load().settings().accept(), each.getKey());
            assertEquals(6_000, load().settings().network().udpPort(), each.getKey());
        }
    }

    private void deleteAll() throws IOException {
        for (String name : namesInFolder()) Files.delete(folder.resolve(name));
    }

    @Test
    void h81_aFileCutAtAnyByteIsEitherDamagedOrWhole() throws IOException {
        byte[] whole = GOOD.getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            SettingsFile settings = load();
            assertEquals(Settings.DEFAULTS, settings.settings());
            assertEquals(1, settings.warnings().size());
        }
        Files.write(file, whole);
        assertEquals(List.of(), load().warnings());
    }

    @Test
    void h81_aWrongValueCostsThatKeyAlone() throws IOException {
        var wrong = Map.ofEntries(Map.entry("name", "\" \""), Map.entry("accept", "\"friends\""),
                Map.entry("udpPort", "80"), Map.entry("tcpPort", "\"5263\""), Map.entry("downloads", "\"Downloads\""),
                Map.entry("interfaces", "\"eth0\""), Map.entry("peers", "[1]"));
        for (var each : wrong.entrySet()) {
            JsonObject content = JsonParser.parseString(GOOD).getAsJsonObject();
            content.add(each.getKey(), JsonParser.parseString(each.getValue()));
            Files.writeString(file, content.toString());
            SettingsFile settings = load();
            assertEquals(1, settings.warnings().size(), each.getKey());
            assertTrue(settings.warnings().getFirst().sentence().contains("“" + each.getKey() + "”"),
                    settings.warnings().getFirst().sentence());
            JsonObject without = JsonParser.parseString(GOOD).getAsJsonObject();
            without.remove(each.getKey());
            assertEquals(read(without), settings.settings(), each.getKey());
        }
    }

    @Test
    void h81_aWrongValueIsReplacedByTheLastGoodOneAndStaysInTheFile() throws IOException {
        Files.writeString(file, GOOD);
        load().keepGoodCopy();
        Files.writeString(file, GOOD.replace("known", "friends-of-friends"));
        SettingsFile settings = load();
        assertEquals(AcceptRule.KNOWN, settings.settings().accept());
        settings.keepGoodCopy();
        settings.save(settings.settings().withName(new PeerName("Maxine")));
        assertEquals("friends-of-friends", onDisk().get("accept").getAsString(), "a later version's choice");
        assertEquals(AcceptRule.KNOWN, load().settings().accept(),
                "the good copy was not overwritten with a value that is not usable");
        load().save(load().settings().withAccept(AcceptRule.NONE));
        assertEquals("none", onDisk().get("accept").getAsString());
    }

    @Test
    void h81_unknownKeysAreKeptWithTheirValues() throws IOException {
        Files.writeString(file,
                "{\"theme\":{\"dark\":true,\"size\":1.50,\"of\":[null,1e3]},\"name\":\"Max\",\"later\":null}");
        SettingsFile settings = load();
        assertEquals(List.of(), settings.warnings());
        settings.save(settings.settings().withName(new PeerName("Moritz")));
        JsonObject saved = onDisk();
        assertEquals("{\"dark\":true,\"size\":1.50,\"of\":[null,1e3]}", saved.get("theme").toString());
        assertTrue(saved.has("later"));
        assertEquals("Moritz", saved.get("name").getAsString());
    }

    @Test
    void h81_aByteOrderMarkAndWindowsLineEndsAreRead() throws IOException {
        Files.writeString(file, "\uFEFF{\r\n  \"name\": \"Max\"\r\n}\r\n");
        assertEquals(new PeerName("Max"), load().settings().name());
        assertEquals(List.of(), load().warnings());
    }

    @Test
    void h81_aFileOfAHundredMegabytesIsNotReadAndTheLimitIs() throws IOException {
        Files.writeString(file, GOOD + " ".repeat(SettingsContent.BYTES_MAX - GOOD.length()));
        assertEquals(new PeerName("Max"), load().settings().name());
        Files.writeString(file, Files.readString(file) + " ");
        assertNull(load().settings().name());
        try (var huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength(100_000_000);
        }
        SettingsFile settings = load();
        assertTrue(settings.warnings().getFirst().sentence().contains("1024 KiB"),
                settings.warnings().getFirst().sentence());
        settings.save(Settings.DEFAULTS.withName(new PeerName("Max")));
        assertEquals(100_000_000, Files.size(folder.resolve("settings.json.damaged-1")));
    }

    @Test
    void h81_aLinkStaysALinkAndItsTargetIsReplacedWhole() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("dotfiles")).resolve("landline.json");
        Files.writeString(elsewhere, GOOD);
        Files.createSymbolicLink(file, Path.of("dotfiles", "landline.json"));
        SettingsFile settings = load();
        settings.save(settings.settings().withName(new PeerName("Moritz")));
        assertTrue(Files.isSymbolicLink(file));
        assertTrue(Files.readString(elsewhere).contains("Moritz"));
    }

    @Test
    void h81_aLinkThatLeadsNowhereOrInACircleIsSurvived() throws IOException {
        Files.createSymbolicLink(file, Path.of("no", "such", "file"));
        assertEquals(Settings.DEFAULTS, load().settings());
        load().save(Settings.DEFAULTS.withAccept(AcceptRule.ALL));
        assertEquals(AcceptRule.ALL, load().settings().accept());
        Files.delete(file);
        Files.delete(goodCopy());
        Files.createSymbolicLink(file, file);
        assertEquals(Settings.DEFAULTS, load().settings());
        load().save(Settings.DEFAULTS.withAccept(AcceptRule.NONE));
        assertEquals(AcceptRule.NONE, load().settings().accept());
    }

    @Test
    void h81_neitherAFolderNorADeviceIsReadOrReplaced() throws IOException {
        Files.createDirectory(file);
        SettingsFile settings = load();
        assertEquals(Settings.DEFAULTS, settings.settings());
        assertThrows(IOException.class, () -> settings.save(Settings.DEFAULTS.withAccept(AcceptRule.ALL)));
        Files.delete(file);
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "skipped: this system has no /dev/zero");
        Files.createSymbolicLink(file, zero);
        assertEquals(Settings.DEFAULTS, load().settings());
        assertThrows(IOException.class, () -> load().save(Settings.DEFAULTS.withAccept(AcceptRule.ALL)));
        assertTrue(Files.exists(zero, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void h81_aMissingFileBesideItsGoodCopyIsALostOne() throws IOException {
        Files.writeString(file, GOOD);
        load().keepGoodCopy();
        Files.delete(file);
        SettingsFile settings = load();
        assertFalse(settings.isNew());
        assertEquals(new PeerName("Max"), settings.settings().name());
        assertEquals(1, settings.warnings().size());
    }

    @Test
    void h81_damagedFilesAreKeptButNotWithoutEnd() throws IOException {
        for (int i = 0; i < 15; i++) {
            Files.writeString(file, "damaged " + i);
            load().save(Settings.DEFAULTS.withAccept(AcceptRule.ALL));
        }
        assertEquals(9, namesInFolder().stream().filter(name -> name.contains("damaged")).count());
        assertEquals("damaged 0", Files.readString(folder.resolve("settings.json.damaged-1")));
        assertEquals("damaged 14", Files.readString(folder.resolve("settings.json.damaged-9")));
    }

    @Test
    void h81_aFileThatMayNotBeWrittenStaysWholeAndTheUserIsTold() throws Exception {
        Files.writeString(file, GOOD);
        try (var user = new OtherUser();
                ChildJvm child = user.start(ReadOnlySettings.class, user.folder(folder).toString())) {
            assertEquals("Max", child.readLine());
            String refusal = String.valueOf(child.readLine());
            assertTrue(refusal.startsWith("The settings could not be saved in " + file), refusal);
            assertEquals("good copy: not written", child.readLine());
            assertEquals("unreadable: it may not be read by this user", child.readLine());
        }
        assertEquals(GOOD, Files.readString(file));
    }

    @Test
    void everyListHasItsLimitAndBothEdgesHold() throws IOException {
        NetworkSettings usual = NetworkSettings.DEFAULTS;
        NetworkSettings network = usual.withUdpPort(NetworkSettings.UDP_PORT_MAX)
                .withTcpPort(0)
                .withInterfaces(Collections.nCopies(NetworkSettings.INTERFACES_MAX,
                        "e".repeat(NetworkSettings.ADDRESS_BYTES_MAX)))
                .withPeers(
                        Collections.nCopies(NetworkSettings.PEERS_MAX, "p".repeat(NetworkSettings.ADDRESS_BYTES_MAX)))
                .withListeningOnly(Collections.nCopies(NetworkSettings.NETWORKS_MAX,
                        "n".repeat(NetworkSettings.ADDRESS_BYTES_MAX)));
        Settings atLimit = Settings.DEFAULTS.withNetwork(_ -> network);
        load().save(atLimit);
        assertEquals(atLimit, load().settings());
        assertTrue(Files.size(file) < SettingsContent.BYTES_MAX / 4);
        assertThrows(IllegalArgumentException.class,
                () -> usual.withPeers(Collections.nCopies(NetworkSettings.PEERS_MAX + 1, "p")));
        assertThrows(IllegalArgumentException.class,
                () -> usual.withInterfaces(Collections.nCopies(NetworkSettings.INTERFACES_MAX + 1, "p")));
        assertThrows(IllegalArgumentException.class,
                () -> usual.withListeningOnly(Collections.nCopies(NetworkSettings.NETWORKS_MAX + 1, "n")));
        for (int port : new int[]{0, 1_023, 65_520}) {
            assertThrows(IllegalArgumentException.class, () -> usual.withUdpPort(port));
        }
    }

    private static Settings read(JsonObject content) {
        try {
            return SettingsJson.read(List.of(StrictJson.object(content.toString()))).settings();
        } catch (MalformedJsonException e) {
            throw new AssertionError(e);
        }
    }
}
