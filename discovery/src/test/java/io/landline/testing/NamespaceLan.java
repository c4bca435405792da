package io.landline.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assumptions;

/// A local network of our own: peers 1 to N, each a network namespace with `eth0`, on one switch or on two that a
/// router joins. Peer i has 10.77.0.i/24 and fd77::i (in the second subnet 10.77.1.i and fd77:0:0:1::i), its gateway
/// ends in .254. Needs root, `ip` and, for the firewall, `nft`; a test without them is skipped with the reason printed.
/// Nothing leaves the namespaces. What runs in them ends with [#close], or with the JVM.
public final class NamespaceLan implements AutoCloseable {
    /// Of all namespaces together; the kernel's neighbour table holds 1,024 as it comes.
    public static final int PEERS_MAX = 200;
    private static final Duration COMMAND = Duration.ofSeconds(20);
    private static final String MEDIUM = "medium";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String prefix = "ll" + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet() + "-";
    private final int peers;
    private final boolean routed;
    private final Thread atExit = new Thread(this::remove, "namespace-lan-at-exit");
    private final List<Process> started = new ArrayList<>();

    private NamespaceLan(int peers, boolean routed) {
        if (peers < 1 || peers > PEERS_MAX) throw new IllegalArgumentException(peers + " peers");
        this.peers = peers;
        this.routed = routed;
    }

    /// N peers on one switch.
    public static NamespaceLan of(int peers) {
        return made(new NamespaceLan(peers, false));
    }

    /// The first half in one subnet, the others in a second one: unicast crosses, broadcast and multicast do not.
    public static NamespaceLan ofTwoSubnets(int peers) {
        return made(new NamespaceLan(peers, true));
    }

    private static NamespaceLan made(NamespaceLan lan) {
        String missing = missing();
        if (!missing.isEmpty()) System.out.println("skipped, no network of our own: " + missing);
        Assumptions.assumeTrue(missing.isEmpty(), missing);
        Runtime.getRuntime().addShutdownHook(lan.atExit);
        try {
            lan.build();
            return lan;
        } catch (RuntimeException e) {
            lan.close();
            throw e;
        }
    }

    /// What this machine lacks for a network of our own, for people; empty where there is nothing.
    public static String missing() {
        try {
            if (!Files.isDirectory(Path.of("/proc/self"))) return "needs Linux";
            if (!(Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid) || uid != 0) {
                return "needs root";
            }
            return run(List.of("ip", "netns", "list")).exitValue() == 0 ? "" : "needs the command ip (iproute2)";
        } catch (IOException | UncheckedIOException e) {
            return "needs the command ip (iproute2)";
        }
    }

    private void build() {
        ip("netns", "add", switchName());
        for (int i = 1; i <= peers; i++) ip("netns", "add", namespace(i));
        var lines = new ArrayList<String>();
        for (int subnet = 0; subnet <= (routed ? 1 : 0); subnet++) {
            lines.add("link add br" + subnet + " type bridge forward_delay 0 stp_state 0 mcast_snooping 0");
            lines.add("link set br" + subnet + " up");
            lines.add("addr add 10.77." + subnet + ".254/24 brd + dev br" + subnet);
            lines.add("addr add " + six(subnet, "fe") + "/64 dev br" + subnet + " nodad");
        }
        lines.add("link set lo up");
        for (int i = 1; i <= peers; i++) {
            lines.add("link add v" + i + " type veth peer name eth0 netns " + namespace(i));
            lines.add("link set v" + i + " master br" + subnet(i) + " up");
        }
        batch(switchName(), lines);
        command("ip", "netns", "exec", switchName(), "sh", "-c",
                "echo 1 > /proc/sys/net/ipv4/ip_forward; echo 1 > /proc/sys/net/ipv6/conf/all/forwarding");
        for (int i = 1; i <= peers; i++) batch(namespace(i), addressed(i));
    }

    private List<String> addressed(int peer) {
        int subnet = subnet(peer);
        return List.of("link set lo up", "link set eth0 up",
                "addr replace " + address(peer) + "/24 brd 10.77." + subnet + ".255 dev eth0",
                "addr replace " + six(subnet, Integer.toHexString(peer)) + "/64 dev eth0 nodad",
                "route replace default via 10.77." + subnet + ".254 dev eth0 metric 100");
    }

    /// The IPv4 address that a peer has at first.
    public String address(int peer) {
        return "10.77." + subnet(peer) + "." + peer;
    }

    public String namespace(int peer) {
        if (peer < 1 || peer > peers) throw new IllegalArgumentException("no peer " + peer);
        return prefix + peer;
    }

    /// A command inside a peer's namespace, for the caller to set up and start by [#start].
    public ProcessBuilder command(int peer, String... command) {
        var all = new ArrayList<>(List.of("ip", "netns", "exec", namespace(peer)));
        all.addAll(Arrays.asList(command));
        return new ProcessBuilder(all);
    }

    /// Starts a command inside a peer's namespace; its process id is the command's own. Output comes by pipes, which
    /// somebody must read.
    public Process exec(int peer, String... command) {
        return start(command(peer, command));
    }

    /// Starts a class of the test class path inside a peer's namespace.
    public Process execJava(int peer, Class<?> main, String... arguments) {
        var all = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), main.getName()));
        all.addAll(Arrays.asList(arguments));
        return start(command(peer, all.toArray(String[]::new)).redirectError(ProcessBuilder.Redirect.INHERIT));
    }

    public Process start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            synchronized (started) {
                started.add(process);
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The cards of a peer, to make something odd of them.
    public Cards cards(int peer) {
        return new Cards(this, peer);
    }

    /// Lines for `ip -batch` with a peer's network.
    void at(int peer, String... lines) {
        batch(namespace(peer), List.of(lines));
    }

    /// Lines for `ip -batch` where the cables end.
    void atSwitch(String... lines) {
        batch(switchName(), List.of(lines));
    }

    /// Pulls the cable: the peer sees that there is no carrier, its address stays.
    public void linkDown(int peer) {
        ip("-n", switchName(), "link", "set", "v" + peer, "down");
    }

    public void linkUp(int peer) {
        ip("-n", switchName(), "link", "set", "v" + peer, "up");
    }

    /// Gives a peer another IPv4 address in its subnet, as DHCP may.
    public void readdress(int peer, String address) {
        ip("-n", namespace(peer), "-4", "addr", "flush", "dev", "eth0");
        ip("-n", namespace(peer), "addr", "add", address + "/24", "brd", "+", "dev", "eth0");
        ip("-n", namespace(peer), "route", "replace", "default", "via", "10.77." + subnet(peer) + ".254", "dev",
                "eth0");
    }

    /// A host's firewall that lets nothing in but answers.
    public void blockInbound(int peer) {
        firewall(peer, "add rule inet lan i ct state established,related accept");
        firewall(peer, "add rule inet lan i meta l4proto { tcp, udp } drop");
    }

    /// Drops all UDP, both ways.
    public void blockUdp(int peer) {
        firewall(peer, "add rule inet lan i meta l4proto udp drop");
        firewall(peer, "add rule inet lan o meta l4proto udp drop");
    }

    /// Drops this share of packets each way, at random; 100 silences the peer.
    public void lose(int peer, int percent) {
        if (percent < 0 || percent > 100) throw new IllegalArgumentException(percent + " percent");
        firewall(peer, "add rule inet lan i numgen random mod 100 < " + percent + " drop");
        firewall(peer, "add rule inet lan o numgen random mod 100 < " + percent + " drop");
    }

    /// Limits what a peer sends, and what comes to it, to this many megabits a second each.
    public void rate(int peer, int megabits) {
        limit(namespace(peer), "eth0", tbf(megabits));
        limit(switchName(), "v" + peer, tbf(megabits));
    }

    private static List<String> tbf(int megabits) {
        return List.of("root", "tbf", "rate", megabits + "mbit", "burst", "256kb", "latency", "50ms");
    }

    private void limit(String namespace, String card, List<String> limit) {
        var command = new ArrayList<>(List.of("tc", "-n", namespace, "qdisc", "replace", "dev", card));
        command.addAll(limit);
        command(command.toArray(String[]::new));
    }

    /// Lets all that the peers send pass through one medium of so many megabits a second, as by a hub.
    public void share(int megabits) {
        atSwitch("link add " + MEDIUM + " type ifb", "link set " + MEDIUM + " up");
        limit(switchName(), MEDIUM, tbf(megabits));
        for (int i = 1; i <= peers; i++) {
            tc("qdisc", "add", "dev", "v" + i, "ingress");
            tc("filter", "add", "dev", "v" + i, "ingress", "u32", "match", "u32", "0", "0", "action", "mirred",
                    "egress",
                    "redirect", "dev", MEDIUM);
        }
    }

    /// The peers are on a switch again.
    public void unshare() {
        for (int i = 1; i <= peers; i++) tc("qdisc", "del", "dev", "v" + i, "ingress");
        atSwitch("link del " + MEDIUM);
    }

    private void tc(String... arguments) {
        var all = new ArrayList<>(List.of("tc", "-n", switchName()));
        all.addAll(Arrays.asList(arguments));
        command(all.toArray(String[]::new));
    }

    /// Takes away all that the firewall of a peer does.
    public void unblock(int peer) {
        nft(peer, "delete table inet lan");
    }

    /// Adds an nft rule; chains `i` (in) and `o` (out) of table `inet lan` are there, and leave loopback alone.
    public void firewall(int peer, String rule) {
        if (run(inside(peer, "nft", "list", "table", "inet", "lan")).exitValue() != 0) {
            nft(peer, "add table inet lan");
            nft(peer, "add chain inet lan i { type filter hook input priority 0 ; }");
            nft(peer, "add chain inet lan o { type filter hook output priority 0 ; }");
            nft(peer, "add rule inet lan i iifname lo accept");
            nft(peer, "add rule inet lan o oifname lo accept");
        }
        nft(peer, rule);
    }

    /// Bytes and packets that a peer's cards sent so far: {bytes, packets}.
    public long[] sent(int peer) {
        return new long[]{counter(peer, "tx_bytes"), counter(peer, "tx_packets")};
    }

    /// Bytes and packets that came in by a peer's cards so far: {bytes, packets}.
    public long[] received(int peer) {
        return new long[]{counter(peer, "rx_bytes"), counter(peer, "rx_packets")};
    }

    private long counter(int peer, String name) {
        Process process = run(inside(peer, "sh", "-c", "cat /sys/class/net/eth*/statistics/" + name));
        try {
            return new String(process.getInputStream().readAllBytes()).lines().mapToLong(Long::parseLong).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a command with a peer's network and waits for its end, which must be good.
    public void command(String... command) {
        Process process = run(Arrays.asList(command));
        if (process.exitValue() == 0) return;
        try {
            throw new IllegalStateException(
                    String.join(" ", command) + ": " + new String(process.getErrorStream().readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends what was started here, by its process id, and removes the namespaces. A second call does nothing.
    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the JVM is ending: the hook runs or has run
        }
    }

    private void remove() {
        synchronized (started) {
            started.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
            started.forEach(Process::destroyForcibly);
            started.forEach(process -> process.onExit().join());
            started.clear();
        }
        for (int i = 0; i <= peers; i++) {
            String name = i == 0 ? switchName() : prefix + i;
            if (Files.exists(Path.of("/run/netns", name))) run(List.of("ip", "netns", "del", name));
        }
    }

    /// 0 or 1.
    int subnet(int peer) {
        return routed && peer > (peers + 1) / 2 ? 1 : 0;
    }

    private static String six(int subnet, String host) {
        return (subnet == 0 ? "fd77::" : "fd77:0:0:1::") + host;
    }

    private String switchName() {
        return prefix + "sw";
    }

    private List<String> inside(int peer, String... command) {
        return command(peer, command).command();
    }

    private void nft(int peer, String rule) {
        command(inside(peer, "nft", rule).toArray(String[]::new));
    }

    private void ip(String... arguments) {
        var all = new ArrayList<>(List.of("ip"));
        all.addAll(Arrays.asList(arguments));
        command(all.toArray(String[]::new));
    }

    private void batch(String namespace, List<String> lines) {
        try {
            Path file = Files.createTempFile("landline-lan", ".batch");
            try {
                Files.write(file, lines);
                ip("-n", namespace, "-batch", file.toString());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            if (!process.waitFor(COMMAND.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end");
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
