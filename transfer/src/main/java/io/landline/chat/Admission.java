package io.landline.chat;

import io.landline.frame.MalformedFrameException;
import io.landline.identity.Ed25519;
import io.landline.identity.Identity;
import io.landline.identity.SignatureLabel;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import java.nio.ByteBuffer;
import java.time.Instant;

/// A member's word that another one proved a room's key to it (docs/protocol/conversations.md, "ADMISSIONS (0x23)"). It
/// counts if we signed it (`links` 1), or if its signer proved the key to us (2), or has an admission that counts: at
/// most [#LINKS_MAX] in all.
///
/// Signed: room id (16), member's public key (32), milliseconds since 1970 (8); sent with signer's public key (32) and
/// signature (64).
///
/// @param links how far the member is from ourselves; 1 means that it proved the key to us
public record Admission(RoomId room, byte[] memberKey, long millis, byte[] signerKey, byte[] signature, int links) {
    /// See docs/protocol/conversations.md, "ADMISSIONS (0x23)".
    public static final int LINKS_MAX = 8;
    static final int SIGNED_BYTES = RoomId.BYTES + Ed25519.PUBLIC_KEY_BYTES + Long.BYTES;
    public static final int BYTES = SIGNED_BYTES + Ed25519.PUBLIC_KEY_BYTES + Ed25519.SIGNATURE_BYTES;

    public static Admission signed(Identity self, RoomId room, byte[] memberKey, Instant at) {
        byte[] signature = self.sign(SignatureLabel.ADMISSION, signedBytes(room, memberKey, at.toEpochMilli()));
        return new Admission(room, memberKey, at.toEpochMilli(), self.publicKey(), signature, 1);
    }

    private static byte[] signedBytes(RoomId room, byte[] memberKey, long millis) {
        return ByteBuffer.allocate(SIGNED_BYTES).put(room.bytes()).put(memberKey).putLong(millis).array();
    }

    /// Reads one; how many links it has is not known yet and stands as [#LINKS_MAX] + 1.
    public static Admission read(ByteBuffer in) throws MalformedFrameException {
        if (in.remaining() < BYTES) throw new MalformedFrameException("admission cut off");
        byte[] room = new byte[RoomId.BYTES];
        byte[] member = new byte[Ed25519.PUBLIC_KEY_BYTES];
        byte[] signer = new byte[Ed25519.PUBLIC_KEY_BYTES];
        byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
        in.get(room).get(member);
        long millis = in.getLong();
        in.get(signer).get(signature);
        return new Admission(RoomId.of(room), member, millis, signer, signature, LINKS_MAX + 1);
    }

    public void write(ByteBuffer out) {
        out.put(signedBytes(room, memberKey, millis)).put(signerKey).put(signature);
    }

    public Fingerprint member() {
        return Fingerprint.ofPublicKey(memberKey);
    }

    public Fingerprint signer() {
        return Fingerprint.ofPublicKey(signerKey);
    }

    public boolean signatureHolds() {
        return Ed25519.verify(signerKey, SignatureLabel.ADMISSION, signature, signedBytes(room, memberKey, millis));
    }

    public Admission withLinks(int count) {
        return new Admission(room, memberKey, millis, signerKey, signature, count);
    }
}
