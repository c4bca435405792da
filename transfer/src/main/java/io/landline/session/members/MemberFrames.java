package io.landline.session.members;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.session.dial.DialPlan;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The frames by which members of a room tell each other of further members (docs/protocol/session.md). Unknown fields
/// are ignored. Stateless; any thread.
public final class MemberFrames {
    /// Members in one answer; a peer that asks again learns of others.
    static final int MEMBERS_MAX = 64;
    /// Members that the asking side names as known; of a larger room it names some.
    static final int KNOWN_MAX = 256;
    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    private MemberFrames() {}

    /// A question: who else is in this room?
    ///
    /// @param known the first eight digits of the members that the asking side knows already
    public record Request(RoomId room, List<String> known) {
        public Frame toFrame() {
            var digits = new JsonArray();
            known.forEach(digits::add);
            var body = new JsonObject();
            body.addProperty("room", room.hex());
            body.add("known", digits);
            return frame(FrameType.MEMBERS_WANTED, body);
        }

        public static Request of(Frame frame) throws MalformedFrameException {
            try {
                JsonFields fields = StrictJson.object(frame.body());
                List<String> known = fields.texts("known", KNOWN_MAX, Fingerprint.PREFIX_DIGITS_MIN);
                return new Request(RoomId.of(fields.hex("room", RoomId.BYTES)), List.copyOf(known));
            } catch (MalformedJsonException e) {
                throw new MalformedFrameException("members wanted: " + e.getMessage(), e);
            }
        }
    }

    /// One member that another one reports: a hint about which peer to dial and where.
    public record Member(Fingerprint peer, Endpoint endpoint) {}

    /// The answer.
    public record Answer(RoomId room, List<Member> members) {
        public Frame toFrame() {
            var list = new JsonArray();
            for (Member member : members) {
                var item = new JsonObject();
                item.addProperty("fingerprint", member.peer().hex());
                item.addProperty("address", HEX.formatHex(member.endpoint().address().getAddress()));
                item.addProperty("port", member.endpoint().port());
                list.add(item);
            }
            var body = new JsonObject();
            body.addProperty("room", room.hex());
            body.add("members", list);
            return frame(FrameType.MEMBERS, body);
        }

        public static Answer of(Frame frame) throws MalformedFrameException {
            try {
                JsonFields fields = StrictJson.object(frame.body());
                var members = new ArrayList<Member>();
                for (JsonFields item : fields.objects("members", MEMBERS_MAX)) members.add(member(item));
                return new Answer(RoomId.of(fields.hex("room", RoomId.BYTES)), List.copyOf(members));
            } catch (MalformedJsonException e) {
                throw new MalformedFrameException("members: " + e.getMessage(), e);
            }
        }

        private static Member member(JsonFields item) throws MalformedJsonException {
            Fingerprint peer = Fingerprint.of(item.hex("fingerprint", Fingerprint.BYTES));
            int port = (int) item.number("port", DialPlan.PORT_MIN, 65_535);
            return new Member(peer, new Endpoint(address(item), port));
        }

        private static InetAddress address(JsonFields item) throws MalformedJsonException {
            boolean isIpv4 = item.text("address", 2 * IPV6_BYTES).length() == 2 * IPV4_BYTES;
            try {
                return InetAddress.getByAddress(item.hex("address", isIpv4 ? IPV4_BYTES : IPV6_BYTES));
            } catch (UnknownHostException e) {
                throw new AssertionError("4 or 16 bytes make an address", e);
            }
        }
    }

    private static Frame frame(int type, JsonObject body) {
        return new Frame(type, body.toString().getBytes(UTF_8));
    }
}
