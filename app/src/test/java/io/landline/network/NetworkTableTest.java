package io.landline.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.io.TempDir;

/// The lines of the table that say most, at each build: that it happens, not how soon.
@StartsPrograms
class NetworkTableTest {
    @TempDir
    Path folder;

    private void happens(Case.Play play) throws Exception {
        var row = new Row("");
        play.run(new Stage(folder, new ReentrantLock()), row);
        assertTrue(row.happened(), row::markdown);
    }

    private void meet(String shape) throws Exception {
        if (!(Case.named(shape, Shapes.all()).play() instanceof Meeting meeting)) {
            throw new IllegalArgumentException(shape);
        }
        happens(meeting.alone());
    }

    private void change(String name) throws Exception {
        happens(Case.named(name, Changes.all()).play());
    }

    @ProcessTest
    void aVpnThatOwnsTheDefaultRouteAtBothKeepsNobodyApart() throws Exception {
        meet("VPN has the default route at both");
    }

    @ProcessTest
    void withoutDhcpTheAddressesThatComputersGiveThemselvesAreEnough() throws Exception {
        meet("no DHCP: 169.254 only");
    }

    @ProcessTest
    void theLinkLocalAddressesOfIpv6AreEnough() throws Exception {
        meet("fe80 only");
    }

    @ProcessTest
    void whereUdpIsBlockedATypedAddressIsReachedByTcp() throws Exception {
        meet("UDP blocked at B, who typed A's address");
    }

    @ProcessTest
    void aRenumberedPeerIsListedAtItsNewAddressAndJoinsAgain() throws Exception {
        change("B's address renumbered");
    }

    @ProcessTest
    void aCopiedProfileIsToldOnBothSides() throws Exception {
        change("a profile copied: both of it told");
    }
}
