package io.landline.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.doctor.Neighbours.Answer;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the commands of the systems print, read.
class SystemTablesTest {
    private static InetAddress at(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    @Test
    void neighboursOfLinuxAreRead() {
        Neighbours read = Neighbours.parse(Os.LINUX, """
                10.77.0.2 dev eth0 lladdr 6a:11:22:33:44:55 REACHABLE
                10.77.0.9 dev eth0 FAILED
                10.77.0.8 dev eth0 INCOMPLETE
                10.77.0.254 dev eth0 lladdr 6a:11:22:33:44:56 router STALE
                10.77.0.3 dev eth0 lladdr 00:00:00:00:00:00 NOARP
                fe80::1 dev eth0 lladdr 6a:11:22:33:44:56 DELAY
                """);
        assertEquals(Map.of(at("10.77.0.2"), Answer.ANSWERED, at("10.77.0.9"), Answer.SILENT, at("10.77.0.8"), Answer.SILENT,
                at("10.77.0.254"), Answer.ANSWERED, at("fe80::1"), Answer.ANSWERED), read.answers());
    }

    @Test
    void neighboursOfMacOsAreRead() {
        Neighbours read = Neighbours.parse(Os.MACOS, """
                ? (192.168.1.1) at a4:91:b1:0:0:1 on en0 ifscope [ethernet]
                ? (192.168.1.77) at (incomplete) on en0 ifscope [ethernet]
                """);
        assertEquals(Map.of(at("192.168.1.1"), Answer.ANSWERED, at("192.168.1.77"), Answer.SILENT), read.answers());
    }

    @Test
    void neighboursOfWindowsAreReadWhateverItsLanguage() {
        Neighbours read = Neighbours.parse(Os.WINDOWS, """

                Schnittstelle: 192.168.1.5 --- 0xb
                  Internetadresse       Physische Adresse     Typ
                  192.168.1.1           a4-91-b1-00-00-01     dynamisch
                  224.0.0.22            01-00-5e-00-00-16     statisch
                """);
        assertEquals(Optional.of(Answer.ANSWERED), read.of(at("192.168.1.1")));
    }

    @Test
    void anAnswerOnOneCardCountsMoreThanSilenceOnAnother() {
        String silentAndNot = "10.0.0.2 dev wlan0 FAILED\n10.0.0.2 dev eth0 lladdr 6a:11:22:33:44:55 STALE\n10.0.0.2 dev br0 FAILED\n";
        assertEquals(Optional.of(Answer.ANSWERED), Neighbours.parse(Os.LINUX, silentAndNot).of(at("10.0.0.2")));
    }

    @Test
    void textThatIsNoTableGivesNoNeighbours() {
        for (Os system : Os.values())
            assertEquals(Map.of(), Neighbours.parse(system, "no such thing\n\u0000dev FAILED\n(x) at y").answers());
    }

    @Test
    void gatewaysAreReadAndTunnelsNameNone() {
        assertEquals(Set.of(at("10.77.0.254")), Gateways.parse(Os.LINUX, """
                default via 10.77.0.254 dev eth0 metric 100
                default dev tun0 scope link
                10.77.0.0/24 dev eth0 proto kernel scope link src 10.77.0.1
                """));
        assertEquals(Set.of(at("192.168.1.1")), Gateways.parse(Os.MACOS, """
                Destination        Gateway            Flags               Netif Expire
                default            192.168.1.1        UGScg                 en0
                default            link#21            UCSIg               utun4
                127                127.0.0.1          UCS                   lo0
                """));
        assertEquals(Set.of(at("192.168.1.1")), Gateways.parse(Os.WINDOWS, """
                     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
                          0.0.0.0          0.0.0.0      192.168.1.1      192.168.1.5     35
                          0.0.0.0          0.0.0.0   Auf Verbindung         10.8.0.2      5
                """));
    }

    @Test
    void theFirewallOfLinuxIsTheOneThatIsSwitchedOn() {
        String drops = "table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy drop;\n\t}\n}\n";
        String onlyOutput = "table inet f {\n\tchain input {\n\t\ttype filter hook input priority filter; policy accept;\n\t}\n"
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
