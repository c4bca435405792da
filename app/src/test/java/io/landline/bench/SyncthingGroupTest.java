package io.landline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.testing.StartsPrograms;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

@StartsPrograms
class SyncthingGroupTest {
    private static final List<SyncthingConfig.Member> MEMBERS = List.of(new SyncthingConfig.Member("ADA", 21_001),
            new SyncthingConfig.Member("BEN", 21_002));

    @TempDir
    Path folder;

    @Test
    void itSpeaksToNobodyButThoseItIsToldOf() throws Exception {
        String config = SyncthingConfig.of(MEMBERS, 1, Path.of("/tmp/a&b<c\"d"), 21_003, "secret");
        var addresses = new ArrayList<String>();
        var found = Pattern.compile(">([^<>]*127[^<>]*)<").matcher(config);
        while (found.find()) addresses.add(found.group(1));
        assertEquals(List.of("tcp://127.0.0.1:21001", "tcp://127.0.0.1:21002", "127.0.0.1:21003",
                "tcp://127.0.0.1:21002"), addresses);
        for (String off : List.of("globalAnnounceEnabled", "localAnnounceEnabled", "announceLANAddresses",
                "relaysEnabled", "natEnabled", "crashReportingEnabled", "startBrowser")) {
            assertTrue(config.contains("<" + off + ">false</" + off + ">"), off);
        }
        assertTrue(config.contains("<urAccepted>-1</urAccepted>"), config);
        assertTrue(config.contains("<autoUpgradeIntervalH>0</autoUpgradeIntervalH>"), config);
        assertTrue(config.contains("<stunKeepaliveStartS>0</stunKeepaliveStartS>"), config);
        var parsed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(config)));
        assertEquals("/tmp/a&b<c\"d",
                parsed.getElementsByTagName("folder").item(0).getAttributes().getNamedItem("path").getNodeValue());
    }

    @Test
    void portsAreAllDifferent() throws Exception {
        List<Integer> ports = SyncthingConfig.freePorts(20);
        assertEquals(20, ports.stream().distinct().count());
    }

    /// On 127.0.0.1 alone, as its configuration says.
    @Test
    void allOfThemGetEachFileAndNothingRunsOn() throws Exception {
        Path program = Programs.find(SyncthingDevice.PROGRAM);
        assumeTrue(program != null, "syncthing is not installed");
        Path homes = Files.createDirectory(folder.resolve("homes"));
        try (var group = new SyncthingGroup(program, homes, 2)) {
            group.start();
            for (int n = 0; n < 2; n++) {
                Path file = RandomFiles.large(folder.resolve("file" + n), 300_000);
                assertTrue(group.share(file) > 0);
            }
        }
        assertEquals(List.of(), ProcessHandle.allProcesses()
                .filter(each -> each.info().commandLine().orElse("").contains(homes.toString()))
                .toList());
    }
}
