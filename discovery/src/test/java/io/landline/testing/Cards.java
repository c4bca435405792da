package io.landline.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The network cards, addresses and routes of one computer in a [NamespaceLan], and what may be odd about them. Each change is made when
/// the method returns.
public final class Cards {
    private static final String FIRST = "eth0";
    private static final String SECOND = "eth1";
    private static final String TUNNEL = "tun0";
    /// In the words of nft; a rule of the output hook that drops is an error at the sender.
    private static final List<String> BROADCASTS = List.of("ip daddr { 255.255.255.255, 10.77.0.255, 10.77.1.255 }");
    private static final List<String> MULTICASTS = List.of("ip daddr 224.0.0.0/4", "ip6 daddr ff12::/16");
    /// On the same switch the second card has the first one's number plus this.
    private static final int SECOND_ADDRESS_OFFSET = 100;

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
        lan.at(peer, "link add docker0 type bridge", "link add c0 type veth peer name c1", "link set c0 master docker0 up",
                "link set c1 up", "link set docker0 up", "addr add 172.17.0.1/16 brd + dev docker0");
    }

    public void onlyIpv4() {
        lan.command("ip", "netns", "exec", lan.namespace(peer), "sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6");
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
        for (String each : destinations) lan.firewall(peer, "add rule inet lan o oifname " + card + " " + each + " drop");
    }
}
