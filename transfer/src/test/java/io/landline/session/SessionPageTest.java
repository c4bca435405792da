package io.landline.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.frame.Frame;
import io.landline.frame.FrameReader;
import io.landline.frame.FrameWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The example of docs/protocol/session.md, read from that very file.
class SessionPageTest {
    private static final Path PAGE = Path.of("..", "docs", "protocol", "session.md");
    private static final byte[] TOKEN = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

    @Test
    void theExampleOnTheProtocolPageIsWhatWeSend() throws Exception {
        var frames = new LinkedHashMap<String, Frame>();
        frames.put("PING", SessionFrames.PING);
        frames.put("BULK_WANTED", SessionFrames.bulkWanted());
        frames.put("BULK_TOKEN_REQUEST", SessionFrames.tokenRequest(1));
        frames.put("BULK_TOKEN", SessionFrames.token(1, TOKEN));
        frames.put("BULK", SessionFrames.bulk(TOKEN));
        frames.put("PONG", SessionFrames.PONG);
        frames.put("CLOSING", SessionFrames.closing(Ending.LEAVING));
        Map<String, byte[]> example = example();
        assertEquals(List.copyOf(frames.keySet()), List.copyOf(example.keySet()));
        for (var entry : frames.entrySet()) {
            var out = new ByteArrayOutputStream();
            new FrameWriter(out).write(entry.getValue());
            assertEquals(HexFormat.of().formatHex(example.get(entry.getKey())), HexFormat.of().formatHex(out.toByteArray()),
                    entry.getKey());
        }
    }

    @Test
    void theExampleOnTheProtocolPageIsWhatWeUnderstand() throws Exception {
        Map<String, byte[]> example = example();
        assertEquals(1, SessionFrames.request(read(example.get("BULK_TOKEN_REQUEST"))));
        assertEquals(HexFormat.of().formatHex(TOKEN), HexFormat.of().formatHex(SessionFrames.token(read(example.get("BULK_TOKEN")))));
        assertEquals(HexFormat.of().formatHex(TOKEN), HexFormat.of().formatHex(SessionFrames.token(read(example.get("BULK")))));
        assertEquals(Ending.LEAVING, SessionFrames.closingReason(read(example.get("CLOSING"))));
    }

    private static Frame read(byte[] bytes) throws Exception {
        Frame frame = new FrameReader(new ByteArrayInputStream(bytes), () -> Frame.CONTROL_BODY_BYTES_MAX).next();
        assertNotNull(frame);
        return frame;
    }

    private static Map<String, byte[]> example() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("```hex\n") + "```hex\n".length();
        var example = new LinkedHashMap<String, byte[]>();
        page.substring(from, page.indexOf("```", from)).lines().forEach(line -> {
            String[] parts = line.split(" +", 2);
            example.put(parts[0], HexFormat.of().parseHex(parts[1].replace(" ", "")));
        });
        return example;
    }
}
