package io.landline.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One side of one run of CPACE-X25519-SHA512, initiator and responder (draft-irtf-cfrg-cpace). Two sides with the same
/// secret derive the same key; a side without it learns from a run only that its one guess was wrong. Confined to one
/// thread.
///
/// Nothing secret of it is ever logged, and none of it has a `toString`.
final class CPace {
    static final int SHARE_BYTES = 32;
    static final int SCALAR_BYTES = 32;
    static final int TAG_BYTES = 64;

    private static final byte[] DOMAIN = "CPace255".getBytes(US_ASCII);
    private static final byte[] DOMAIN_ISK = "CPace255_ISK".getBytes(US_ASCII);
    private static final byte[] DOMAIN_MAC = "CPaceMac".getBytes(US_ASCII);
    /// The block size of SHA-512: secret and padding fill the first block, so that hashing it takes the same for every
    /// secret.
    private static final int HASH_BLOCK_BYTES = 128;
    private static final String X25519 = "X25519";

    /// What the two sides are: the draft orders the transcript by it.
    enum Side { INITIATOR, RESPONDER }

    /// The peer's share is a point of low order, or our own sent back: no honest peer sends either.
    static final class BadShareException extends Exception {
        private static final long serialVersionUID = 1;

        BadShareException(String message) { super(message); }
    }

    private final Side side;
    private final byte[] sessionId;
    private final byte[] associated;
    private final PrivateKey scalar;
    private final byte[] share;

    /// @param secret the stretched room key
    /// @param channel who the two sides are, initiator first (CI in the draft)
    /// @param sessionId fresh for each run and equal on both sides
    /// @param associated our associated data, empty in Landline
    /// @param scalar 32 fresh random bytes, never used twice
    CPace(Side side, byte[] secret, byte[] channel, byte[] sessionId, byte[] associated, byte[] scalar) {
        this.side = side;
        this.sessionId = sessionId.clone();
        this.associated = associated.clone();
        try {
            this.scalar = KeyFactory.getInstance(X25519)
                    .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar));
            share = multiply(this.scalar, generator(secret, channel, sessionId));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK since 11 has X25519, and no generator has low order", e);
        }
    }

    /// Our public share, Ya or Yb.
    byte[] share() {
        return share.clone();
    }

    /// The key that both sides come to where they hold the same secret (ISK in the draft).
    byte[] sessionKey(byte[] peerShare, byte[] peerAssociated) throws BadShareException {
        if (peerShare.length != SHARE_BYTES) throw new BadShareException("a share has " + SHARE_BYTES + " bytes");
        if (MessageDigest.isEqual(peerShare, share)) throw new BadShareException("our own share came back");
        byte[] common;
        try {
            common = multiply(scalar, peerShare);
        } catch (InvalidKeyException e) {
            throw new BadShareException("a share of low order");
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK since 11 has X25519", e);
        }
        byte[] ours = LengthValue.join(share, associated);
        byte[] theirs = LengthValue.join(peerShare, peerAssociated);
        byte[] transcript = side == Side.INITIATOR ? LengthValue.plain(ours, theirs) : LengthValue.plain(theirs, ours);
        return sha512(LengthValue.plain(LengthValue.join(DOMAIN_ISK, sessionId, common), transcript));
    }

    /// The tag by which the sender of this share shows that it has the key.
    static byte[] tag(byte[] sessionKey, byte[] sessionId, byte[] share, byte[] associated) {
        byte[] macKey = sha512(LengthValue.plain(DOMAIN_MAC, sessionId, sessionKey));
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(macKey, "HmacSHA512"));
            return mac.doFinal(LengthValue.join(share, associated));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has HMAC-SHA-512", e);
        }
    }

    /// The generator that both sides derive from the secret.
    static byte[] generator(byte[] secret, byte[] channel, byte[] sessionId) {
        byte[] hash = sha512(generatorString(secret, channel, sessionId));
        return Elligator2.pointFor(Arrays.copyOf(hash, Elligator2.BYTES));
    }

    static byte[] generatorString(byte[] secret, byte[] channel, byte[] sessionId) {
        int taken = LengthValue.join(secret).length + LengthValue.join(DOMAIN).length;
        byte[] padding = new byte[Math.max(0, HASH_BLOCK_BYTES - 1 - taken)];
        return LengthValue.join(DOMAIN, secret, padding, channel, sessionId);
    }

    /// X25519 (RFC 7748 §5). Throws `InvalidKeyException` where the result would be zero.
    static byte[] multiply(PrivateKey scalar, byte[] point) throws GeneralSecurityException {
        BigInteger u = Elligator2.decode(point);
        KeyAgreement agreement = KeyAgreement.getInstance(X25519);
        agreement.init(scalar);
        agreement.doPhase(
                KeyFactory.getInstance(X25519).generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, u)),
                true);
        byte[] result = agreement.generateSecret();
        // the draft's own check
        if (MessageDigest.isEqual(result, new byte[result.length])) throw new InvalidKeyException("zero");
        return result;
    }

    private static byte[] sha512(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every JDK has SHA-512", e);
        }
    }
}
