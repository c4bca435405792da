package io.landline.lab.compare;

import io.landline.lab.Client;
import io.landline.lab.LabEvent;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.Payload;
import io.landline.lab.net.Connection;
import io.landline.lab.net.Failures;
import io.landline.lab.net.Target;
import io.landline.lab.net.TcpClient;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Several clients at once against one TCP echo (S21): a bar for each, waiting and served. Against a sequential server
/// the bars stand like stairs, against a concurrent one side by side.
public record Load(Target target, int clients, Consumer<LabEvent> events) implements Client {
    /// A server takes 16 connections of one address.
    public static final int CLIENTS_MAX = 16;
    private static final int MESSAGES = 5;
    private static final Duration BETWEEN = Duration.ofMillis(50);
    /// The last of a sequential queue waits for all the others.
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BAR_CHARS = 50;

    /// Times in ms since the start of all. `served` is the first reply; null where it never came.
    public record Bar(int client, double connected, @Nullable Double served, double done) {}

    public record Timeline(List<Bar> bars) implements LabResult {
        public Timeline {
            bars = List.copyOf(bars);
        }

        @Override
        public Map<String, @Nullable Object> fields() {
            var list = new ArrayList<Map<String, @Nullable Object>>();
            for (Bar each : bars) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put("client", each.client());
                row.put("connectedMs", each.connected());
                row.put("servedMs", each.served());
                row.put("doneMs", each.done());
                list.add(row);
            }
            var fields = new LinkedHashMap<String, @Nullable Object>();
            fields.put("clients", list);
            return fields;
        }

        @Override
        public String summary() {
            double end = bars.stream().mapToDouble(Bar::done).max().orElse(1);
            var text = new StringBuilder("· connected and waiting   # served");
            for (Bar each : bars) {
                Double served = each.served();
                int from = place(each.connected(), end);
                int middle = place(served == null ? each.done() : served, end);
                int to = place(each.done(), end);
                text.append(String.format(Locale.ROOT, "\nclient %2d  |", each.client()))
                        .append(" ".repeat(from))
                        .append("·".repeat(middle - from))
                        .append("#".repeat(Math.max(served == null ? 0 : 1, to - middle)))
                        .append(served == null
                                ? "  never served"
                                : String.format(Locale.ROOT, "  waited %.0f ms", served - each.connected()));
            }
            return text.toString();
        }

        private static int place(double millis, double end) {
            return (int) (millis / end * BAR_CHARS);
        }
    }

    @Override
    public void run() throws IOException, InterruptedException {
        long startedAt = System.nanoTime();
        ThreadFactory threads = Thread.ofVirtual().name("lab-load-", 1).factory();
        var bars = new ArrayList<Bar>();
        try (var pool = Executors.newThreadPerTaskExecutor(threads)) {
            var running = new ArrayList<Future<Bar>>();
            for (int i = 1; i <= clients; i++) {
                int number = i;
                running.add(pool.submit(() -> one(number, startedAt)));
            }
            for (Future<Bar> each : running) bars.add(each.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) throw failure;
            throw new IllegalStateException(e);
        }
        events.accept(new LabEvent.Result(Instant.now(), new Timeline(bars)));
        events.accept(new LabEvent.Stopped(Instant.now(), LabMessage.NOTHING));
    }

    private Bar one(int number, long startedAt) throws IOException, InterruptedException {
        Double served = null;
        double connected;
        try (Connection server = TcpClient.connect(target, _ -> {})) {
            connected = since(startedAt);
            server.readWithin(PATIENCE);
            for (int i = 1; i <= MESSAGES; i++) {
                server.write(Payload.of("this is client " + number));
                if (server.read(Connection.READ_BYTES_MAX) == null) break;
                if (served == null) served = since(startedAt);
                Thread.sleep(BETWEEN);
            }
        } catch (SocketTimeoutException e) {
            events.accept(
                    new LabEvent.Remark(Instant.now(), LabMessage.of("client {0}: {1}", number, Failures.kind(e))));
            return new Bar(number, 0, served, since(startedAt));
        }
        return new Bar(number, connected, served, since(startedAt));
    }

    private static double since(long at) {
        return Math.round((System.nanoTime() - at) / 1e4) / 100.0;
    }
}
