package io.landline.handshake;

import java.math.BigInteger;
import java.util.Arrays;

/// Elligator 2 onto Curve25519, u-coordinate only (RFC 9380 §6.7.1 with Z = 2 and J = 486662). `BigInteger` does not
/// compute in constant time; docs/adr/0004-cpace-on-the-jdk.md says what stands against that. Stateless; any thread.
final class Elligator2 {
    static final int BYTES = 32;
    /// 2²⁵⁵ − 19, the prime of the field.
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    private static final BigInteger J = BigInteger.valueOf(486_662);

    private Elligator2() {}

    /// The point for these 32 bytes, taken as a little-endian number without its top bit.
    static byte[] pointFor(byte[] uniform) {
        BigInteger u = decode(uniform);
        BigInteger denominator = BigInteger.ONE.add(BigInteger.TWO.multiply(u).multiply(u)).mod(P);
        // 2 is no square in this field, so 1 + 2u² is never zero and always has an inverse
        BigInteger v = J.negate().multiply(denominator.modInverse(P)).mod(P);
        BigInteger square = v.multiply(v.multiply(v.add(J)).add(BigInteger.ONE)).mod(P);
        BigInteger legendre = square.modPow(P.shiftRight(1), P);
        boolean isSquare = legendre.signum() == 0 || legendre.equals(BigInteger.ONE);
        return encode(isSquare ? v : v.negate().subtract(J).mod(P));
    }

    /// Little endian, top bit cleared (RFC 7748 §5), reduced.
    static BigInteger decode(byte[] littleEndian) {
        byte[] bigEndian = reversed(littleEndian);
        bigEndian[0] &= 0x7f;
        return new BigInteger(1, bigEndian).mod(P);
    }

    static byte[] encode(BigInteger element) {
        byte[] shortest = element.toByteArray(); // may begin with a zero for the sign
        byte[] bigEndian = new byte[BYTES];
        int length = Math.min(shortest.length, BYTES);
        System.arraycopy(shortest, shortest.length - length, bigEndian, BYTES - length, length);
        return reversed(bigEndian);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] out = Arrays.copyOf(bytes, bytes.length);
        for (int i = 0; i < out.length; i++) out[i] = bytes[bytes.length - 1 - i];
        return out;
    }
}
