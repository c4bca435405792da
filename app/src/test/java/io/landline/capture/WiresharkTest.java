package io.landline.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.capture.CaptureFile.Existing;
import io.landline.fixture.Pages;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Wireshark, as tshark, opens what we write and reads it by docs/wireshark/landline.lua. The packets are those of the
/// protocol page.
@StartsPrograms
class WiresharkTest {
    private static final int SHARED_PORT = 5263;
    /// As `--udp-port` moves it: the magic alone tells then.
    private static final int MOVED_PORT = 45_263;
    private static final String INFO = "_ws.col.Info";

    @TempDir
    private Path folder;

    @BeforeEach
    void tsharkIsInstalled() {
        boolean installed = isInstalled();
        if (!installed) System.out.println("skipped: tshark is not installed");
        assumeTrue(installed, "tshark is not installed");
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("tshark", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join()
                    .exitValue() == 0;
        } catch (IOException e) { // how Java says that there is no such program
            return false;
        }
    }

    @Test
    void eachKindHasItsNumberAndItsInfo() throws Exception {
        assertEquals(
                List.of("1|announce Max run 1767225600000, TCP port 5263, rooms class, lobby (open)",
                        "2|still d76029cc run 1767225600000 seq 1", "3|ask for d76029cc by 7a90e488 run 1767225660000",
                        "4|reply Max run 1767225600000, TCP port 5263, rooms class, lobby (open)",
                        "5|leave key bf9b7002 run 1767225600000 seq 2"),
                tshark(SHARED_PORT, ofThePage(), "landline.kind", INFO));
    }

    @Test
    void theFieldsOfAnAnnounceAreInTheTree() throws Exception {
        byte[] announce = ofThePage().getFirst();
        assertEquals(
                List.of("LNDL|1|" + HexFormat.of().formatHex(announce, 6, 70)
                        + "|bf9b7002a8926ae8f8e906b24296ee2b35edafbdbc5771034f6cb1c6406258fe"
                        + "|1767225600000|1|Max|5263|class,lobby|0,1|chat,files|6000"),
                tshark(SHARED_PORT, List.of(announce), "landline.magic", "landline.version", "landline.signature",
                        "landline.public_key", "landline.run", "landline.seq", "landline.name", "landline.tcp_port",
                        "landline.room", "landline.room.open", "landline.capability", "landline.next"));
    }

    @Test
    void theFieldsOfAnAskAreInTheTree() throws Exception {
        assertEquals(
                List.of("d76029cc674d253d2a5737c601eb5b62e672e64ba48bcae97603f4bf83a9de59"
                        + "|7a90e488939d5852e7398a0352803fe364f91913f3cf33710e5794025ba7a133|1767225660000"),
                tshark(SHARED_PORT, List.of(ofThePage().get(2)), "landline.wanted", "landline.fingerprint",
                        "landline.run"));
    }

    @Test
    void theBodyIsShownByWiresharksOwnJsonReaderToo() throws Exception {
        assertEquals(List.of("fingerprint,run,seq,next"), tshark(SHARED_PORT, List.of(ofThePage().get(1)), "json.key"));
    }

    @Test
    void whatIsMalformedSaysWhy() throws Exception {
        byte[] still = ofThePage().get(1);
        byte[] announce = ofThePage().getFirst();
        assertEquals(
                List.of("still malformed: not strict JSON: an object without an end|1", "announce malformed: cut off|1",
                        "still malformed: seq is missing|1", "ask malformed: fingerprint is not 32 bytes in hex|1",
                        "still malformed: a key stands twice|1", "still malformed: not UTF-8|1",
                        "still malformed: text after the end|1", "still malformed: longer than 1200 bytes|1"),
                tshark(SHARED_PORT,
                        List.of(Arrays.copyOf(still, still.length - 1), Arrays.copyOf(announce, 70),
                                packet(2, "{\"fingerprint\":\"" + "ad".repeat(32) + "\",\"run\":1}"),
                                packet(3, "{\"wanted\":\"" + "ad".repeat(32) + "\",\"fingerprint\":\"ad\",\"run\":1}"),
                                packet(2, "{\"run\":1,\"run\":2}"),
                                joined(packet(2, "{\"a\":\""), new byte[]{(byte) 0xc3, '"', '}'}), packet(2, "{} {}"),
                                packet(2, " ".repeat(1_195))),
                        INFO, "landline.malformed"));
    }

    @Test
    void anotherVersionAndAnUnknownKindAreNotMalformed() throws Exception {
        byte[] later = packet(2, "{}");
        later[4] = 2;
        assertEquals(List.of("version 2|", "kind 9|"),
                tshark(SHARED_PORT, List.of(later, packet(9, "{}")), INFO, "landline.malformed"));
    }

    @Test
    void aStrangersNameTurnsNoLineAround() throws Exception {
        String body = "{\"publicKey\":\"" + "ad".repeat(32)
                + "\",\"run\":9223372036854775807,\"seq\":0,\"name\":\"A\\u0000\\u202eb\\n\\ud83d\\ude00\","
                + "\"tcpPort\":0,\"next\":1}";
        byte[] announce = joined(joined("LNDL\u0001\u0001".getBytes(US_ASCII), new byte[64]), body.getBytes(UTF_8));
        assertEquals(List.of("announce A ?b \ud83d\ude00 run 9223372036854775807, TCP port 0"),
                tshark(SHARED_PORT, List.of(announce), INFO));
    }

    @Test
    void atAnotherPortTheMagicTells() throws Exception {
        assertEquals(List.of("announce", "still", "ask", "reply", "leave"),
                tshark(MOVED_PORT, ofThePage(), INFO).stream()
                        .map(line -> line.substring(0, line.indexOf(' ')))
                        .toList());
    }

    @Test
    void whatIsNotOursIsLeftToOthers() throws Exception {
        assertEquals(List.of("udp|", "udp|"),
                tshark(SHARED_PORT, List.of("hello".getBytes(US_ASCII), "LNDL".getBytes(US_ASCII)), "frame.protocols",
                        "landline.magic").stream().map(line -> line.replaceAll("^raw:ip:udp[^|]*", "udp")).toList());
    }

    @Test
    void theChecksumsAreRight() throws Exception {
        assertEquals(List.of("1|1", "1|1", "1|1", "1|1", "1|1"),
                tshark(SHARED_PORT, ofThePage(), "ip.checksum.status", "udp.checksum.status"));
    }

    @Test
    void sessionsAreReadAsTls() throws Exception {
        byte[] record = HexFormat.of().parseHex("17030300020000"); // application data, two bytes
        assertEquals(List.of("raw:ip:tcp:tls|2"),
                tshark(List.of(tcp(SHARED_PORT + 1, record)), "frame.protocols", "tls.record.length"));
    }

    /// Each line has the fields of one packet.
    private List<String> tshark(int port, List<byte[]> packets, String... fields) throws Exception {
        var from = new InetSocketAddress(InetAddress.ofLiteral("10.77.0.1"), port + 1);
        var to = new InetSocketAddress(InetAddress.ofLiteral("255.255.255.255"), port);
        return tshark(packets.stream()
                .map(packet -> Pcap.record(new CapturedDatagram(Instant.EPOCH, from, to, packet)))
                .toList(), fields);
    }

    private List<String> tshark(List<byte[]> records, String... fields) throws Exception {
        Path path = folder.resolve("watched.pcap");
        try (var file = CaptureFile.open(path, Existing.OVERWRITTEN)) {
            file.append(Pcap.head());
            for (byte[] record : records) file.append(record);
        }
        var arguments = new ArrayList<>(
                List.of("-X", "lua_script:" + Pages.path("wireshark/landline.lua"), "-o", "ip.check_checksum:TRUE",
                        "-o", "udp.check_checksum:TRUE", "-r", path.toString(), "-T", "fields", "-E", "separator=|"));
        for (String field : fields) arguments.addAll(List.of("-e", field));
        return run(arguments.toArray(String[]::new));
    }

    private List<String> run(String... arguments) throws Exception {
        Path out = folder.resolve("out");
        Path problems = folder.resolve("problems");
        var builder = new ProcessBuilder(Stream.concat(Stream.of("tshark"), Stream.of(arguments)).toList());
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("XDG_CONFIG_HOME", folder.toString()); // not the settings of whoever runs this
        int exitCode = builder.redirectOutput(out.toFile()).redirectError(problems.toFile()).start().waitFor();
        assertEquals(0, exitCode, Files.readString(problems));
        return Files.readAllLines(out);
    }

    private static List<byte[]> ofThePage() throws IOException {
        Matcher blocks = Pattern.compile("```hex \\w+\n([0-9a-f\n]+)```").matcher(Pages.read("protocol/presence.md"));
        return blocks.results().map(block -> HexFormat.of().parseHex(block.group(1).replace("\n", ""))).toList();
    }

    /// A record of one TCP segment (RFC 9293) between two hosts, with these bytes of a stream.
    private static byte[] tcp(int port, byte[] bytes) {
        int length = 20 + 20 + bytes.length;
        return ByteBuffer.allocate(16 + length)
                .putInt(0)
                .putInt(0)
                .putInt(length)
                .putInt(length)
                .putInt(0x4500_0000 | length)
                .putInt(0x4000)
                .putInt(0x4006_0000)
                .putInt(0x0a4d_0001)
                .putInt(0x0a4d_0002)
                .putShort((short) 40_000)
                .putShort((short) port)
                .putInt(1)
                .putInt(1)
                .putInt(0x5018_ffff)
                .putInt(0)
                .put(bytes)
                .array();
    }

    private static byte[] packet(int kind, String body) {
        return ("LNDL\u0001" + (char) kind + body).getBytes(US_ASCII);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
