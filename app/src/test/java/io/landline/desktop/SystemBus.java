package io.landline.desktop;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;

/// The computer's own bus program, with nobody on it but the test. Unlike the library's it says rightly that a program
/// has ended, and then forgets who listened to it.
final class SystemBus implements AutoCloseable {
    private final Process process;

    private SystemBus(Process process) { this.process = process; }

    /// Starts it, and returns when it listens. Ends the test where the computer has none.
    static SystemBus at(String address) throws IOException {
        Process started;
        try {
            started = new ProcessBuilder("dbus-daemon", "--session", "--nofork", "--nopidfile", "--address=" + address,
                    "--print-address").start();
        } catch (IOException e) {
            return abort("no dbus-daemon on this computer: " + e.getMessage());
        }
        if (started.inputReader().readLine() == null) throw new AssertionError("it does not listen");
        return new SystemBus(started);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
