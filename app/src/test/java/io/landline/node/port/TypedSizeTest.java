package io.landline.node.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A size is typed in one way everywhere, and a rate as a size.
class TypedSizeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '=', value = {"0=0", "12=12", "12 B=12", "500k=500000", "500 kB=500000", "1,5M=1500000",
            "1.5Mo=1500000", "2G=2000000000", "1KiB=1024", "2GiB=2147483648", "5000000000=5000000000"})
    void aSizeIsByThousandsOrBy1024(String typed, long bytes) {
        assertEquals(bytes, TypedSize.bytes(typed));
        assertEquals(bytes, TypedSize.bytesPerSecond(typed));
        assertEquals(bytes, TypedSize.bytesPerSecond(typed + "/s"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "k", "-1", "1.2345M", "2T", "1e6", "2M/s", "500k\0", "1234567890123456"})
    void allElseIsNoSize(String typed) {
        assertThrows(NumberFormatException.class, () -> TypedSize.bytes(typed));
    }

    @Test
    void whatIsTooMuchIsTheLargest() {
        assertEquals(Long.MAX_VALUE, TypedSize.bytes("999999999999999G"));
    }
}
