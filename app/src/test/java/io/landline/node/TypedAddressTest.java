package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.node.port.TypedAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAddressTest {
    @ParameterizedTest
    @CsvSource({"10.0.0.7,10.0.0.7,5263", "10.0.0.7:99,10.0.0.7,99", "ada.local,ada.local,5263",
            "ada.local:1,ada.local,1", "fe80::1%eth0,fe80::1%eth0,5263", "[fe80::1%eth0]:6000,fe80::1%eth0,6000",
            "[::1],::1,5263", "h:65535,h,65535"})
    void anAddressIsReadAsAPersonMeansIt(String text, String host, int port) {
        assertEquals(new TypedAddress(host, port), TypedAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "h:0", "h:65536", "h:-1", "h:x", "[::1", "[::1]x", "a b", "h:"})
    void whatIsNoAddressIsRefused(String text) {
        assertNull(TypedAddress.parse(text));
    }
}
