package io.landline.lab.names;

import io.landline.lab.Addresses;
import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.net.Failures;
import io.landline.lab.net.Names;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tries each address of a host by itself (S19): which can be connected to, how fast, and why the others cannot.
public record AddressProbe(Target target, Consumer<LabEvent> events) implements Client {
    private static final double NANOS_PER_MILLI = 1e6;

    /// @param millis until connected; null where it was not
    /// @param result empty where it was not tried yet; else `connected`, `refused`, `timed out`, `unreachable` …
    /// @param cause in words, empty where connected
    public record Row(String address, String family, String scope, LabMessage result, @Nullable Double millis,
            LabMessage cause) {
        private static Row untried(InetAddress address) {
            return new Row(Addresses.host(address), address instanceof Inet4Address ? "IPv4" : "IPv6",
                    Scope.of(address).toString(), LabMessage.NOTHING, null, LabMessage.NOTHING);
        }

        private Row with(LabMessage outcome, @Nullable Double time, LabMessage why) {
            return new Row(address, family, scope, outcome, time, why);
        }

        public boolean isTried() {
            return !result.isEmpty();
        }

        private String said() {
            if (!isTried()) return "not tried yet";
            return millis == null
                    ? result.english() + ": " + cause.english()
                    : String.format(Locale.ROOT, "connected in %.1f ms", millis);
        }
    }

    public record Table(List<Row> rows) implements LabResult {
        public Table {
            rows = List.copyOf(rows);
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var list = new ArrayList<Map<String, @Nullable Object>>();
            for (Row each : rows) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put("address", each.address());
                row.put("family", each.family());
                row.put("scope", each.scope());
                row.put("result", each.result().english());
                row.put("ms", each.millis());
                row.put("cause", each.cause().english());
                list.add(row);
            }
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("addresses", list);
            return fields;
        }

        @Override
        public String summary() {
            var text = new StringBuilder(
                    String.format(Locale.ROOT, "%-40s %-5s %-13s %s", "address", "IP", "scope", "result"));
            for (Row each : rows) {
                text.append('\n')
                        .append(String.format(Locale.ROOT, "%-40s %-5s %-13s %s", each.address(), each.family(),
                                each.scope(), each.said()));
            }
            return text.toString();
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<InetAddress> addresses = Names.resolve(target.host(), target.family());
        Names.refuseWithoutLink(target.host());
        var rows = new ArrayList<>(addresses.stream().map(Row::untried).toList());
        for (int i = 0; i < rows.size(); i++) {
            events.accept(new LabEvent.SoFar(Instant.now(), new Table(rows)));
            rows.set(i, tried(addresses.get(i), rows.get(i)));
        }
        events.accept(new LabEvent.Result(Instant.now(), new Table(rows)));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    private Row tried(InetAddress address, Row row) {
        long startedAt = System.nanoTime();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, target.port()),
                    Math.toIntExact(TcpClient.PATIENCE.toMillis()));
            return row.with(LabMessage.of("connected"), (System.nanoTime() - startedAt) / NANOS_PER_MILLI,
                    LabMessage.NOTHING);
        } catch (IOException e) {
            LabMessage kind = Failures.kind(e);
            return row.with(kind, null, Failures.remedy(kind));
        }
    }
}
