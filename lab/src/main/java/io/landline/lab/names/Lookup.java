package io.landline.lab.names;

import io.landline.lab.Addresses;
import io.landline.lab.Client;
import io.landline.lab.Family;
import io.landline.lab.LabEvent;
import io.landline.lab.LabException;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.net.Names;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Looks up names, addresses, services and ports (S11), and shows all that the system says. The course's call for a
/// name gives one IPv4 address; a name may have many, of both families.
///
/// @param subject a name or an address; empty: this computer itself
/// @param service to look up the port of, or a port in digits to look up the service of; empty: none
/// @param port to look up the service of; 0: none
public record Lookup(String subject, String service, int port, Consumer<LabEvent> events) implements Client {
    private static final int DOMAIN_PORT = 53;
    private static final Path NAME_IN_LINUX = Path.of("/proc/sys/kernel/hostname");
    /// A port in the place of a service means the service of that port.
    private static final Pattern PORT = Pattern.compile("[1-9]\\d{0,4}");

    /// @param port of the service that was asked for; null where none was
    public record Found(String name, List<LabMessage> addresses, @Nullable String ipv4, @Nullable Integer port,
            @Nullable String service) implements LabResult {
        public Found {
            addresses = List.copyOf(addresses);
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("name", name);
            fields.put("addresses", addresses.stream().map(LabMessage::english).toList());
            fields.put("ipv4", ipv4);
            fields.put("port", port);
            fields.put("service", service);
            return fields;
        }

        @Override
        public String summary() {
            var text = new StringBuilder(name);
            for (LabMessage address : addresses) {
                String each = address.english();
                boolean ofCourse = each.equals(ipv4);
                text.append("\n  ")
                        .append(each)
                        .append(port == null || ipv4 == null ? "" : "  port " + port)
                        .append(ofCourse ? "  ← the one that the IPv4-only call gives" : "");
            }
            if (ipv4 != null && !name.equals(ipv4)) {
                text.append("\nThe IP address of ").append(name).append(" is ").append(ipv4);
            }
            if (port != null && service != null) text.append("\n").append(service).append(" = port ").append(port);
            return text.toString();
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (PORT.matcher(service).matches()) {
            new Lookup(subject, "", Integer.parseInt(service), events).run();
            return;
        }
        Services services = Services.ofSystem();
        Integer asked = service.isEmpty() ? null : services.port(service);
        if (!service.isEmpty() && asked == null) {
            throw new LabException("There is no service named {0}. --services lists the usual ones.", service);
        }
        String askedName = port == 0 ? null : services.name(port);
        if (port != 0 && askedName == null) {
            throw new LabException("No service is known for port {0}.", String.valueOf(port));
        }
        Found found = subject.isEmpty() ? own(asked, askedName, services) : of(subject, asked, askedName);
        events.accept(new LabEvent.Result(Instant.now(), found));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    private Found of(String host, @Nullable Integer asked, @Nullable String askedName)
            throws IOException, InterruptedException {
        List<InetAddress> all = Names.resolve(host, Family.ANY);
        String name = host;
        boolean literal = all.size() == 1 && Addresses.host(all.getFirst()).equalsIgnoreCase(host);
        if (literal) name = nameOf(all.getFirst());
        List<LabMessage> addresses = all.stream().map(address -> LabMessage.asIs(Addresses.host(address))).toList();
        String ipv4 = all.stream().filter(Inet4Address.class::isInstance).map(Addresses::host).findFirst().orElse(null);
        return found(name, addresses, ipv4, asked, askedName);
    }

    /// The name of an address, as the system's reverse look-up has it.
    private static String nameOf(InetAddress address) throws IOException {
        InetAddress bare = InetAddress.getByAddress(address.getAddress());
        String name = bare.getCanonicalHostName();
        if (name.equals(bare.getHostAddress())) {
            throw new LabException("Nobody knows a name for {0}.", Addresses.host(address));
        }
        return name;
    }

    private Found own(@Nullable Integer asked, @Nullable String askedName, Services services) throws IOException {
        var addresses = new ArrayList<LabMessage>();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            if (!each.isUp()) continue;
            each.inetAddresses().forEach(address -> addresses.add(own(address, each)));
        }
        boolean nothingAsked = asked == null && askedName == null;
        return found(ownName(), addresses, null,
                nothingAsked ? Integer.valueOf(DOMAIN_PORT) : asked,
                nothingAsked ? services.name(DOMAIN_PORT) : askedName);
    }

    /// Java looks its address up as well, and fails where nobody knows that.
    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return unknownName();
        }
    }

    /// As Linux has it, else as the environment has it.
    private static String unknownName() {
        try {
            return Files.readString(NAME_IN_LINUX).strip();
        } catch (IOException e) {
            Map<String, String> environment = System.getenv();
            return environment.getOrDefault("COMPUTERNAME", environment.getOrDefault("HOSTNAME", "localhost"));
        }
    }

    private static LabMessage own(InetAddress address, NetworkInterface link) {
        String family = address instanceof Inet4Address ? "IPv4" : "IPv6";
        return LabMessage.of("{0}  ({1}, {2}, {3})", Addresses.host(address).replaceAll("%.*", ""), link.getName(),
                family,
                Scope.of(address).said());
    }

    private Found found(String name, List<LabMessage> addresses, @Nullable String ipv4, @Nullable Integer asked,
            @Nullable String askedName) {
        if (askedName != null) {
            return new Found(name, addresses, ipv4, port == 0 ? asked : Integer.valueOf(port), askedName);
        }
        return new Found(name, addresses, ipv4, asked, asked == null ? null : service);
    }
}
