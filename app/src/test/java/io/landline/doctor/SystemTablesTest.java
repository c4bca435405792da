package io.landline.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.doctor.LinkNeighbours.Answer;
import io.landline.doctor.NeighbourTable.Entry;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the commands of the systems print, read.
class SystemTablesTest {
    private static InetAddress at(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static NeighbourTable read(OperatingSystem system, String printed) {
        return NeighbourTable.parse(system, printed, Duration.ZERO);
    }

    private static Entry confirmed(long secondsAgo) {
        return new Entry(true, Duration.ofSeconds(secondsAgo));
    }

    @Test
    void neighboursOfLinuxAreReadWithTheAgeOfTheirAnswers() {
        NeighbourTable read = read(OperatingSystem.LINUX, """
                10.77.0.2 dev eth0 lladdr 6a:11:22:33:44:55 ref 1 used 0/12/7 probes 1 REACHABLE
                10.77.0.9 dev eth0 used 5/65/2 probes 6 FAILED
                10.77.0.8 dev eth0 ref 1 used 0/60/0probes 1 INCOMPLETE
                10.77.0.254 dev eth0 lladdr 6a:11:22:33:44:56 router used 30/40/20probes 0 STALE
                10.77.0.3 dev eth0 lladdr 00:00:00:00:00:00 used 1/1/1 probes 0 NOARP
                10.77.0.4 dev eth0 lladdr 02:00:00:00:00:07 used 0/0/0 probes 0 PERMANENT
                10.77.0.5 dev eth0 lladdr 6a:11:22:33:44:57 PROBE
                fe80::1 dev eth0 lladdr 6a:11:22:33:44:56 used 1/33/1 probes 1 DELAY
                """);
        var silent = new Entry(false, null);
        var ageless = new Entry(true, null);
        assertEquals(Map.of(at("10.77.0.2"), confirmed(12), at("10.77.0.9"), silent, at("10.77.0.8"), silent,
                at("10.77.0.254"), confirmed(40), at("10.77.0.4"), ageless, at("10.77.0.5"), ageless, at("fe80::1"),
                confirmed(33)), read.entries());
    }

    @Test
    void neighboursOfMacOsAreRead() {
        NeighbourTable read = read(OperatingSystem.MACOS, """
                ? (192.168.1.1) at a4:91:b1:0:0:1 on en0 ifscope [ethernet]
                ? (192.168.1.77) at (incomplete) on en0 ifscope [ethernet]
                """);
        assertEquals(Map.of(at("192.168.1.1"), Answer.REMEMBERED, at("192.168.1.77"), Answer.SILENT),
                read.alone().answers());
    }

    @Test
    void neighboursOfWindowsAreReadWhateverItsLanguage() {
        NeighbourTable read = read(OperatingSystem.WINDOWS, """

                Schnittstelle: 192.168.1.5 --- 0xb
                  Internetadresse       Physische Adresse     Typ
                  192.168.1.1           a4-91-b1-00-00-01     dynamisch
                  224.0.0.22            01-00-5e-00-00-16     statisch
                """);
        assertEquals(Optional.of(Answer.REMEMBERED), read.alone().of(at("192.168.1.1")));
    }

    @Test
    void theNewestAnswerOnAnyCardCounts() {
        NeighbourTable read = read(OperatingSystem.LINUX, """
                10.0.0.2 dev wlan0 FAILED
                10.0.0.2 dev eth0 lladdr 6a:11:22:33:44:55 used 1/50/1 probes 1 STALE
                10.0.0.2 dev eth1 lladdr 6a:11:22:33:44:55 used 1/20/1 probes 1 STALE
                10.0.0.2 dev br0 FAILED
                """);
        assertEquals(Map.of(at("10.0.0.2"), confirmed(20)), read.entries());
    }

    private static Optional<Answer> since(Entry before, Duration between, Entry now) {
        var then = new NeighbourTable(Map.of(at("10.0.0.2"), before), Duration.ofSeconds(100));
        return new NeighbourTable(Map.of(at("10.0.0.2"), now), Duration.ofSeconds(100).plus(between)).since(then)
                .of(at("10.0.0.2"));
    }

    @Test
    void onlyAnAnswerFromAfterTheFirstTableCounts() {
        var silent = new Entry(false, null);
        var between = Duration.ofSeconds(7);
        assertEquals(Optional.of(Answer.REMEMBERED), since(confirmed(3), between, confirmed(10)),
                "the same answer, older");
        assertEquals(Optional.of(Answer.REMEMBERED), since(confirmed(3), between, confirmed(9)),
                "the same, by rounding");
        assertEquals(Optional.of(Answer.ANSWERED), since(confirmed(3), between, confirmed(8)),
                "a younger one, for certain");
        assertEquals(Optional.of(Answer.ANSWERED), since(confirmed(60), between, confirmed(1)));
        assertEquals(Optional.of(Answer.ANSWERED), since(silent, between, confirmed(7)),
                "it was asked before and answered then");
        assertEquals(Optional.of(Answer.SILENT), since(confirmed(3), between, silent));
    }

    @Test
    void withoutAgesOnlyAnEntryThatIsNewShowsAnAnswer() {
        var ageless = new Entry(true, null);
        assertEquals(Optional.of(Answer.REMEMBERED), since(ageless, Duration.ofSeconds(20), ageless));
        assertEquals(Optional.of(Answer.REMEMBERED), since(confirmed(60), Duration.ofSeconds(20), ageless));
        var empty = new NeighbourTable(Map.of(), Duration.ZERO);
        assertEquals(Optional.of(Answer.ANSWERED),
                new NeighbourTable(Map.of(at("10.0.0.2"), ageless), Duration.ofSeconds(7)).since(empty)
                        .of(at("10.0.0.2")));
    }

    @Test
    void textThatIsNoTableGivesNoNeighbours() {
        for (OperatingSystem system : OperatingSystem.values()) {
            assertEquals(Map.of(), read(system, "no such thing\n\u0000dev FAILED\n(x) at y").entries());
        }
    }

    @Test
    void gatewaysAreReadAndTunnelsNameNone() {
        assertEquals(Set.of(at("10.77.0.254")), Gateways.parse(OperatingSystem.LINUX, """
                default via 10.77.0.254 dev eth0 metric 100
                default dev tun0 scope link
                10.77.0.0/24 dev eth0 proto kernel scope link src 10.77.0.1
                """));
        assertEquals(Set.of(at("192.168.1.1")), Gateways.parse(OperatingSystem.MACOS, """
                Destination        Gateway            Flags               Netif Expire
                default            192.168.1.1        UGScg                 en0
                default            link#21            UCSIg               utun4
                127                127.0.0.1          UCS                   lo0
                """));
        assertEquals(Set.of(at("192.168.1.1")), Gateways.parse(OperatingSystem.WINDOWS, """
                     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
                          0.0.0.0          0.0.0.0      192.168.1.1      192.168.1.5     35
                          0.0.0.0          0.0.0.0   Auf Verbindung         10.8.0.2      5
                """));
    }

    @Test
    void theFirewallOfLinuxIsTheOneThatIsSwitchedOn() {
        String drops = "table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy"
                + " drop;\n\t}\n}\n";
        String onlyOutput = "table inet f {\n\tchain input {\n\t\ttype filter hook input priority filter; policy"
                + " accept;\n\t}\n"
                + "\tchain output {\n\t\ttype filter hook output priority filter; policy drop;\n\t}\n}\n";
        assertEquals(Firewall.UFW, Firewall.linux("# comment\nENABLED=yes\n", "", drops));
        assertEquals(Firewall.FIREWALLD, Firewall.linux("ENABLED=no\n", "running\n", drops));
        assertEquals(Firewall.NFT, Firewall.linux("", "", drops));
        assertEquals(Firewall.NONE_SEEN, Firewall.linux("", "not running", onlyOutput));
    }

    @Test
    void aPublicNetworkOfWindowsIsSeen() {
        assertEquals(Firewall.WINDOWS_PUBLIC, Firewall.windows("Private\nPublic\n", ""));
        assertEquals(Firewall.WINDOWS,
                Firewall.windows("Private\n", "Private Profile Settings:\nState                                 ON\n"));
        assertEquals(Firewall.NONE_SEEN, Firewall.windows("Private\n", "State                                 OFF\n"));
    }

    @Test
    void theFirewallOfMacOsIsSeen() {
        assertEquals(Firewall.MACOS, Firewall.macOs("Firewall is enabled. (State = 1)\n"));
        assertEquals(Firewall.NONE_SEEN, Firewall.macOs("Firewall is disabled. (State = 0)\n"));
    }
}
