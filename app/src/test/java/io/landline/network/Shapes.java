package io.landline.network;

import io.landline.fixture.LanNodes;
import io.landline.network.Meeting.Bounds;
import io.landline.testing.Cards;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The networks that people have, and those that they wish they had not.
final class Shapes {
    /// Three seconds alone, then the nearest sixty-four addresses within seven (docs/protocol/presence.md, "Who speaks
    /// when").
    private static final Duration SWEEP = Duration.ofSeconds(10);
    /// Where only B is to be asked before it hears: A sees B's announcement, B finds A by its sweep.
    private static final Bounds SWEPT_BY_B = new Bounds(Stage.SEEN_WITHIN, SWEEP, SWEEP.plus(Stage.JOINED_WITHIN),
            Stage.GONE_WITHIN);
    private static final Bounds SWEPT = Bounds.both(SWEEP);
    /// Three of ten each way: the burst of four may be lost, and then the next announcement counts. A session takes
    /// some twenty packets, and TCP waits 1 s, 2 s, 4 s for a lost one at first. The word that a killed one's system
    /// sends may be lost: then silence tells.
    private static final Bounds DESPITE_LOSS = new Bounds(Duration.ofSeconds(8), Duration.ofSeconds(8),
            Duration.ofSeconds(30), Changes.SILENT_SESSION);
    /// Seen by a session, or told by who has one.
    private static final Bounds BY_SESSION = Bounds.both(Stage.JOINED_WITHIN.multipliedBy(2));

    /// What others send to all does not come in; a computer's own copy of what it sent never saw the access point.
    private static final String NOT_FOR_ALL = "add rule inet lan i meta pkttype { broadcast, multicast } "
            + "meta l4proto udp fib saddr type != local drop";
    private static final Meeting.Setup NOTHING_ODD = _ -> {
    };

    private interface CardChange {
        void make(Cards cards) throws IOException;
    }

    private interface FirewallChange {
        void make(NamespaceLan lan, int computer);
    }

    private Shapes() {}

    static List<Case> all() {
        return List.of(new Case("plain", Meeting.ofTwo(NOTHING_ODD)),
                new Case("A in two networks at once, one of B's side in each",
                        Meeting.ofTwo(lan -> lan.cards(1).secondInTheOtherSubnet()).sides(1, 2).acrossARouter()),
                new Case("VPN has the default route at both", both(Cards::openVpn).doctorSays("vpn-route")),
                new Case("VPN has the default route at B", Meeting.ofTwo(lan -> lan.cards(2).openVpn())),
                new Case("bridge for containers, 172.17.0.1 at both", both(Cards::bridgeForContainers)),
                new Case("two cards in one subnet at both", both(Cards::secondInTheSameSubnet)),
                new Case("IPv4 only", both(Cards::onlyIpv4)), new Case("IPv6 only", both(Cards::onlyIpv6)),
                new Case("no DHCP: 169.254 only", both(Cards::onlyLinkLocalIpv4).doctorSays("no-interface")),
                new Case("fe80 only", both(Cards::onlyLinkLocalIpv6)),
                new Case("no default route", both(Cards::withoutDefaultRoute)),
                new Case("broadcast refused at both", both(Cards::refuseBroadcast).doctorSays("no-broadcast")),
                new Case("multicast refused at both", both(Cards::refuseMulticast).doctorSays("no-multicast")),
                new Case("broadcast and multicast refused on A's second card", Meeting.ofTwo(lan -> {
                    lan.cards(1).secondInTheOtherSubnet();
                    lan.cards(1).refuseAllOnSecond();
                }).acrossARouter().sides(1, 2).within(SWEPT)),
                new Case("B's firewall lets only answers in",
                        Meeting.ofTwo(lan -> lan.blockInbound(2)).within(SWEPT_BY_B)),
                new Case("both firewalls let only answers in",
                        both(NamespaceLan::blockInbound).within(SWEPT).doctorSays("firewall-here")),
                new Case("broadcast and multicast swallowed by the access point", swallowed().within(SWEPT)),
                new Case("UDP blocked at B, who typed A's address",
                        Meeting.ofTwo(lan -> lan.blockUdp(2))
                                .with(Shapes::typedByB)
                                .within(BY_SESSION)
                                .doctorSays("udp-in-blocked")),
                new Case("10 % loss each way", Meeting.ofTwo(lan -> lan.lose(2, 10)).within(DESPITE_LOSS)),
                new Case("30 % loss each way", Meeting.ofTwo(lan -> lan.lose(2, 30)).within(DESPITE_LOSS)),
                new Case("two subnets, B typed A's address",
                        Meeting.ofTwo(NOTHING_ODD).acrossARouter().with(Shapes::typedByB).doctorSays("other-subnet")),
                new Case("two subnets of two, one of B's side typed one of A's",
                        Meeting.ofTwo(NOTHING_ODD)
                                .acrossARouter()
                                .sides(2, 2)
                                .with((lan, computer) -> computer == 3 ? typed(lan) : List.of())
                                .within(BY_SESSION)));
    }

    private static Meeting both(CardChange change) {
        return Meeting.ofTwo(lan -> {
            change.make(lan.cards(1));
            change.make(lan.cards(2));
        });
    }

    private static Meeting both(FirewallChange change) {
        return Meeting.ofTwo(lan -> {
            change.make(lan, 1);
            change.make(lan, 2);
        });
    }

    /// What is for everybody leaves, and arrives nowhere.
    private static Meeting swallowed() {
        return Meeting.ofTwo(lan -> {
            for (int computer = 1; computer <= 2; computer++) lan.firewall(computer, NOT_FOR_ALL);
        });
    }

    private static List<String> typedByB(NamespaceLan lan, int computer) {
        return computer == 2 ? typed(lan) : List.of();
    }

    private static List<String> typed(NamespaceLan lan) {
        return List.of("--peer", lan.address(1) + ":" + LanNodes.PORT);
    }
}
