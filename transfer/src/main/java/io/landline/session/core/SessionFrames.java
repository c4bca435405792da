package io.landline.session.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.session.EndReason;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/// The bodies of the session's own frames (docs/protocol/session.md). Unknown fields are ignored. Stateless; any
/// thread.
final class SessionFrames {
    /// Reasons are words of ours; a peer's longer one is a breach.
    static final int REASON_BYTES_MAX = 64;
    /// Numbers of token requests; they only tell answers apart.
    static final int REQUEST_MAX = Integer.MAX_VALUE;
    static final Frame PING = new Frame(FrameType.PING, new byte[0]);
    static final Frame PONG = new Frame(FrameType.PONG, new byte[0]);

    /// The reasons that travel, beside [EndReason#CLOSED].
    private static final Set<EndReason> FAREWELLS = EnumSet.of(EndReason.LEAVING, EndReason.REPLACED,
            EndReason.NO_COMMON_ROOM, EndReason.BUSY);

    private SessionFrames() {}

    /// Why a session was closed here is told in a few cases; else it is nobody's business but ours.
    static Frame closing(EndReason reason) {
        var body = new JsonObject();
        body.addProperty("reason", (FAREWELLS.contains(reason) ? reason : EndReason.CLOSED).word());
        return frame(FrameType.CLOSING, body);
    }

    /// A peer's own words go nowhere: what we do not know is [EndReason#CLOSED].
    static EndReason closingReason(Frame frame) throws MalformedFrameException {
        try {
            String word = StrictJson.object(frame.body()).text("reason", REASON_BYTES_MAX);
            return FAREWELLS.stream().filter(each -> each.word().equals(word)).findFirst().orElse(EndReason.CLOSED);
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("closing: " + e.getMessage(), e);
        }
    }

    static Frame bulkWanted() {
        return frame(FrameType.BULK_WANTED, new JsonObject());
    }

    static Frame tokenRequest(int request) {
        var body = new JsonObject();
        body.addProperty("request", request);
        return frame(FrameType.BULK_TOKEN_REQUEST, body);
    }

    static Frame token(int request, byte[] token) {
        var body = new JsonObject();
        body.addProperty("request", request);
        body.addProperty("token", HexFormat.of().formatHex(token));
        return frame(FrameType.BULK_TOKEN, body);
    }

    /// The first frame of the dialling side on a bulk connection.
    static Frame bulk(byte[] token) {
        var body = new JsonObject();
        body.addProperty("token", HexFormat.of().formatHex(token));
        return frame(FrameType.BULK, body);
    }

    static int request(Frame frame) throws MalformedFrameException {
        try {
            return (int) StrictJson.object(frame.body()).number("request", 0, REQUEST_MAX);
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("bulk token: " + e.getMessage(), e);
        }
    }

    static byte[] token(Frame frame) throws MalformedFrameException {
        try {
            return StrictJson.object(frame.body()).hex("token", BulkTokens.TOKEN_BYTES);
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("bulk token: " + e.getMessage(), e);
        }
    }

    private static Frame frame(int type, JsonObject body) {
        return new Frame(type, body.toString().getBytes(UTF_8));
    }
}
