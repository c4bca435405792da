package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.frame.Frame;
import io.landline.frame.FrameReader;
import io.landline.frame.FrameWriter;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.session.CallBackResult;
import io.landline.session.EndReason;
import io.landline.session.callback.CallBackFrames;
import io.landline.session.members.MemberFrames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
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

    private static final CallBackFrames.Request CALL_ME = new CallBackFrames.Request(1, 5_263,
            HexFormat.of().formatHex(TOKEN));
    private static final CallBackFrames.Answer CALLED = new CallBackFrames.Answer(1, CallBackResult.CONNECTED);
    private static final RoomId ROOM = RoomId.of(TOKEN);
    private static final MemberFrames.Request WANTED = new MemberFrames.Request(ROOM, List.of("d76029cc"));

    @Test
    void theExampleOnTheProtocolPageIsWhatWeSend() throws Exception {
        var frames = new LinkedHashMap<String, Frame>();
        frames.put("PING", SessionFrames.PING);
        frames.put("BULK_WANTED", SessionFrames.bulkWanted());
        frames.put("BULK_TOKEN_REQUEST", SessionFrames.tokenRequest(1));
        frames.put("BULK_TOKEN", SessionFrames.token(1, TOKEN));
        frames.put("BULK", SessionFrames.bulk(TOKEN));
        frames.put("PONG", SessionFrames.PONG);
        frames.put("MEMBERS_WANTED", WANTED.toFrame());
        frames.put("MEMBERS", told().toFrame());
        frames.put("CALL_BACK_WANTED", CALL_ME.toFrame());
        frames.put("CALL_BACK", CALLED.toFrame());
        frames.put("CLOSING", SessionFrames.closing(EndReason.LEAVING));
        Map<String, byte[]> example = example();
        assertEquals(List.copyOf(frames.keySet()), List.copyOf(example.keySet()));
        for (var entry : frames.entrySet()) {
            var out = new ByteArrayOutputStream();
            new FrameWriter(out).write(entry.getValue());
            assertEquals(HexFormat.of().formatHex(example.get(entry.getKey())),
                    HexFormat.of().formatHex(out.toByteArray()), entry.getKey());
        }
    }

    @Test
    void theExampleOnTheProtocolPageIsWhatWeUnderstand() throws Exception {
        Map<String, byte[]> example = example();
        assertEquals(1, SessionFrames.request(read(example.get("BULK_TOKEN_REQUEST"))));
        assertEquals(HexFormat.of().formatHex(TOKEN),
                HexFormat.of().formatHex(SessionFrames.token(read(example.get("BULK_TOKEN")))));
        assertEquals(HexFormat.of().formatHex(TOKEN),
                HexFormat.of().formatHex(SessionFrames.token(read(example.get("BULK")))));
        assertEquals(WANTED, MemberFrames.Request.of(read(example.get("MEMBERS_WANTED"))));
        assertEquals(told(), MemberFrames.Answer.of(read(example.get("MEMBERS"))));
        assertEquals(CALL_ME, CallBackFrames.Request.of(read(example.get("CALL_BACK_WANTED"))));
        assertEquals(CALLED, CallBackFrames.Answer.of(read(example.get("CALL_BACK"))));
        assertEquals(EndReason.LEAVING, SessionFrames.closingReason(read(example.get("CLOSING"))));
    }

    private static MemberFrames.Answer told() throws Exception {
        var ben = Fingerprint.parse("7a90e488939d5852e7398a0352803fe364f91913f3cf33710e5794025ba7a133");
        var endpoint = new Endpoint(InetAddress.getByAddress(new byte[]{10, 77, 1, 2}), 5_263);
        return new MemberFrames.Answer(ROOM, List.of(new MemberFrames.Member(ben, endpoint)));
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
