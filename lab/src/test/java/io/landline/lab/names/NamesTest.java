package io.landline.lab.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Addresses;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.Recorder;
import io.landline.lab.net.Names;
import io.landline.lab.net.Target;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private final Recorder events = new Recorder();

    @Test
    void aServiceAndItsPortAreFoundBothWays() {
        Services services = Services.ofSystem();
        assertEquals(53, services.port("domain"));
        assertEquals("domain", services.name(53));
        assertEquals(80, services.port("http"));
        for (Services.Known each : Services.KNOWN) assertNotNull(services.name(each.port()), each.name());
    }

    @Test
    void localhostHasItsIpv4AddressMarkedAndThePortBeside() throws Exception {
        new Lookup("localhost", "http", 0, events).run();
        var found = (Lookup.Found) events.await(LabEvent.Result.class).result();
        assertEquals("127.0.0.1", found.ipv4());
        assertEquals(80, found.port());
        assertTrue(found.summary().contains("127.0.0.1  port 80  ← the one"), found.summary());
        assertTrue(found.summary().contains("The IP address of localhost is 127.0.0.1"), found.summary());
    }

    @Test
    void withoutANameItIsThisComputer() throws Exception {
        new Lookup("", "", 0, events).run();
        var found = (Lookup.Found) events.await(LabEvent.Result.class).result();
        assertTrue(
                found.addresses()
                        .stream()
                        .map(LabMessage::english)
                        .anyMatch(each -> each.startsWith("127.0.0.1  (lo") && each.endsWith("loopback)")),
                found.summary());
        assertEquals(53, found.port());
        assertEquals("domain", found.service());
    }

    @Test
    void whatIsUnknownIsAnError() {
        assertThrows(LabException.class, () -> new Lookup("", "no-such-service", 0, events).run());
        assertThrows(LabException.class, () -> new Lookup("", "", 65_500, events).run());
    }

    @Test
    void aNumberInThePlaceOfAServiceIsThePortOfOne() throws Exception {
        new Lookup("", "53", 0, events).run();
        var found = (Lookup.Found) events.await(LabEvent.Result.class).result();
        assertEquals(List.of("domain", 53), List.of(found.service(), found.port()));
        String said = assertThrows(LabException.class, () -> new Lookup("", "65500", 0, events).run()).getMessage();
        assertEquals("No service is known for port 65500.", said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            300.1.2.3        | 300.1.2.3 is no address: each of the four numbers is at most 255.
            127.0.0.9:99     | 127.0.0.9:99 has a port in it. Give the host alone, and the port by --port 99.
            no-such.host:99  | no-such.host:99 has a port in it. Give the host alone, and the port by --port 99.
            [::1]:99         | [::1]:99 has a port in it. Give the host alone, and the port by --port 99.
            """)
    void whatLooksLikeAnAddressAndIsNoneIsSaidToBeWhatItIs(String host, String sentence) {
        assertEquals(sentence,
                assertThrows(LabException.class, () -> Names.resolve(host, Family.ANY)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,IPV6,127.0.0.1 is no IPv6 address.", "::1,IPV4,::1 is no IPv4 address."})
    void anAddressOfTheOtherVersionIsNotAskedToBeOne(String host, Family family, String begins) {
        String said = assertThrows(LabException.class, () -> Names.resolve(host, family)).getMessage();
        assertTrue(said.startsWith(begins), said);
    }

    @ParameterizedTest
    @CsvSource({"::1,loopback", "127.0.0.2,loopback", "fe80::1,link-local", "169.254.1.1,link-local",
            "fd00::1,unique-local", "192.168.1.1,private", "2001:db8::1,global", "192.0.2.1,global"})
    void anAddressHasItsScope(String address, String scope) throws Exception {
        assertEquals(scope, Scope.of(InetAddress.getByName(address)).toString());
    }

    @Test
    void reachTellsWhichAddressAnswersAndWhyTheOthersDoNot() throws Exception {
        try (var four = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            new AddressProbe(new Target("localhost", four.getLocalPort(), Family.ANY), events).run();
            var table = (AddressProbe.Table) events.await(LabEvent.Result.class).result();
            for (AddressProbe.Row each : table.rows()) {
                assertEquals(each.family().equals("IPv4") ? "connected" : "refused", each.result().english());
                assertEquals("loopback", each.scope());
            }
            List<Long> tried = events.all(LabEvent.SoFar.class)
                    .stream()
                    .map(each -> ((AddressProbe.Table) each.found()).rows()
                            .stream()
                            .filter(AddressProbe.Row::isTried)
                            .count())
                    .toList();
            assertEquals(LongStream.range(0, table.rows().size()).boxed().toList(), tried,
                    "each is told when it was tried");
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,127.0.0.1:80", "::1,[::1]:80", "2001:db8:0:0:1:0:0:1,[2001:db8::1:0:0:1]:80",
            "2001:0:0:1:0:0:0:1,[2001:0:0:1::1]:80",
            "::,[::]:80", "fe80::,[fe80::]:80", "1:2:3:4:5:6:0:8,[1:2:3:4:5:6:0:8]:80"})
    void addressesAreWrittenAsRfc5952Says(String address, String text) throws Exception {
        assertEquals(text, Addresses.text(new InetSocketAddress(InetAddress.getByName(address), 80)));
    }
}
