package io.landline.cli.lab;

import io.landline.cli.CommandFailedException;
import io.landline.cli.Durations;
import io.landline.cli.Terminal;
import io.landline.lab.Experiment;
import io.landline.lab.Family;
import io.landline.lab.net.Limits;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that every experiment has. Filled by picocli; confined to the main thread.
final class LabOptions {
    private static final Pattern RATE = Pattern.compile("(\\d{1,7})(/s)?");
    private static final int PORT_MAX = 65_535;

    @Option(names = "--host", paramLabel = "H",
            description = "server: the address or name to bind (default: all interfaces)")
    String host = "";

    @Option(names = "--to", paramLabel = "HOST", description = "client: the server's address or name")
    @Nullable
    String to;

    @Option(names = "--port", paramLabel = "P", description = "the server's port; 0 at a server: any free one")
    @Nullable
    Integer port;

    @Option(names = "--family", paramLabel = "any|4|6", description = "which IP version (default: any)")
    String family = "any";

    @Option(names = "--once", description = "server: end after one client or one exchange")
    boolean once;

    @Option(names = "--for", paramLabel = "TIME", description = "end after this time, such as 30s")
    @Nullable
    String lasting;

    @Option(names = "--limit", paramLabel = "N/s",
            description = "server: messages a second from one address (default: 200/s)")
    @Nullable
    String limit;

    @Option(names = "--trace", description = "each message in hex and text, with time, direction, address and length")
    boolean trace;

    @Option(names = "--json", description = "one JSON object a line, for programs")
    boolean json;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never")
    String colour = "auto";

    @Option(names = {"-v", "--verbose"}, description = "more on stderr")
    boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "prints what can be given here")
    boolean help;

    boolean isClient() {
        return to != null;
    }

    ServerOptions opening(Experiment lab) throws CommandFailedException {
        return new ServerOptions(host, port(lab.port(), 0), family(), once, limits());
    }

    Target target(Experiment lab) throws CommandFailedException {
        return target(lab.port());
    }

    Target target(int usualPort) throws CommandFailedException {
        if (to == null || to.isBlank()) throw CommandFailedException.usage("Say where the server is: --to HOST.");
        return new Target(to.strip(), port(usualPort, 1), family());
    }

    private int port(int usual, int lowest) throws CommandFailedException {
        return port("--port", port == null ? usual : port, lowest);
    }

    /// The port that a client sends from; 0: the system chooses.
    static int fromPort(int chosen) throws CommandFailedException {
        return port("--from-port", chosen, 0);
    }

    private static int port(String option, int chosen, int lowest) throws CommandFailedException {
        if (chosen < lowest || chosen > PORT_MAX) {
            throw CommandFailedException.usage(option + " takes a number from " + lowest + " to " + PORT_MAX + ".");
        }
        return chosen;
    }

    Family family() throws CommandFailedException {
        return switch (family) {
            case "any" -> Family.ANY;
            case "4" -> Family.IPV4;
            case "6" -> Family.IPV6;
            default -> throw CommandFailedException.usage("--family takes any, 4 or 6.");
        };
    }

    private Limits limits() throws CommandFailedException {
        if (limit == null) return Limits.STANDARD;
        Matcher rate = RATE.matcher(limit);
        if (!rate.matches() || Integer.parseInt(rate.group(1)) == 0) {
            throw CommandFailedException.usage("--limit takes messages a second, such as 500/s.");
        }
        return Limits.STANDARD.withMessagesPerSecond(Integer.parseInt(rate.group(1)));
    }

    /// Null: without end.
    @Nullable
    Duration lasting() throws CommandFailedException {
        return lasting == null ? null : Durations.parse("--for", lasting);
    }

    Terminal terminal() throws CommandFailedException {
        return new Terminal(json, switch (colour.toLowerCase(Locale.ROOT)) {
            case "auto" -> Terminal.Colour.AUTO;
            case "always" -> Terminal.Colour.ALWAYS;
            case "never" -> Terminal.Colour.NEVER;
            default -> throw CommandFailedException.usage("--color takes auto, always or never.");
        });
    }
}
