package io.landline.identity;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.WeakKeys;
import java.math.BigInteger;
import java.security.Signature;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Ed25519Test {
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger D = fraction(-121665, 121666);
    /// The order of the base point (RFC 8032 §5.1): what is left after a multiplication by it is of small order.
    private static final BigInteger L = BigInteger.TWO.pow(252)
            .add(new BigInteger("27742317777372353535851937790883648493"));
    private static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE);

    private record Point(BigInteger x, BigInteger y) {
        /// RFC 8032 §5.1.4 in affine coordinates.
        Point plus(Point other) {
            BigInteger product = D.multiply(x).multiply(other.x).multiply(y).multiply(other.y).mod(P);
            BigInteger newX = x.multiply(other.y)
                    .add(other.x.multiply(y))
                    .multiply(BigInteger.ONE.add(product).modInverse(P))
                    .mod(P);
            BigInteger newY = y.multiply(other.y)
                    .add(x.multiply(other.x))
                    .multiply(BigInteger.ONE.subtract(product).modInverse(P))
                    .mod(P);
            return new Point(newX, newY);
        }

        Point times(BigInteger factor) {
            Point sum = NEUTRAL;
            for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
                sum = sum.plus(sum);
                if (factor.testBit(bit)) sum = sum.plus(this);
            }
            return sum;
        }

        String hex() {
            return HexFormat.of().formatHex(encoded(y, x.testBit(0)));
        }
    }

    private static BigInteger fraction(long over, long under) {
        return BigInteger.valueOf(over).multiply(BigInteger.valueOf(under).modInverse(P)).mod(P);
    }

    private static byte[] encoded(BigInteger y, boolean sign) {
        byte[] raw = new byte[Ed25519.PUBLIC_KEY_BYTES];
        for (int i = 0; i < raw.length; i++) raw[i] = y.shiftRight(8 * i).byteValue();
        if (sign) raw[31] |= (byte) 0x80;
        return raw;
    }

    /// Some point with this y; null where there is none.
    private static Point withY(BigInteger y) {
        BigInteger square = y.multiply(y).mod(P);
        BigInteger xSquare = square.subtract(BigInteger.ONE)
                .multiply(D.multiply(square).add(BigInteger.ONE).modInverse(P))
                .mod(P);
        BigInteger root = xSquare.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        if (!root.multiply(root).mod(P).equals(xSquare)) {
            root = root.multiply(BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P)).mod(P);
        }
        return root.multiply(root).mod(P).equals(xSquare) ? new Point(root, y) : null;
    }

    private static Set<String> hex(List<byte[]> keys) {
        return keys.stream().map(HexFormat.of()::formatHex).collect(toSet());
    }

    @Test
    void l2_theRefusedPointsAreAllThatTheCurveHasOfSmallOrder() {
        Set<Point> small = new HashSet<>();
        for (int y = 2; small.size() < 8; y++) {
            Point any = withY(BigInteger.valueOf(y));
            if (any == null) continue;
            Point torsion = any.times(L);
            for (int k = 0; k < 8; k++) small.add(torsion.times(BigInteger.valueOf(k)));
        }
        assertTrue(small.stream().allMatch(point -> point.times(BigInteger.valueOf(8)).equals(NEUTRAL)));
        assertEquals(small.stream().map(Point::hex).collect(toSet()), hex(WeakKeys.smallOrder()));
        Set<String> otherwise = new HashSet<>();
        for (Point point : small) {
            for (BigInteger y : List.of(point.y(), point.y().add(P))) {
                if (y.bitLength() > 255) continue;
                otherwise.add(HexFormat.of().formatHex(encoded(y, false)));
                otherwise.add(HexFormat.of().formatHex(encoded(y, true)));
            }
        }
        otherwise.removeAll(hex(WeakKeys.smallOrder()));
        assertEquals(otherwise, hex(WeakKeys.smallOrderOtherwise()));
    }

    @Test
    void l2_noSignatureHoldsForAKeyOfSmallOrder() {
        for (byte[] key : WeakKeys.all()) {
            for (int message = 0; message < 64; message++) {
                assertFalse(
                        Ed25519.verify(key, SignatureLabel.ENTRY, WeakKeys.constantSignature(),
                                new byte[]{(byte) message}),
                        HexFormat.of().formatHex(key) + " signs message " + message);
            }
        }
    }

    @Test
    void l2_noKeyOfSmallOrderIsTaken() throws Exception {
        for (byte[] key : WeakKeys.all()) {
            assertFalse(Ed25519.isSound(key));
            var decoded = Ed25519.decode(key);
            assertThrows(IllegalArgumentException.class, () -> Ed25519.raw(decoded), HexFormat.of().formatHex(key));
        }
    }

    @Test
    void l2_noEncodingWithYFromPOnIsTaken() {
        for (BigInteger y = P; y.bitLength() <= 255; y = y.add(BigInteger.ONE)) {
            assertFalse(Ed25519.isSound(encoded(y, false)));
            assertFalse(Ed25519.isSound(encoded(y, true)));
        }
        assertTrue(Ed25519.isSound(encoded(P.subtract(BigInteger.TWO), false)), "the largest y of no small order");
        assertTrue(Ed25519.isSound(encoded(BigInteger.TWO, true)), "the smallest");
    }

    @Test
    void signaturesAreThoseOfTheJdkByteForByte() throws Exception {
        Identity identity = Identity.generate();
        var random = new Random(1);
        for (int length = 0; length < 300; length += 7) {
            byte[] message = new byte[length];
            random.nextBytes(message);
            Signature jdk = Signature.getInstance("Ed25519");
            jdk.initSign(identity.privateKey());
            jdk.update(SignatureLabel.ENTRY.prefix());
            jdk.update(message);
            assertArrayEquals(jdk.sign(), identity.sign(SignatureLabel.ENTRY, message));
        }
    }

    @Test
    void aSignatureHoldsForItsKeyItsLabelAndItsBytesOnly() {
        Identity ada = Identity.generate();
        byte[] first = {1, 2};
        byte[] second = {3};
        byte[] signature = ada.sign(SignatureLabel.ENTRY, first, second);
        assertTrue(Ed25519.verify(ada.publicKey(), SignatureLabel.ENTRY, signature, first, second));
        assertTrue(Ed25519.verify(ada.publicKey(), SignatureLabel.ENTRY, signature, new byte[]{1, 2, 3}));
        assertFalse(Ed25519.verify(Identity.generate().publicKey(), SignatureLabel.ENTRY, signature, first, second));
        assertFalse(Ed25519.verify(ada.publicKey(), SignatureLabel.PRESENCE, signature, first, second));
        assertFalse(Ed25519.verify(ada.publicKey(), SignatureLabel.ENTRY, signature, first));
        for (int bit = 0; bit < 8 * Ed25519.SIGNATURE_BYTES; bit++) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(Ed25519.verify(ada.publicKey(), SignatureLabel.ENTRY, changed, first, second), "bit " + bit);
        }
        assertFalse(Ed25519.verify(ada.publicKey(), SignatureLabel.ENTRY, new byte[Ed25519.SIGNATURE_BYTES + 1],
                first, second));
    }

    /// The second half of a signature is a number below L (RFC 8032 §5.1.7); the same with L added would be a second
    /// signature of the same bytes.
    @Test
    void aSignatureHasOneForm() {
        Identity ada = Identity.generate();
        byte[] signature = ada.sign(SignatureLabel.ENTRY, new byte[1]);
        BigInteger half = BigInteger.ZERO;
        for (int i = 63; i >= 32; i--) half = half.shiftLeft(8).add(BigInteger.valueOf(signature[i] & 0xff));
        for (BigInteger other = half.add(L); other.bitLength() <= 256; other = other.add(L)) {
            byte[] changed = signature.clone();
            for (int i = 0; i < 32; i++) changed[32 + i] = other.shiftRight(8 * i).byteValue();
            assertFalse(Ed25519.verify(ada.publicKey(), SignatureLabel.ENTRY, changed, new byte[1]));
        }
    }

    @Test
    void bytesThatAreNoPointHaveNoSignature() {
        byte[] signature = Identity.generate().sign(SignatureLabel.ENTRY, new byte[1]);
        int none = 0;
        for (int y = 2; none < 8; y++) {
            if (withY(BigInteger.valueOf(y)) != null) continue;
            none++;
            byte[] key = encoded(BigInteger.valueOf(y), false);
            assertFalse(Ed25519.verify(key, SignatureLabel.ENTRY, signature, new byte[1]));
            System.arraycopy(key, 0, signature, 0, key.length); // nor has a signature that begins so
            assertFalse(Ed25519.verify(Identity.generate().publicKey(), SignatureLabel.ENTRY, signature, new byte[1]));
        }
    }

    @Test
    void everyKeyThatIsMadeIsTaken() {
        for (int i = 0; i < 100; i++) assertTrue(Ed25519.isSound(Identity.generate().publicKey()));
        assertFalse(Ed25519.isSound(new byte[Ed25519.PUBLIC_KEY_BYTES - 1]));
        assertFalse(Ed25519.isSound(new byte[Ed25519.PUBLIC_KEY_BYTES + 1]));
    }
}
