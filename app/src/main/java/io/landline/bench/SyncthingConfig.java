package io.landline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a process of syncthing is told before it starts: who the others are, and to stay on 127.0.0.1. It looks for
/// nobody, uses no relay, and reports nothing. Stateless; any thread.
final class SyncthingConfig {
    /// The folder that all share, as they call it.
    static final String FOLDER = "bench";
    /// Later versions read it too.
    private static final int VERSION = 36;

    /// One that shares the folder.
    ///
    /// @param id the hash of its certificate, as syncthing writes it
    /// @param port where it listens
    record Member(String id, int port) {}

    private SyncthingConfig() {}

    /// @param self which of the members it is for
    /// @param rest the port of its REST interface
    /// @param key which that asks for
    static String of(List<Member> members, int self, Path shared, int rest, String key) {
        var devices = new StringBuilder();
        var sharing = new StringBuilder();
        for (Member each : members) {
            sharing.append("<device id=\"").append(each.id()).append("\"></device>");
            devices.append("""
                    <device id="%s" name="%d" compression="metadata">
                        <address>tcp://127.0.0.1:%d</address>
                    </device>
                    """.formatted(each.id(), each.port(), each.port()));
        }
        return """
                <configuration version="%d">
                <folder id="%s" path="%s" type="sendreceive" rescanIntervalS="0" fsWatcherEnabled="false">%s</folder>
                %s<gui enabled="true" tls="false">
                    <address>127.0.0.1:%d</address>
                    <apikey>%s</apikey>
                </gui>
                <options>
                    <listenAddress>tcp://127.0.0.1:%d</listenAddress>
                    <globalAnnounceEnabled>false</globalAnnounceEnabled>
                    <localAnnounceEnabled>false</localAnnounceEnabled>
                    <announceLANAddresses>false</announceLANAddresses>
                    <relaysEnabled>false</relaysEnabled>
                    <natEnabled>false</natEnabled>
                    <stunKeepaliveStartS>0</stunKeepaliveStartS>
                    <urAccepted>-1</urAccepted>
                    <crashReportingEnabled>false</crashReportingEnabled>
                    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
                    <startBrowser>false</startBrowser>
                    <setLowPriority>false</setLowPriority>
                    <reconnectionIntervalS>5</reconnectionIntervalS>
                </options>
                </configuration>
                """.formatted(VERSION, FOLDER, escaped(shared), sharing, devices, rest, key, members.get(self).port());
    }

    private static String escaped(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /// TCP ports of 127.0.0.1 that nobody uses now, all different.
    static List<Integer> freePorts(int count) throws IOException {
        var probes = new ArrayList<ServerSocket>();
        try {
            for (int n = 0; n < count; n++) probes.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            return probes.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket each : probes) each.close();
        }
    }
}
