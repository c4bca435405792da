package io.landline.labprograms;

import io.landline.lab.Family;
import io.landline.lab.net.Limits;
import io.landline.lab.net.ServerOptions;
import io.landline.lab.net.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// What was chosen for each setting of a program, all of it accepted by [Setting#accepts]. Immutable; any thread.
public record SettingValues(Map<String, String> byName) {
    public SettingValues {
        byName = Map.copyOf(byName);
    }

    public String text(String name) {
        String value = byName.get(name);
        if (value == null) throw new IllegalArgumentException("no setting " + name);
        return value;
    }

    public int whole(String name) {
        return Integer.parseInt(text(name));
    }

    double decimal(String name) {
        return Double.parseDouble(text(name));
    }

    boolean is(String name) {
        return text(name).equals(Setting.ON);
    }

    Duration millis(String name) {
        return Duration.ofMillis(whole(name));
    }

    /// Null where none was chosen.
    @Nullable
    Path path(String name) {
        return text(name).isEmpty() ? null : Path.of(text(name));
    }

    /// Another with each run where none was chosen.
    long seed() {
        String seed = text("seed");
        return seed.isEmpty() ? new Random().nextLong() : Long.parseLong(seed);
    }

    Family family() {
        return switch (text("family")) {
            case "4" -> Family.IPV4;
            case "6" -> Family.IPV6;
            default -> Family.ANY;
        };
    }

    ServerOptions serverOptions() {
        return serverOptions("");
    }

    /// @param usualHost bound where none was chosen; empty: all interfaces
    ServerOptions serverOptions(String usualHost) {
        String host = text("host").strip();
        return new ServerOptions(host.isEmpty() ? usualHost : host, whole("port"), family(), is("once"), limits());
    }

    /// Of a server without host and port.
    ServerOptions unaddressed() {
        return new ServerOptions("", 0, Family.ANY, is("once"), limits());
    }

    private Limits limits() {
        return Limits.STANDARD.withMessagesPerSecond(whole("limit"));
    }

    Target target() {
        return new Target(text("to").strip(), whole("port"), family());
    }
}
