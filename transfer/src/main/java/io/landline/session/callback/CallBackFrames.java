package io.landline.session.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.session.CallBackResult;
import io.landline.session.dial.DialPlan;
import java.util.HexFormat;

/// The frames by which a node has itself called back (docs/protocol/session.md). Unknown fields are ignored. Stateless;
/// any thread.
public final class CallBackFrames {
    static final int TOKEN_BYTES = 16;
    private static final int PORT_MAX = 65_535;
    private static final int WORD_BYTES_MAX = 64;
    private static final HexFormat HEX = HexFormat.of();

    private CallBackFrames() {}

    /// A request: connect to the port of my hello, and send a datagram with this token to that UDP port of mine.
    public record Request(int request, int udpPort, String token) {
        public Frame toFrame() {
            var body = new JsonObject();
            body.addProperty("request", request);
            body.addProperty("udpPort", udpPort);
            body.addProperty("token", token);
            return frame(FrameType.CALL_BACK_WANTED, body);
        }

        public static Request of(Frame frame) throws MalformedFrameException {
            try {
                JsonFields fields = StrictJson.object(frame.body());
                int request = (int) fields.number("request", 0, Integer.MAX_VALUE);
                int udpPort = (int) fields.number("udpPort", DialPlan.PORT_MIN, PORT_MAX);
                return new Request(request, udpPort, HEX.formatHex(fields.hex("token", TOKEN_BYTES)));
            } catch (MalformedJsonException e) {
                throw new MalformedFrameException("call back wanted: " + e.getMessage(), e);
            }
        }
    }

    /// The answer, after it was tried.
    public record Answer(int request, CallBackResult tcp) {
        public Frame toFrame() {
            var body = new JsonObject();
            body.addProperty("request", request);
            body.addProperty("tcp", tcp.word());
            return frame(FrameType.CALL_BACK, body);
        }

        public static Answer of(Frame frame) throws MalformedFrameException {
            try {
                JsonFields fields = StrictJson.object(frame.body());
                CallBackResult tcp = CallBackResult.ofWord(fields.text("tcp", WORD_BYTES_MAX));
                if (tcp == null) throw new MalformedFrameException("a call back with an unknown result");
                return new Answer((int) fields.number("request", 0, Integer.MAX_VALUE), tcp);
            } catch (MalformedJsonException e) {
                throw new MalformedFrameException("call back: " + e.getMessage(), e);
            }
        }
    }

    /// The datagram of a call back: a presence packet of a kind that none knows, so that nodes ignore it, with the
    /// token in its body.
    static byte[] datagram(String token) {
        byte[] head = {'L', 'N', 'D', 'L', 1, (byte) 0xED};
        byte[] body = ("{\"callBack\":\"" + token + "\"}").getBytes(UTF_8);
        byte[] datagram = new byte[head.length + body.length];
        System.arraycopy(head, 0, datagram, 0, head.length);
        System.arraycopy(body, 0, datagram, head.length, body.length);
        return datagram;
    }

    private static Frame frame(int type, JsonObject body) {
        return new Frame(type, body.toString().getBytes(UTF_8));
    }
}
