package io.landline.lab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.Payload;
import io.landline.lab.PlainTcp;
import io.landline.lab.PlainUdp;
import io.landline.lab.Recorder;
import io.landline.lab.echo.TcpEchoServer;
import io.landline.lab.echo.Transform;
import io.landline.lab.echo.UdpEchoServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
    private static final String UTF16 = "UTF-16, not UTF-8:";
    private static final String LENGTHS = "with its length before it,";

    private static String note(byte[] bytes) {
        return TextEncoding.note(Payload.of(bytes)).english();
    }

    private static byte[] written(String... texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var data = new DataOutputStream(bytes);
        for (String each : texts) data.writeUTF(each);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "hello\r\n", "START|Ada|3", "e\n"})
    void utf16WithoutItsMarkIsCalledSoInEitherOrder(String text) {
        assertTrue(note(text.getBytes(StandardCharsets.UTF_16BE)).startsWith(UTF16));
        assertTrue(note(text.getBytes(StandardCharsets.UTF_16LE)).startsWith(UTF16));
    }

    /// A line of text ends with the byte 10, behind which half of a character is left.
    @Test
    void aLineOfUtf16ThatWasCutBehindItsLineFeedIsCalledSo() {
        byte[] all = "hello\n".getBytes(StandardCharsets.UTF_16LE);
        assertTrue(note(Payload.of(all, 0, all.length - 1).bytes()).startsWith(UTF16));
    }

    @Test
    void aLetterOfJavasWriteCharIsUtf16() {
        assertTrue(note(new byte[]{0, 'e'}).startsWith(UTF16));
    }

    @Test
    void whatIsNoUtf8AndHasNoMarkIsUtf16AllTheSame() {
        var payload = Payload.of("né".getBytes(StandardCharsets.UTF_16BE));
        assertEquals(LabMessage.NOTHING, TextEncoding.note(payload), "why it got no answer says it");
        assertTrue(TextEncoding.noText(payload).english().startsWith(UTF16));
    }

    @Test
    void textsBehindTheirLengthsAreCalledSo() throws IOException {
        assertTrue(note(written("hello")).startsWith(LENGTHS));
        assertTrue(note(written("hello\n", "y")).startsWith(LENGTHS));
        assertTrue(note(written("a".repeat(300))).startsWith(LENGTHS));
    }

    @Test
    void whatIsPlainOrNoTextHasNoNote() throws IOException {
        for (String each : new String[]{"", "a", "hello\r\n", "é€", "a\0", "hello\0", "e\0\0\0", "\0", "\0\0",
                "\0\0\0\5",
                "\0\5hell"}) {
            assertEquals("", note(each.getBytes(StandardCharsets.UTF_8)), Payload.of(each).quoted());
        }
        assertEquals("", note(written("")));
        assertEquals("", note(new byte[]{(byte) 0xff}));
    }

    /// Such a message is answered, and the line of it says what is wrong with it.
    @Test
    void aServerNotesItBesideTheAnswer() throws Exception {
        byte[] wide = "hello".getBytes(StandardCharsets.UTF_16BE);
        var events = new Recorder();
        try (var server = TcpServer.start(ServerOptions.onLoopback(), ServerMode.CONCURRENT,
                new TcpEchoServer(Transform.UPPER, false), events); var client = new PlainTcp(server.local())) {
            client.send(wide);
            assertTrue(events.await(LabEvent.In.class).note().english().startsWith(UTF16));
        }
        var packets = new Recorder();
        try (var server = UdpServer.start(ServerOptions.onLoopback(),
                new UdpEchoServer(Transform.UPPER, UdpEchoServer.BUFFER_BYTES),
                packets); var client = new PlainUdp(server.local())) {
            client.send(wide);
            assertTrue(packets.await(LabEvent.In.class).note().english().startsWith(UTF16));
        }
    }
}
