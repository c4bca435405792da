package io.landline.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Fingerprint;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class IdentityTest {
    private final Identity identity = Identity.generate();

    @Test
    void theCertificateIsSignedByItsOwnKeyAndSaysTheFingerprintsKey() throws Exception {
        identity.certificate().verify(identity.certificate().getPublicKey());
        identity.certificate().checkValidity();
        assertArrayEquals(identity.publicKey(), Ed25519.raw(identity.certificate().getPublicKey()));
        assertEquals(Fingerprint.ofPublicKey(identity.publicKey()), identity.fingerprint());
    }

    @Test
    void aSignatureHoldsForItsLabelItsPartsAndItsKeyAlone() {
        byte[] message = {1, 2, 3};
        byte[] signature = identity.sign(SignatureLabel.PRESENCE, message);
        assertTrue(Ed25519.verify(identity.publicKey(), SignatureLabel.PRESENCE, signature, message));
        assertTrue(Ed25519.verify(identity.publicKey(), SignatureLabel.PRESENCE, signature, new byte[]{1},
                new byte[]{2, 3}));
        assertFalse(Ed25519.verify(identity.publicKey(), SignatureLabel.ENTRY, signature, message));
        assertFalse(Ed25519.verify(identity.publicKey(), SignatureLabel.PRESENCE, signature, new byte[]{1, 2}));
        assertFalse(Ed25519.verify(Identity.generate().publicKey(), SignatureLabel.PRESENCE, signature, message));
        assertFalse(Ed25519.verify(new byte[31], SignatureLabel.PRESENCE, signature, message));
        assertFalse(Ed25519.verify(identity.publicKey(), SignatureLabel.PRESENCE, new byte[63], message));
        byte[] noPoint = new byte[32];
        noPoint[0] = 2;
        assertFalse(Ed25519.verify(noPoint, SignatureLabel.PRESENCE, signature, message));
    }

    /// RFC 8410 §10.1 gives this key's SubjectPublicKeyInfo; raw and decoded forms must agree with it.
    @Test
    void aPublicKeyKeepsItsBytesThereAndBack() throws Exception {
        byte[] raw = HexFormat.of().parseHex("19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1");
        assertArrayEquals(raw, Ed25519.raw(Ed25519.decode(raw)));
    }
}
