package io.landline.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.lab.Addresses;
import io.landline.peer.WrittenAddress;
import io.landline.testing.Seed;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenAddressesTest {
    private static final int ADDRESSES = 5_000;
    private static final int BYTES = 16;
    /// Systems count from one.
    private static final int NO_INTERFACE = 1_000_000_007;

    @ParameterizedTest
    @CsvSource({"10.77.0.1,10.77.0.1", "::1,::1", "::,::", "fe80::,fe80::", "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
            "2001:0:0:1:0:0:0:1,2001:0:0:1::1", "1:2:3:4:5:6:0:8,1:2:3:4:5:6:0:8",
            "10:0:0:100:200:300:a0:b0,10::100:200:300:a0:b0"})
    void anAddressIsWrittenAsRfc5952Says(String address, String text) throws UnknownHostException {
        assertEquals(text, WrittenAddress.of(InetAddress.getByName(address)));
    }

    @Test
    void aScopeThatIsANumberIsWrittenAsItsInterface() throws IOException {
        byte[] linkLocal = InetAddress.getByName("fe80::1").getAddress();
        NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getByName("127.0.0.1"));
        InetAddress numbered = Inet6Address.getByAddress(null, linkLocal, loopback.getIndex());
        assertEquals("fe80::1%" + loopback.getName(), WrittenAddress.of(numbered));
        assertEquals("fe80::1%" + loopback.getName(), Addresses.host(numbered));
    }

    @Test
    void aScopeWithoutAnInterfaceIsKept() throws UnknownHostException {
        byte[] loopback = InetAddress.getByName("::1").getAddress();
        assertEquals("::1%" + NO_INTERFACE, WrittenAddress.of(Inet6Address.getByAddress(null, loopback, NO_INTERFACE)));
    }

    @Test
    void theLabWritesEachAddressAsTheOthersDo() throws UnknownHostException {
        var random = Seed.random("WrittenAddressesTest");
        for (int i = 0; i < ADDRESSES; i++) {
            byte[] bytes = new byte[BYTES];
            for (int at = 0; at < BYTES; at++) {
                if (random.nextInt(5) == 0) bytes[at] = (byte) random.nextInt();
            }
            InetAddress address = Inet6Address.getByAddress(null, bytes, random.nextInt(3));
            assertEquals(Addresses.host(address), WrittenAddress.of(address));
        }
    }
}
