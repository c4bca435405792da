package io.landline.doctor.system;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Bridges of Linux that lead to no other computer, as Docker and libvirt make them: no card of this computer is
/// connected to them, so only its own containers and virtual machines answer there. Stateless; any thread.
public final class InnerBridges {
    /// A folder for each network interface, of which other systems have none.
    private static final Path INTERFACES = Path.of("/sys/class/net");
    /// Links to what lies below an interface: the ports of a bridge, the cards of a bond, the card of a VLAN.
    private static final String BELOW = "lower_";

    private InnerBridges() {}

    /// Those of these interfaces that are such bridges now.
    public static Set<String> among(Collection<String> names) {
        return among(names, INTERFACES);
    }

    static Set<String> among(Collection<String> names, Path interfaces) {
        return names.stream()
                .filter(name -> Files.isDirectory(interfaces.resolve(name, "bridge")))
                .filter(name -> !hasCard(name, interfaces, new HashSet<>()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether it is a card, or there is one anywhere below it. Where the system does not tell, there may be one.
    private static boolean hasCard(String name, Path interfaces, Set<String> seen) {
        if (!seen.add(name)) return false;
        Path folder = interfaces.resolve(name);
        if (Files.exists(folder.resolve("device"))) return true;
        try (DirectoryStream<Path> below = Files.newDirectoryStream(folder, BELOW + "*")) {
            for (Path each : below) {
                String port = each.getFileName().toString().substring(BELOW.length());
                if (hasCard(port, interfaces, seen)) return true;
            }
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
