package io.landline.doctor.check;

import io.landline.identity.Ed25519;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.peer.Fingerprint;
import io.landline.presence.ObservedDatagram;
import io.landline.presence.packet.PacketCodec;
import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalLong;

/// Somebody else's presence datagram, as far as it matters here: a stranger's word, no signature was checked.
///
/// @param peer the fingerprint that it claims; empty if that cannot be read
/// @param run the sender's run: as [io.landline.identity.RunCounter] makes it; empty if it cannot be read
/// @param foreignVersion the version, if it is another one than ours; else empty
public record HeardPacket(InetAddress from, Optional<Fingerprint> peer, OptionalLong run, String foreignVersion) {
    public static HeardPacket of(ObservedDatagram heard) {
        InetAddress from = heard.hop().other().getAddress();
        String version = PacketCodec.foreignVersion(heard.bytes());
        try {
            JsonFields body = StrictJson.object(heard.content().body());
            Fingerprint peer = body.has("publicKey")
                    ? Fingerprint.ofPublicKey(body.hex("publicKey", Ed25519.PUBLIC_KEY_BYTES))
                    : Fingerprint.of(body.hex("fingerprint", Fingerprint.BYTES));
            return new HeardPacket(from, Optional.of(peer),
                    OptionalLong.of(body.number("run", 1, Long.MAX_VALUE)), version);
        } catch (MalformedJsonException e) {
            // of no use but for its version
            return new HeardPacket(from, Optional.empty(), OptionalLong.empty(), version);
        }
    }
}
