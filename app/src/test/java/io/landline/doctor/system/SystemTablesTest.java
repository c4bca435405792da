package io.landline.doctor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.system.LinkNeighbours.Answer;
import io.landline.system.OperatingSystem;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the commands of the systems print, read.
class SystemTablesTest {
    private static final String ASKED = "10.0.0.2 dev eth0 lladdr 6a:11:22:33:44:55 PROBE";
    private static final String FINE = "10.0.0.2 dev eth0 lladdr 6a:11:22:33:44:55 REACHABLE";

    private static InetAddress at(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static LinkNeighbours read(OperatingSystem system, String printed) {
        return NeighbourTable.parse(system, printed);
    }

    @Test
    void neighboursOfLinuxAreRead() {
        LinkNeighbours read = read(OperatingSystem.LINUX, """
                10.77.0.2 dev eth0 lladdr 6a:11:22:33:44:55 REACHABLE
                10.77.0.9 dev eth0 FAILED
                10.77.0.8 dev eth0 INCOMPLETE
                10.77.0.254 dev eth0 lladdr 6a:11:22:33:44:56 router STALE
                10.77.0.3 dev eth0 lladdr 00:00:00:00:00:00 NOARP
                10.77.0.4 dev eth0 lladdr 02:00:00:00:00:07 PERMANENT
                10.77.0.5 dev eth0 lladdr 6a:11:22:33:44:57 PROBE
                fe80::1 dev eth0 lladdr 6a:11:22:33:44:56 router DELAY
                """);
        assertEquals(Map.of(at("10.77.0.2"), Answer.REMEMBERED, at("10.77.0.9"), Answer.SILENT, at("10.77.0.8"),
                Answer.SILENT, at("10.77.0.254"), Answer.REMEMBERED, at("10.77.0.4"), Answer.REMEMBERED,
                at("10.77.0.5"), Answer.REMEMBERED, at("fe80::1"), Answer.REMEMBERED), read.answers());
    }

    @Test
    void addressesThatAnotherComputerHasTooAreRead() {
        assertEquals(List.of("eth0 (fe80::5054:ff:fe12:3456)", "eth0 (2001:db8::7)"), DuplicateAddresses.parse("""
                00000000000000000000000000000001 01 80 10 80       lo
                fe80000000000000505400fffe123456 02 40 20 c8     eth0
                20010db8000000000000000000000007 02 40 00 88     eth0
                20010db8000000000000000000000008 03 40 00 40    wlan0
                not a line
                """));
    }

    @Test
    void neighboursOfMacOsAreRead() {
        LinkNeighbours read = read(OperatingSystem.MACOS, """
                ? (192.168.1.1) at a4:91:b1:0:0:1 on en0 ifscope [ethernet]
                ? (192.168.1.77) at (incomplete) on en0 ifscope [ethernet]
                """);
        assertEquals(Map.of(at("192.168.1.1"), Answer.REMEMBERED, at("192.168.1.77"), Answer.SILENT), read.answers());
    }

    @Test
    void neighboursOfWindowsAreReadWhateverItsLanguage() {
        LinkNeighbours read = read(OperatingSystem.WINDOWS, """

                Schnittstelle: 192.168.1.5 --- 0xb
                  Internetadresse       Physische Adresse     Typ
                  192.168.1.1           a4-91-b1-00-00-01     dynamisch
                  224.0.0.22            01-00-5e-00-00-16     statisch
                """);
        assertEquals(Optional.of(Answer.REMEMBERED), read.of(at("192.168.1.1")));
    }

    /// Both systems keep them in the table of neighbours. Each was counted as a computer that answers, so a network
    /// that keeps its computers apart was never told.
    @Test
    void addressesOfGroupsAreNoNeighbours() {
        assertEquals(Set.of(at("192.168.1.1")), read(OperatingSystem.WINDOWS, """
                Interface: 192.168.1.5 --- 0xb
                  Internet Address      Physical Address      Type
                  192.168.1.1           a4-91-b1-00-00-01     dynamic
                  192.168.1.255         ff-ff-ff-ff-ff-ff     static
                  224.0.0.22            01-00-5e-00-00-16     static
                """).answers().keySet());
        assertEquals(Set.of(at("192.168.1.1")), read(OperatingSystem.MACOS, """
                ? (192.168.1.1) at a4:91:b1:0:0:1 on en0 ifscope [ethernet]
                ? (192.168.1.255) at ff:ff:ff:ff:ff:ff on en0 ifscope [ethernet]
                ? (224.0.0.251) at 1:0:5e:0:0:fb on en0 ifscope permanent [ethernet]
                """).answers().keySet());
    }

    @Test
    void anAnswerOnAnyCardCounts() {
        LinkNeighbours read = read(OperatingSystem.LINUX, """
                10.0.0.2 dev wlan0 FAILED
                10.0.0.2 dev eth0 lladdr 6a:11:22:33:44:55 STALE
                10.0.0.2 dev br0 FAILED
                """);
        assertEquals(Map.of(at("10.0.0.2"), Answer.REMEMBERED), read.answers());
    }

    private static LinkNeighbours with(Answer answer) {
        return new LinkNeighbours(Map.of(at("10.0.0.2"), answer));
    }

    private static Optional<Answer> since(LinkNeighbours before, Answer now, String... told) {
        var answers = new LinkAnswers();
        for (String line : told) answers.take(line);
        return with(now).since(before, answers::contains).of(at("10.0.0.2"));
    }

    @Test
    void onlyAnAnswerFromAfterTheFirstTableCounts() {
        var empty = new LinkNeighbours(Map.of());
        assertEquals(Optional.of(Answer.ANSWERED), since(empty, Answer.REMEMBERED), "it was not known before");
        assertEquals(Optional.of(Answer.ANSWERED), since(with(Answer.SILENT), Answer.REMEMBERED),
                "it was asked before and answered then");
        assertEquals(Optional.of(Answer.REMEMBERED), since(with(Answer.REMEMBERED), Answer.REMEMBERED),
                "it answered before");
        assertEquals(Optional.of(Answer.SILENT), since(with(Answer.REMEMBERED), Answer.SILENT));
        assertEquals(Optional.of(Answer.SILENT), since(empty, Answer.SILENT));
    }

    @Test
    void whoIsFoundWellWithoutBeingAskedHasNotAnsweredNow() {
        LinkNeighbours known = with(Answer.REMEMBERED);
        assertEquals(Optional.of(Answer.ANSWERED), since(known, Answer.REMEMBERED, ASKED, FINE));
        assertEquals(Optional.of(Answer.REMEMBERED), since(known, Answer.REMEMBERED, FINE),
                "a receipt on a TCP connection, from whenever");
        assertEquals(Optional.of(Answer.REMEMBERED), since(known, Answer.REMEMBERED, ASKED), "it is being asked");
        assertEquals(Optional.of(Answer.REMEMBERED),
                since(known, Answer.REMEMBERED, ASKED, FINE.replace("REACHABLE", "STALE"), FINE));
        assertEquals(Optional.of(Answer.REMEMBERED),
                since(known, Answer.REMEMBERED, ASKED, FINE.replace("eth0", "eth1")), "it was asked on another card");
        assertEquals(Optional.of(Answer.REMEMBERED),
                since(known, Answer.REMEMBERED, ASKED.replace("0.2", "0.3"), FINE.replace("0.2", "0.3")));
        assertEquals(Optional.of(Answer.REMEMBERED),
                since(known, Answer.REMEMBERED, ASKED, "Deleted " + FINE, "no such thing", ""));
        assertEquals(Optional.of(Answer.SILENT), since(known, Answer.SILENT, ASKED, FINE), "and silent since");
    }

    @Test
    void textThatIsNoTableGivesNoNeighbours() {
        for (OperatingSystem system : OperatingSystem.values()) {
            assertEquals(Map.of(), read(system, "no such thing\n\u0000dev FAILED\n(x) at y").answers());
        }
    }

    @Test
    void gatewaysAreReadAndTunnelsNameNone() {
        assertEquals(Set.of(at("10.77.0.254")), Gateways.parse(OperatingSystem.LINUX, """
                default via 10.77.0.254 dev eth0 metric 100
                default dev tun0 scope link
                10.77.0.0/24 dev eth0 proto kernel scope link src 10.77.0.1
                """));
        assertEquals(Set.of(at("fe80::1"), at("fe80::2"), at("fe80::3")), Gateways.parse(OperatingSystem.LINUX, """
                2001:db8:1::/64 proto ra metric 100
                \tnexthop via fe80::9 dev eth0 weight 1
                default via inet6 fe80::3 dev eth1 metric 100
                default proto ra metric 100 expires 1795sec pref medium
                \tnexthop via fe80::1 dev eth0 weight 1
                \tnexthop via fe80::2 dev eth0 weight 1
                fe80::/64 dev eth0 proto kernel metric 1024 pref medium
                """), "several routers, and one for IPv4 that is reached by IPv6");
        assertEquals(Set.of(at("10.77.0.254"), at("fe80::1"), at("fe80::2"), at("fe80::3")),
                Gateways.parse(OperatingSystem.LINUX, """
                        default nhid 12 via 10.77.0.254 dev eth0 proto dhcp metric 100
                        10.78.0.0/24 nhid 13 via 10.77.0.9 dev eth0
                        default nhid 3274632420 via fe80::1 dev eth0 proto ra metric 100 expires 8999sec pref medium
                        default nhid 20 proto ra metric 100 expires 1795sec pref medium
                        \tnexthop via fe80::2 dev eth0 weight 1
                        \tnexthop via fe80::3 dev eth0 weight 1
                        """), "by next hops of their own, as systemd-networkd makes them");
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

    /// Without a zone the command changes the default one, be the card in another.
    @Test
    void theCommandsOfFirewalldNameTheZoneOfEachCard() {
        var ports = new FirewallPorts(5263);
        assertEquals("""
                sudo firewall-cmd --permanent --zone="$(firewall-cmd --get-zone-of-interface=wlan0 || firewall-cmd \
                --get-default-zone)" --add-port=5263-5279/udp --add-port=5263-5279/tcp
                sudo firewall-cmd --reload""", Firewall.FIREWALLD.commands(ports, List.of("wlan0")));
        String two = Firewall.FIREWALLD.commands(ports, List.of("eth0", "it's"));
        assertEquals(3, two.lines().count(), two);
        assertTrue(two.contains("=eth0 ||") && two.contains("='it'\\''s' ||"), two);
    }

    @Test
    void aPublicNetworkOfWindowsIsSeen() {
        assertEquals(Firewall.WINDOWS_PUBLIC, Firewall.windows("Private\nPublic\n", "", ""));
        assertEquals(Firewall.WINDOWS,
                Firewall.windows("Private\n", "Private Profile Settings:\nState                                 ON\n",
                        ""));
        assertEquals(Firewall.NONE_SEEN,
                Firewall.windows("Private\n", "State                                 OFF\n", ""));
    }

    @Test
    void aPublicNetworkOfWindowsIsNoMatterWhereTheFirewallIsOffThere() {
        String off = """
                Domain Profile Settings:
                ----------------------------------------------------------------------
                State                                 OFF

                Private Profile Settings:
                ----------------------------------------------------------------------
                State                                 OFF

                Public Profile Settings:
                ----------------------------------------------------------------------
                State                                 OFF
                Ok.
                """;
        assertEquals(Firewall.NONE_SEEN, Firewall.windows("Public\n", off, ""));
        String on = off.replace("OFF\nOk.", "ON\nOk.");
        assertEquals(Firewall.WINDOWS_PUBLIC, Firewall.windows("Public\n", on, ""));
        String settings = """
                HKEY_LOCAL_MACHINE\\SYSTEM\\…\\FirewallPolicy\\PublicProfile
                    EnableFirewall    REG_DWORD    0x0

                HKEY_LOCAL_MACHINE\\SYSTEM\\…\\FirewallPolicy\\StandardProfile
                    EnableFirewall    REG_DWORD    0x1
                """;
        assertEquals(Firewall.WINDOWS, Firewall.windows("Private\nPublic\n", "", settings));
        assertEquals(Firewall.WINDOWS_PUBLIC, Firewall.windows("Public\n", "", settings.replace("0x0", "0x1")));
    }

    /// `netsh` says whether it is on in the language of the system, the registry by a number.
    @Test
    void theFirewallOfWindowsIsSeenInEachLanguage() {
        String settings = """

                HKEY_LOCAL_MACHINE\\SYSTEM\\…\\FirewallPolicy\\DomainProfile
                    EnableFirewall    REG_DWORD    0x0

                HKEY_LOCAL_MACHINE\\SYSTEM\\…\\FirewallPolicy\\StandardProfile
                    EnableFirewall    REG_DWORD    0x1

                Ende der Suche: 2 Übereinstimmungen gefunden.
                """;
        String german = "Status                                EIN\n";
        assertEquals(Firewall.WINDOWS, Firewall.windows("Private\n", german, settings));
        assertEquals(Firewall.NONE_SEEN, Firewall.windows("Private\n", german, settings.replace("0x1", "0x0")));
        assertEquals(Firewall.NONE_SEEN, Firewall.windows("", "", ""));
    }

    @Test
    void theFirewallOfMacOsIsSeen() {
        assertEquals(Firewall.MACOS, Firewall.macOs("Firewall is enabled. (State = 1)\n"));
        assertEquals(Firewall.NONE_SEEN, Firewall.macOs("Firewall is disabled. (State = 0)\n"));
        assertEquals(Firewall.NONE_SEEN, Firewall.macOs(""));
    }

    @Test
    void aMacThatBlocksAllIncomingConnectionsHasAFirewall() {
        assertEquals(Firewall.MACOS,
                Firewall.macOs("Firewall is blocking all non-essential incoming connections. (State = 2)\n"));
    }
}
