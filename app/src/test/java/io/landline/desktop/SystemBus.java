package io.landline.desktop;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The computer's own bus program, with nobody on it but the test. The library's own may end when the first program
/// comes before it runs, and does not say rightly that a program has ended.
public final class SystemBus implements AutoCloseable {
    /// No folder of services: it starts no program of this computer.
    private static final String CONFIGURATION = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                    "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>%s</listen>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Process process;
    private final Path configuration;

    private SystemBus(Process process, Path configuration) {
        this.process = process;
        this.configuration = configuration;
    }

    /// Starts it, and returns when it listens. Ends the test where the computer has none.
    public static SystemBus at(String address) throws IOException, InterruptedException {
        Path configuration = Files.createTempFile("bus", ".conf");
        Files.writeString(configuration, CONFIGURATION.formatted(address));
        Process started;
        try {
            started = new ProcessBuilder("dbus-daemon", "--config-file=" + configuration, "--nofork", "--print-address")
                    .start();
        } catch (IOException e) {
            Files.delete(configuration);
            String why = "skipped, there is no dbus-daemon on this computer: " + e.getMessage();
            System.out.println(why);
            return abort(why);
        }
        var bus = new SystemBus(started, configuration);
        if (started.inputReader().readLine() == null) {
            String why = started.errorReader().readAllAsString();
            bus.close();
            throw new AssertionError("it does not listen: " + why);
        }
        return bus;
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.destroy();
        process.waitFor();
        Files.deleteIfExists(configuration);
    }
}
