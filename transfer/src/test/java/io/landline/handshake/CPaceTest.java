package io.landline.handshake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.handshake.CPace.BadShareException;
import io.landline.handshake.CPace.Side;
import io.landline.testing.Seed;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The vectors that draft-irtf-cfrg-cpace publishes for CPACE-X25519-SHA512.
class CPaceTest {
    private static final byte[] PASSWORD = "Password".getBytes(US_ASCII);
    private static final byte[] CHANNEL = hex("0b415f696e69746961746f720b425f726573706f6e646572");
    private static final byte[] SESSION_ID = hex("7e4b4791d6a8ef019b936c79fb7f2c57");
    private static final byte[] AD_A = "ADa".getBytes(US_ASCII);
    private static final byte[] AD_B = "ADb".getBytes(US_ASCII);
    private static final byte[] SCALAR_A = hex("21b4f4bd9e64ed355c3eb676a28ebedaf6d8f17bdc365995b319097153044080");
    private static final byte[] SCALAR_B = hex("848b0779ff415f0af4ea14df9dd1d3c29ac41d836c7808896c4eba19c51ac40a");
    private static final byte[] SHARE_A = hex("1d13c89278cdadd826f6d8d7f887701430f8380ddc17611cdd6dc989ce0c9f32");
    private static final byte[] SHARE_B = hex("248cccf6d5cdc3646f0ad593f9e6cef4e69d4945f8372e623512ecea32185623");
    private static final byte[] COMMON = hex("5b067effbdc0b2a0e1d907b21ebb25cfedb96a852179a847c37e43ee71322c6b");
    private static final byte[] KEY = hex("6e19b875f7a561d6b3ca3dbb9ef42ac55de3e717881018204b8922b4d5e53bb2"
            + "aa82c300bea7b65d2b671da71922ddf6472301b79bc270adfa8bf413285f2263");
    private static final byte[] POINTS_SCALAR = hex("af46e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449aff");

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static CPace a() {
        return new CPace(Side.INITIATOR, PASSWORD, CHANNEL, SESSION_ID, AD_A, SCALAR_A);
    }

    private static CPace b() {
        return new CPace(Side.RESPONDER, PASSWORD, CHANNEL, SESSION_ID, AD_B, SCALAR_B);
    }

    private static PrivateKey scalar(byte[] bytes) throws Exception {
        return KeyFactory.getInstance("X25519")
                .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, bytes));
    }

    @Test
    void lengthsArePrependedAsPublished() {
        assertArrayEquals(hex("00"), LengthValue.join(new byte[0]));
        assertArrayEquals(hex("0431323334"), LengthValue.join("1234".getBytes(US_ASCII)));
        byte[] longest = LengthValue.join(new byte[127]);
        assertEquals(0x7f, longest[0]);
        assertEquals(128, longest.length);
        assertArrayEquals(hex("8001"), Arrays.copyOf(LengthValue.join(new byte[128]), 2));
        byte[] joined = LengthValue.join("1234".getBytes(US_ASCII), "5".getBytes(US_ASCII), new byte[0],
                "678".getBytes(US_ASCII));
        assertArrayEquals(hex("043132333401350003363738"), joined);
    }

    @Test
    void theTranscriptIsAsPublished() {
        byte[] first = LengthValue.join("123".getBytes(US_ASCII), "PartyA".getBytes(US_ASCII));
        byte[] second = LengthValue.join("234".getBytes(US_ASCII), "PartyB".getBytes(US_ASCII));
        assertArrayEquals(hex("03313233065061727479410332333406506172747942"), LengthValue.plain(first, second));
    }

    @Test
    void theGeneratorIsAsPublished() throws Exception {
        byte[] string = CPace.generatorString(PASSWORD, CHANNEL, SESSION_ID);
        assertEquals(170, string.length);
        assertEquals(109, string[9 + 9],
                "the length of the padding stands after domain and secret, each nine bytes with its length");
        byte[] hash = Arrays.copyOf(MessageDigest.getInstance("SHA-512").digest(string), 32);
        assertArrayEquals(hex("03998087bdb1a2617bbe25ef5a7c18cd4f84f902328701790958755ee4aed1d3"), hash);
        assertArrayEquals(hex("03998087bdb1a2617bbe25ef5a7c18cd4f84f902328701790958755ee4aed153"),
                Elligator2.encode(Elligator2.decode(hash)));
        byte[] generator = CPace.generator(PASSWORD, CHANNEL, SESSION_ID);
        assertArrayEquals(hex("d04bf6d41f6a289632a2e929fa29bebd51092512a7829fdde7d314b62f05a73f"), generator);
    }

    @Test
    void sharesAndKeyAreAsPublished() throws Exception {
        assertArrayEquals(SHARE_A, a().share());
        assertArrayEquals(SHARE_B, b().share());
        assertArrayEquals(COMMON, CPace.multiply(scalar(SCALAR_A), SHARE_B));
        assertArrayEquals(COMMON, CPace.multiply(scalar(SCALAR_B), SHARE_A));
        assertArrayEquals(KEY, a().sessionKey(SHARE_B, AD_B));
        assertArrayEquals(KEY, b().sessionKey(SHARE_A, AD_A));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
            "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
            "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"})
    void aPublishedPointOfLowOrderEndsTheExchange(String point) {
        assertThrows(BadShareException.class, () -> a().sessionKey(hex(point), AD_B));
        byte[] withTopBit = hex(point);
        withTopBit[31] |= (byte) 0x80; // not looked at (RFC 7748 §5)
        assertThrows(BadShareException.class, () -> a().sessionKey(withTopBit, AD_B));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        daffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,\
        d8e2c776bbacd510d09fd9278b7edcd25fc5ae9adfba3b6e040e8d3b71b21806
        dbffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,\
        c85c655ebe8be44ba9c0ffde69f2fe10194458d137f09bbff725ce58803cdb38
        d9ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff,\
        db64dafa9b8fdd136914e61461935fe92aa372cb056314e1231bc4ec12417456
        cdeb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b880,\
        e062dcd5376d58297be2618c7498f55baa07d7e03184e8aada20bca28888bf7a
        4c9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7,\
        993c6ad11c4c29da9a56f7691fd0ff8d732e49de6250b6c2e80003ff4629a175
        """)
    void aPublishedPointThatIsNotReducedGivesThePublishedResult(String point, String result) throws Exception {
        assertArrayEquals(hex(result), CPace.multiply(scalar(POINTS_SCALAR), hex(point)));
    }

    @Test
    void aShareOfAnotherLengthIsRefused() {
        for (int length : new int[]{0, 31, 33}) {
            assertThrows(BadShareException.class, () -> a().sessionKey(new byte[length], AD_B));
        }
    }

    @Test
    void h30_ourOwnShareIsRefused() {
        assertThrows(BadShareException.class, () -> a().sessionKey(SHARE_A, AD_A));
    }

    @Test
    void everyMappedElementIsOnTheCurveOrItsTwist() {
        var random = Seed.random("CPaceTest");
        for (int i = 0; i < 50; i++) {
            byte[] uniform = new byte[32];
            random.nextBytes(uniform);
            byte[] point = Elligator2.pointFor(uniform);
            assertArrayEquals(point, Elligator2.encode(Elligator2.decode(point)), "reduced");
            // the map gives points whose right side is a square: v³ + 486662v² + v
            var p = java.math.BigInteger.TWO.pow(255).subtract(java.math.BigInteger.valueOf(19));
            var v = Elligator2.decode(point);
            var right = v.multiply(v)
                    .multiply(v)
                    .add(java.math.BigInteger.valueOf(486_662).multiply(v).multiply(v))
                    .add(v)
                    .mod(p);
            var legendre = right.modPow(p.shiftRight(1), p);
            assertEquals(true, legendre.signum() == 0 || legendre.equals(java.math.BigInteger.ONE));
        }
    }
}
