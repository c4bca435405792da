package io.landline.doctor;

import io.landline.identity.Ed25519;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Fingerprint;
import io.landline.presence.ObservedDatagram;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalLong;

/// Somebody else's presence datagram, as far as it matters here: a stranger's word, no signature was checked.
///
/// @param kind as `watch` names it: `announce`, `still`, `ask`, `reply`, `leave`, or `unknown`
/// @param peer the fingerprint that it claims; empty if that cannot be read
/// @param run the sender's run: the milliseconds since 1970 at its start, or more; empty if it cannot be read
/// @param foreignVersion the version, if it is another one than ours; else empty
record HeardPacket(InetAddress from, String kind, Optional<Fingerprint> peer, OptionalLong run, String foreignVersion) {
    /// As [io.landline.presence] words the problem of a packet of another version.
    private static final String VERSION_PROBLEM = "version ";

    static HeardPacket of(ObservedDatagram heard) {
        InetAddress from = heard.other().getAddress();
        String problem = heard.problem().orElse("");
        String version = problem.startsWith(VERSION_PROBLEM) ? problem.substring(VERSION_PROBLEM.length()) : "";
        try {
            JsonFields body = StrictJson.object(heard.body());
            Fingerprint peer = body.has("publicKey")
                    ? Fingerprint.ofPublicKey(body.hex("publicKey", Ed25519.PUBLIC_KEY_BYTES))
                    : Fingerprint.of(body.hex("fingerprint", Fingerprint.BYTES));
            return new HeardPacket(from, heard.kind(), Optional.of(peer),
                    OptionalLong.of(body.number("run", 1, Long.MAX_VALUE)), version);
        } catch (MalformedJsonException e) {
            // of no use but for its version
            return new HeardPacket(from, heard.kind(), Optional.empty(), OptionalLong.empty(), version);
        }
    }
}
