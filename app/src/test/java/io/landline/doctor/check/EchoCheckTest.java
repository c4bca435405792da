package io.landline.doctor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.PrintedFinding;
import io.landline.doctor.check.EchoResult.Way;
import io.landline.doctor.system.Firewall;
import io.landline.doctor.system.FirewallPorts;
import io.landline.system.OperatingSystem;
import java.util.List;
import org.junit.jupiter.api.Test;

class EchoCheckTest {
    private static final FirewallPorts PORTS = new FirewallPorts(5263);
    private static final String NOT_PERMITTED = "Operation not permitted";

    private static EchoResult back(Way way) {
        return new EchoResult("eth0", way, "", true);
    }

    private static EchoResult lost(Way way) {
        return new EchoResult("eth0", way, "", false);
    }

    private static EchoResult failed(Way way, String error) {
        return new EchoResult("eth0", way, error, false);
    }

    private static Finding look(FindingCode code, OperatingSystem system, Firewall firewall, boolean canHear,
            EchoResult... echoes)
            throws InterruptedException {
        EchoProbe invented = new EchoProbe() {
            @Override
            public boolean canHear() {
                return canHear;
            }

            @Override
            public List<EchoResult> listen() {
                return List.of(echoes);
            }
        };
        return new EchoCheck(invented, () -> firewall, system, PORTS).run()
                .stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static Finding look(FindingCode code, EchoResult... echoes) throws InterruptedException {
        return look(code, OperatingSystem.LINUX, Firewall.NONE_SEEN, true, echoes);
    }

    @Test
    void whatComesBackProvesThatNothingHereDropsIt() throws InterruptedException {
        EchoResult[] all = {back(Way.BROADCAST), back(Way.SUBNET_BROADCAST), back(Way.MULTICAST)};
        for (FindingCode code : List.of(FindingCode.NO_PERMISSION, FindingCode.UDP_OUT_BLOCKED,
                FindingCode.FIREWALL_HERE, FindingCode.NO_BROADCAST,
                FindingCode.NO_MULTICAST)) {
            assertEquals(FindingState.OK, look(code, all).state(), code.word());
        }
    }

    @Test
    void whatLeavesAndDoesNotComeBackWasDroppedHere() throws InterruptedException {
        Finding finding = look(FindingCode.FIREWALL_HERE, OperatingSystem.LINUX, Firewall.UFW, true,
                lost(Way.BROADCAST),
                lost(Way.MULTICAST));
        assertEquals(FindingState.BAD, finding.state());
        assertTrue(PrintedFinding.remedy(finding).contains("sudo ufw allow 5263:5279/udp"),
                PrintedFinding.remedy(finding));
    }

    @Test
    void onASystemThatWasNotTriedAMissingEchoAloneIsNoEvidence() throws InterruptedException {
        assertEquals(FindingState.UNKNOWN,
                look(FindingCode.FIREWALL_HERE, OperatingSystem.WINDOWS, Firewall.NONE_SEEN, true, lost(Way.BROADCAST))
                        .state());
        assertEquals(FindingState.BAD,
                look(FindingCode.FIREWALL_HERE, OperatingSystem.WINDOWS, Firewall.WINDOWS_PUBLIC, true,
                        lost(Way.BROADCAST)).state());
    }

    @Test
    void withoutTheSharedPortSilenceProvesNothing() throws InterruptedException {
        assertEquals(FindingState.UNKNOWN,
                look(FindingCode.FIREWALL_HERE, OperatingSystem.LINUX, Firewall.UFW, false, lost(Way.BROADCAST))
                        .state());
    }

    @Test
    void aRefusalToSendAnythingIsBadAndQuotesTheSystem() throws InterruptedException {
        Finding finding = look(FindingCode.UDP_OUT_BLOCKED, failed(Way.BROADCAST, NOT_PERMITTED),
                failed(Way.MULTICAST, NOT_PERMITTED));
        assertEquals(FindingState.BAD, finding.state());
        assertTrue(PrintedFinding.evidence(finding).contains(NOT_PERMITTED), PrintedFinding.evidence(finding));
    }

    @Test
    void broadcastHeldBackIsANoteWhereMulticastLeaves() throws InterruptedException {
        EchoResult[] heard = {failed(Way.BROADCAST, NOT_PERMITTED), failed(Way.SUBNET_BROADCAST, NOT_PERMITTED),
                back(Way.MULTICAST)};
        assertEquals(FindingState.NOTE, look(FindingCode.NO_BROADCAST, heard).state());
        assertEquals(FindingState.OK, look(FindingCode.NO_MULTICAST, heard).state());
        assertEquals(FindingState.NOTE, look(FindingCode.UDP_OUT_BLOCKED, heard).state());
    }

    @Test
    void multicastThatIsNotHeardIsANoteWhereBroadcastIs() throws InterruptedException {
        assertEquals(FindingState.NOTE,
                look(FindingCode.NO_MULTICAST, back(Way.BROADCAST), lost(Way.MULTICAST)).state());
    }

    @Test
    void noPermissionIsToldFromAFirewall() throws InterruptedException {
        assertEquals(FindingState.BAD,
                look(FindingCode.NO_PERMISSION, failed(Way.BROADCAST, "Permission denied")).state());
        assertEquals(FindingState.OK, look(FindingCode.NO_PERMISSION, failed(Way.BROADCAST, NOT_PERMITTED)).state());
    }

    @Test
    void macOsSaysNoRouteToAProgramThatMayNotUseTheLocalNetwork() throws InterruptedException {
        EchoResult refused = failed(Way.BROADCAST, "No route to host");
        assertEquals(FindingState.BAD,
                look(FindingCode.NO_PERMISSION, OperatingSystem.MACOS, Firewall.NONE_SEEN, true, refused).state());
        assertEquals(FindingState.OK,
                look(FindingCode.NO_PERMISSION, OperatingSystem.LINUX, Firewall.NONE_SEEN, true, refused).state());
    }

    @Test
    void withoutAnInterfaceNothingIsKnown() throws InterruptedException {
        assertEquals(FindingState.UNKNOWN, look(FindingCode.FIREWALL_HERE).state());
    }

    @Test
    void withIpv6AloneMulticastIsTheEvidenceAndBroadcastIsANote() throws InterruptedException {
        EchoResult heard = back(Way.MULTICAST_6);
        assertEquals(FindingState.OK, look(FindingCode.FIREWALL_HERE, heard).state());
        assertEquals(FindingState.OK, look(FindingCode.NO_MULTICAST, heard).state());
        assertEquals(FindingState.NOTE, look(FindingCode.NO_BROADCAST, heard).state());
        assertEquals(FindingState.BAD, look(FindingCode.FIREWALL_HERE, lost(Way.MULTICAST_6)).state());
        assertEquals(FindingState.BAD, look(FindingCode.NO_MULTICAST, failed(Way.MULTICAST_6, NOT_PERMITTED)).state());
    }
}
