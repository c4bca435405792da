package io.landline.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The network cards, addresses and routes of one computer in a [NamespaceLan], and what may be odd about them. Each
/// change is made when the method returns.
public final class Cards {
    private static final String FIRST = "eth0";
    private static final String SECOND = "eth1";
    private static final String TUNNEL = "tun0";
    /// In the words of nft; a rule of the output hook that drops is an error at the sender.
    private static final List<String> BROADCASTS = List.of("ip daddr { 255.255.255.255, 10.77.0.255, 10.77.1.255 }");
    private static final List<String> MULTICASTS = List.of("ip daddr 224.0.0.0/4", "ip6 daddr ff12::/16");
    /// On the same switch the second card has the first one's number plus this.
    private static final int SECOND_ADDRESS_OFFSET = 100;

    /// Cards of one computer; ten computers have that many addresses in a /24.
    private static final int CARDS_MAX = 10;
    private static final int FURTHER_ADDRESSES_FROM = 100;

    private final NamespaceLan lan;
    private final int peer;

    Cards(NamespaceLan lan, int peer) {
        this.lan = lan;
        this.peer = peer;
    }

    /// A second card, `eth1`, in the same subnet, without an address so far.
    private void plugSecond(int subnet) {
        lan.atSwitch("link add w" + peer + " type veth peer name " + SECOND + " netns " + lan.namespace(peer),
                "link set w" + peer + " master br" + subnet + " up");
        lan.at(peer, "link set " + SECOND + " up");
    }

    /// A second card, `eth1`, in the first one's subnet.
    public void secondInTheSameSubnet() {
        plugSecond(lan.subnet(peer));
        lan.at(peer, "addr add " + secondAddress() + "/24 brd + dev " + SECOND + " metric 600");
    }

    /// A second card, `eth1`, in the second subnet of two that no router needs to join: this computer stands in both.
    public void secondInTheOtherSubnet() {
        int other = 1 - lan.subnet(peer);
        plugSecond(other);
        lan.at(peer, "addr add 10.77." + other + "." + (SECOND_ADDRESS_OFFSET + peer) + "/24 brd + dev " + SECOND);
    }

    /// Further cards, `eth1` and on, in the first one's subnet, for nodes that share this computer and have one card
    /// each, IPv4 alone. Each card answers for its own address only. What comes in for everybody comes in once, by the
    /// first card: the nodes' shared sockets all hear it there, and would hear it once more for each other card, as no
    /// computer of one node does.
    public void plugMore(int count) {
        onlyIpv4();
        for (int i = 1; i <= count; i++) {
            lan.atSwitch(
                    "link add m" + peer + "-" + i + " type veth peer name eth" + i + " netns " + lan.namespace(peer),
                    "link set m" + peer + "-" + i + " master br" + lan.subnet(peer) + " up");
            lan.at(peer, "link set eth" + i + " up",
                    "addr add " + address(i) + "/24 brd + dev eth" + i + " metric " + (1_000 + i));
        }
        lan.command("ip", "netns", "exec", lan.namespace(peer), "sh", "-c",
                "cd /proc/sys/net/ipv4/conf; for i in all eth*; do "
                        + "echo 1 > $i/arp_ignore; echo 2 > $i/arp_announce; echo 0 > $i/rp_filter; done");
        lan.firewall(peer,
                "add rule inet lan i iifname != eth0 meta pkttype { broadcast, multicast } fib saddr type !="
                        + " local drop");
    }

    /// The address of a card: 0 is the first.
    public String address(int card) {
        return card == 0
                ? lan.address(peer)
                : "10.77." + lan.subnet(peer) + "." + (FURTHER_ADDRESSES_FROM + peer * CARDS_MAX + card);
    }

    /// The address of the second card in the same subnet.
    public String secondAddress() {
        return "10.77." + lan.subnet(peer) + "." + (SECOND_ADDRESS_OFFSET + peer);
    }

    /// Goes from the first card to the second one, as from a cable to Wi-Fi.
    public void switchToSecond() {
        plugSecond(lan.subnet(peer));
        lan.at(peer, "addr flush dev " + FIRST, "link set " + FIRST + " down",
                "addr add " + secondAddress() + "/24 brd + dev " + SECOND);
    }

    /// A tunnel, `tun0`, that takes the default route and swallows all that is sent into it.
    public void openVpn() throws IOException {
        Process holder = lan.execJava(peer, Tunnel.class, TUNNEL);
        String said = holder.inputReader().readLine();
        if (!"held".equals(said)) throw new IOException("no tunnel: " + said);
        lan.at(peer, "link set " + TUNNEL + " up", "addr add 10.8.0." + peer + "/24 dev " + TUNNEL,
                "route replace default dev " + TUNNEL + " metric 10");
    }

    /// The tunnel goes, and with it its route.
    public void closeVpn() {
        lan.at(peer, "link del " + TUNNEL);
    }

    /// A bridge for containers, with one of them plugged in: on every computer it has the same address.
    public void bridgeForContainers() {
        lan.at(peer, "link add docker0 type bridge", "link add c0 type veth peer name c1",
                "link set c0 master docker0 up", "link set c1 up", "link set docker0 up",
                "addr add 172.17.0.1/16 brd + dev docker0");
    }

    public void onlyIpv4() {
        lan.command("ip", "netns", "exec", lan.namespace(peer), "sh", "-c",
                "echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6");
    }

    public void onlyIpv6() {
        flush("-4");
    }

    /// As where no DHCP answers: an address of 169.254.0.0/16 and no route but the link's.
    public void onlyLinkLocalIpv4() {
        onlyIpv4();
        flush("-4");
        lan.at(peer, "addr add 169.254.77." + peer + "/16 brd + scope link dev " + FIRST);
    }

    /// Nothing but the address that the card gave itself.
    public void onlyLinkLocalIpv6() {
        onlyIpv6();
        flush("-6", "scope", "global");
    }

    private void flush(String family, String... which) {
        var command = new ArrayList<>(List.of("ip", family, "-n", lan.namespace(peer), "addr", "flush", "dev", FIRST));
        command.addAll(List.of(which));
        lan.command(command.toArray(String[]::new));
    }

    /// A switch without a router.
    public void withoutDefaultRoute() {
        lan.at(peer, "route del default");
    }

    /// The system refuses to send by broadcast from the first card.
    public void refuseBroadcast() {
        refuse(FIRST, BROADCASTS);
    }

    /// The system refuses to send by multicast of either family from the first card.
    public void refuseMulticast() {
        refuse(FIRST, MULTICASTS);
    }

    /// The system refuses to send to many at once from the second card.
    public void refuseAllOnSecond() {
        refuse(SECOND, BROADCASTS);
        refuse(SECOND, MULTICASTS);
    }

    private void refuse(String card, List<String> destinations) {
        for (String each : destinations) {
            lan.firewall(peer, "add rule inet lan o oifname " + card + " " + each + " drop");
        }
    }
}
