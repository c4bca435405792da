package io.landline.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/// Makes the one certificate that TLS needs, in DER by hand (RFC 5280 §4.1, RFC 8410): the JDK reads certificates but
/// has no public way to make one, and a library for these few lines would be 9 MB. The certificate says nothing but the
/// key: no name, no end.
final class SelfSigned {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int UTF8_STRING = 0x0c;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int EXPLICIT_0 = 0xa0;
    /// The object identifier of the algorithm (RFC 8410 §3).
    static final String ED25519_OID = "1.3.101.112";
    /// Object identifiers with tag and length: Ed25519 (RFC 8410 §3), common name (RFC 5280 A.1).
    private static final byte[] ED25519 = {0x06, 0x03, 0x2b, 0x65, 0x70};
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
    private static final int SERIAL_BYTES = 16;

    private SelfSigned() {}

    static X509Certificate certificate(KeyPair pair) throws GeneralSecurityException {
        byte[] algorithm = der(SEQUENCE, ED25519);
        byte[] name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, "landline".getBytes(UTF_8)))));
        byte[] serial = new byte[SERIAL_BYTES];
        new SecureRandom().nextBytes(serial);
        byte[] validity = der(SEQUENCE, der(UTC_TIME, "700101000000Z".getBytes(US_ASCII)),
                der(GENERALIZED_TIME, "99991231235959Z".getBytes(US_ASCII)));
        byte[] toBeSigned = der(SEQUENCE, der(EXPLICIT_0, der(INTEGER, new byte[]{2})),
                der(INTEGER, new BigInteger(1, serial).toByteArray()), algorithm, name, validity, name,
                pair.getPublic().getEncoded());

        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(toBeSigned);
        byte[] bits = join(new byte[]{0}, signature.sign()); // a bit string begins with its count of unused bits
        byte[] whole = der(SEQUENCE, toBeSigned, algorithm, der(BIT_STRING, bits));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] der(int tag, byte[]... parts) {
        byte[] body = join(parts);
        var out = new ByteArrayOutputStream(body.length + 4);
        out.write(tag);
        if (body.length < 0x80) {
            out.write(body.length);
        } else if (body.length < 0x100) {
            out.write(0x81);
            out.write(body.length);
        } else {
            out.write(0x82);
            out.write(body.length >> 8);
            out.write(body.length);
        }
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) out.writeBytes(part);
        return out.toByteArray();
    }
}
