package io.landline.cli.bench;

import com.google.gson.JsonObject;
import io.landline.bench.ChatBench;
import io.landline.bench.Latency;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.NumberOption;
import io.landline.cli.terminal.Terminal;
import io.landline.console.EventLines;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `landline bench chat`: what one message costs, beside an echo by TCP, one by TLS, and one disk sync.
@Command(name = "chat", description = "what one message costs, beside a TCP echo, a TLS echo and one disk sync")
final class BenchChatCommand implements Callable<Integer> {
    /// The first ones after the start, while both nodes still load classes and compile.
    private static final int COLD = 20;
    /// Of the messages in a row, as many rounds are measured when all is warm.
    private static final int WARM_SHARE = 10;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli
    private BenchCommand bench;

    @Option(names = "--messages", paramLabel = "N", description = "messages in a row (default: 2,000)",
            defaultValue = "2000")
    private int messages = 2_000;

    @Mixin
    private final DiskFolder folder = new DiskFolder();

    @Override
    public Integer call() throws Exception {
        NumberOption.check("--messages", messages, 1);
        Terminal terminal = bench.terminal();
        var size = new ChatBench.Size(COLD, messages, Math.max(1, messages / WARM_SHARE));
        terminal.say(LatencyTable.HEAD);
        try (var chat = new ChatBench(size, folder.path(), row -> print(terminal, row))) {
            BenchCommand.closeAtCtrlC(chat);
            chat.run();
        }
        return ExitCode.DONE;
    }

    private static void print(Terminal terminal, Latency row) {
        terminal.event(json(row));
        terminal.say(LatencyTable.line(row));
    }

    private static JsonObject json(Latency row) {
        JsonObject event = EventLines.event("latency", Instant.now());
        event.addProperty("name", row.what());
        event.addProperty("phase", row.phase().word());
        event.addProperty("rounds", row.rounds());
        event.addProperty("p50", row.p50());
        event.addProperty("p99", row.p99());
        event.addProperty("worst", row.worst());
        if (row.perSecond() > 0) event.addProperty("rate", row.perSecond());
        Latency.Ratios ratios = row.ratios();
        if (ratios != null) {
            event.addProperty("toTcp", ratios.tcp());
            event.addProperty("toTls", ratios.tls());
            event.addProperty("toDisk", ratios.disk());
        }
        return event;
    }

    /// The rows as a table for people.
    static final class LatencyTable {
        static final String HEAD = String.format(Locale.ROOT, "%-24s %-8s %6s %9s %9s %9s %9s   %s", "times in ms",
                "", "rounds", "p50", "p99", "worst", "a second", "p50 in TCP echoes, TLS echoes, disk syncs");

        private LatencyTable() {}

        static String line(Latency row) {
            String rate = row.perSecond() > 0 ? String.format(Locale.ROOT, "%.0f", row.perSecond()) : "";
            Latency.Ratios ratios = row.ratios();
            String times = ratios == null
                    ? ""
                    : String.format(Locale.ROOT, "   %.1f, %.1f, %.2f", ratios.tcp(), ratios.tls(), ratios.disk());
            return String.format(Locale.ROOT, "%-24s %-8s %6d %9.3f %9.3f %9.3f %9s%s", row.what(), row.phase().word(),
                    row.rounds(), row.p50(), row.p99(), row.worst(), rate, times).stripTrailing();
        }
    }
}
