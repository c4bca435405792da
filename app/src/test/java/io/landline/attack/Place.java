package io.landline.attack;

import io.landline.fixture.ChildJvm;
import io.landline.fixture.LanNodes;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an attack is played: on the loopback interface by a shared port of its own, so that nobody else hears it, or
/// in network namespaces. Starts the processes there.
final class Place implements AutoCloseable {
    static final int VICTIM = 1;
    static final int FRIEND = 2;
    static final int NEWCOMER = 3;
    static final int ATTACKER = 4;
    /// Of the attacker's own, in open rooms: enough for all of their places. Members speak
    /// from one, but where an attack says otherwise.
    static final int SOURCES = 128;
    private static final String FIRST_SOURCE_LAN = "10.77.0.100";
    private static final String FIRST_SOURCE_LOOPBACK = "127.0.1.1";
    private static final String BROADCAST_LOOPBACK = "127.255.255.255";
    private static final String WINDOW_OPTIONS = "-Dglass.platform=Headless -Dprism.order=sw";
    private static final List<String> ATTACKER_OPTIONS = List.of("-Xmx2g", "-XX:TieredStopAtLevel=4");
    private static final List<String> ONE_CORE = List.of("taskset", "-c", "0");

    /// How a node is started.
    ///
    /// @param computer one of those above
    /// @param room a keyed room to be in from the start; null for those that its profile has
    /// @param more arguments
    /// @param heap an option of Java that comes after the launcher's own; empty for none
    record Start(int computer, String name, @Nullable String room, List<String> more, String heap) {
        Start {
            more = List.copyOf(more);
        }

        Start(int computer, String name, @Nullable String room) {
            this(computer, name, room, List.of(), "");
        }
    }

    private final Path folder;
    private final Path launcher;
    private final @Nullable NamespaceLan lan;
    private final int udpPort;
    private final int victimPort;

    private Place(Path folder, Path launcher, @Nullable NamespaceLan lan) throws IOException {
        this.folder = folder;
        this.launcher = launcher;
        this.lan = lan;
        udpPort = lan == null ? freePort() : LanNodes.PORT;
        victimPort = lan == null ? freePort() : LanNodes.PORT;
    }

    static Place onLoopback(Path folder, Path launcher) throws IOException {
        return new Place(folder, launcher, null);
    }

    static Place inNamespaces(Path folder, Path launcher) throws IOException {
        NamespaceLan lan = NamespaceLan.of(ATTACKER);
        for (int i = 0; i < SOURCES; i++) {
            lan.command("ip", "-n", lan.namespace(ATTACKER), "addr", "add", "10.77.0." + (100 + i) + "/24", "dev",
                    "eth0");
        }
        return new Place(folder, launcher, lan);
    }

    /// Of one that is free for TCP now, and so most likely for UDP too.
    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private List<String> in(int computer) {
        return lan == null ? List.of() : List.of("ip", "netns", "exec", lan.namespace(computer));
    }

    Path profile(String name) {
        return folder.resolve(name);
    }

    /// Starts a node with events on its output.
    Process node(Start start) throws IOException {
        var command = new ArrayList<>(in(start.computer()));
        command.addAll(List.of(launcher.toString(), "node", "--json", "--name", start.name()));
        command.addAll(common(start));
        var builder = new ProcessBuilder(command).redirectError(folder.resolve(start.name() + ".stderr").toFile());
        if (start.room() != null) builder.environment().put("LANDLINE_KEY", Target.KEY);
        if (!start.heap().isEmpty()) builder.environment().put("_JAVA_OPTIONS", start.heap());
        return builder.start();
    }

    /// Starts Landline with its window, which is drawn without a screen.
    Process window(Start start) throws IOException {
        var command = new ArrayList<>(in(start.computer()));
        command.add(launcher.toString());
        command.addAll(common(start));
        var builder = new ProcessBuilder(command).redirectError(folder.resolve(start.name() + ".stderr").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JDK_JAVA_OPTIONS", WINDOW_OPTIONS);
        return builder.start();
    }

    private List<String> common(Start start) {
        int tcpPort = start.computer() == VICTIM || lan != null ? victimPort : 0;
        var arguments = new ArrayList<>(List.of("--profile", profile(start.name()).toString(), "--downloads",
                profile(start.name() + "-downloads").toString(), "--udp-port", String.valueOf(udpPort), "--tcp-port",
                String.valueOf(tcpPort)));
        if (lan == null) arguments.addAll(List.of("--interface", "lo"));
        if (start.room() != null) arguments.addAll(List.of("--room", start.room()));
        arguments.addAll(start.more());
        return arguments;
    }

    /// Starts the attacker, on one core where the system can say so.
    ChildJvm attacker(Attacks attack, boolean open, String offer, int seconds) throws IOException {
        var prefix = new ArrayList<>(in(ATTACKER));
        if (canConfine()) prefix.addAll(ONE_CORE);
        String address = lan == null ? InetAddress.getLoopbackAddress().getHostAddress() : lan.address(VICTIM);
        String firstSource = lan == null ? FIRST_SOURCE_LOOPBACK : FIRST_SOURCE_LAN;
        return ChildJvm.startIn(prefix, ATTACKER_OPTIONS, Attacker.class, attack.name(), address,
                String.valueOf(victimPort),
                String.valueOf(open), firstSource, String.valueOf(open || attack.isOfManyAddresses() ? SOURCES : 1),
                offer.isEmpty() ? "-" : offer, String.valueOf(seconds), lan == null ? BROADCAST_LOOPBACK : address,
                String.valueOf(udpPort));
    }

    static boolean canConfine() {
        return Files.isExecutable(Path.of("/usr/bin/taskset")) || Files.isExecutable(Path.of("/bin/taskset"));
    }

    @Override
    public void close() {
        if (lan != null) lan.close();
    }
}
