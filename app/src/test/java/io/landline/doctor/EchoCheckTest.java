package io.landline.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.Echo.Way;
import java.util.List;
import org.junit.jupiter.api.Test;

class EchoCheckTest {
    private static final Ports PORTS = new Ports(5263);
    private static final String NOT_PERMITTED = "Operation not permitted";

    private static Echo back(Way way) {
        return new Echo("eth0", way, "", true);
    }

    private static Echo lost(Way way) {
        return new Echo("eth0", way, "", false);
    }

    private static Echo failed(Way way, String error) {
        return new Echo("eth0", way, error, false);
    }

    private static Finding look(Code code, Os system, Firewall firewall, boolean canHear, Echo... echoes)
            throws InterruptedException {
        Echoes invented = new Echoes() {
            @Override
            public boolean canHear() {
                return canHear;
            }

            @Override
            public List<Echo> listen() {
                return List.of(echoes);
            }
        };
        return new EchoCheck(invented, () -> firewall, system, PORTS).look()
                .stream()
                .filter(each -> each.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static Finding look(Code code, Echo... echoes) throws InterruptedException {
        return look(code, Os.LINUX, Firewall.NONE_SEEN, true, echoes);
    }

    @Test
    void whatComesBackProvesThatNothingHereDropsIt() throws InterruptedException {
        Echo[] all = {back(Way.BROADCAST), back(Way.SUBNET_BROADCAST), back(Way.MULTICAST)};
        for (Code code : List.of(Code.NO_PERMISSION, Code.UDP_OUT_BLOCKED, Code.FIREWALL_HERE, Code.NO_BROADCAST,
                Code.NO_MULTICAST)) {
            assertEquals(State.OK, look(code, all).state(), code.word());
        }
    }

    @Test
    void whatLeavesAndDoesNotComeBackWasDroppedHere() throws InterruptedException {
        Finding finding = look(Code.FIREWALL_HERE, Os.LINUX, Firewall.UFW, true, lost(Way.BROADCAST),
                lost(Way.MULTICAST));
        assertEquals(State.BAD, finding.state());
        assertTrue(Spoken.remedy(finding).contains("sudo ufw allow 5263:5279/udp"), Spoken.remedy(finding));
    }

    @Test
    void onASystemThatWasNotTriedAMissingEchoAloneIsNoEvidence() throws InterruptedException {
        assertEquals(State.UNKNOWN,
                look(Code.FIREWALL_HERE, Os.WINDOWS, Firewall.NONE_SEEN, true, lost(Way.BROADCAST)).state());
        assertEquals(State.BAD,
                look(Code.FIREWALL_HERE, Os.WINDOWS, Firewall.WINDOWS_PUBLIC, true, lost(Way.BROADCAST)).state());
    }

    @Test
    void withoutTheSharedPortSilenceProvesNothing() throws InterruptedException {
        assertEquals(State.UNKNOWN,
                look(Code.FIREWALL_HERE, Os.LINUX, Firewall.UFW, false, lost(Way.BROADCAST)).state());
    }

    @Test
    void aRefusalToSendAnythingIsBadAndQuotesTheSystem() throws InterruptedException {
        Finding finding = look(Code.UDP_OUT_BLOCKED, failed(Way.BROADCAST, NOT_PERMITTED),
                failed(Way.MULTICAST, NOT_PERMITTED));
        assertEquals(State.BAD, finding.state());
        assertTrue(Spoken.evidence(finding).contains(NOT_PERMITTED), Spoken.evidence(finding));
    }

    @Test
    void broadcastHeldBackIsANoteWhereMulticastLeaves() throws InterruptedException {
        Echo[] heard = {failed(Way.BROADCAST, NOT_PERMITTED), failed(Way.SUBNET_BROADCAST, NOT_PERMITTED),
                back(Way.MULTICAST)};
        assertEquals(State.NOTE, look(Code.NO_BROADCAST, heard).state());
        assertEquals(State.OK, look(Code.NO_MULTICAST, heard).state());
        assertEquals(State.NOTE, look(Code.UDP_OUT_BLOCKED, heard).state());
    }

    @Test
    void multicastThatIsNotHeardIsANoteWhereBroadcastIs() throws InterruptedException {
        assertEquals(State.NOTE, look(Code.NO_MULTICAST, back(Way.BROADCAST), lost(Way.MULTICAST)).state());
    }

    @Test
    void noPermissionIsToldFromAFirewall() throws InterruptedException {
        assertEquals(State.BAD, look(Code.NO_PERMISSION, failed(Way.BROADCAST, "Permission denied")).state());
        assertEquals(State.OK, look(Code.NO_PERMISSION, failed(Way.BROADCAST, NOT_PERMITTED)).state());
    }

    @Test
    void macOsSaysNoRouteToAProgramThatMayNotUseTheLocalNetwork() throws InterruptedException {
        Echo refused = failed(Way.BROADCAST, "No route to host");
        assertEquals(State.BAD, look(Code.NO_PERMISSION, Os.MACOS, Firewall.NONE_SEEN, true, refused).state());
        assertEquals(State.OK, look(Code.NO_PERMISSION, Os.LINUX, Firewall.NONE_SEEN, true, refused).state());
    }

    @Test
    void withoutAnInterfaceNothingIsKnown() throws InterruptedException {
        assertEquals(State.UNKNOWN, look(Code.FIREWALL_HERE).state());
    }

    @Test
    void withIpv6AloneMulticastIsTheEvidenceAndBroadcastIsANote() throws InterruptedException {
        Echo heard = back(Way.MULTICAST_6);
        assertEquals(State.OK, look(Code.FIREWALL_HERE, heard).state());
        assertEquals(State.OK, look(Code.NO_MULTICAST, heard).state());
        assertEquals(State.NOTE, look(Code.NO_BROADCAST, heard).state());
        assertEquals(State.BAD, look(Code.FIREWALL_HERE, lost(Way.MULTICAST_6)).state());
        assertEquals(State.BAD, look(Code.NO_MULTICAST, failed(Way.MULTICAST_6, NOT_PERMITTED)).state());
    }
}
