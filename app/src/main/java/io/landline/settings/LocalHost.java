package io.landline.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.system.OperatingSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What this computer is called, and what tells this start of its system from others. Immutable; any thread.
///
/// @param name for people; it may change while the system runs (DHCP on a Mac)
/// @param boot Linux' random id of the running kernel (proc_sys_kernel(5), `random/boot_id`): the same in all
/// containers of one kernel. That of macOS (`kern.bootsessionuuid`). Empty on other systems
record LocalHost(String name, String boot) {
    /// Field 22 of all, of which the process id and the name come before.
    private static final int START_FIELD = 20;
    private static final List<String> MACOS_BOOT = List.of("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid");
    /// It takes milliseconds.
    private static final Duration ANSWER_MAX = Duration.ofSeconds(1);

    static LocalHost read() {
        return new LocalHost(lookUpName(), Boot.ID);
    }

    /// Looked up once: it is the same as long as this process runs, and macOS takes a process for it.
    private static final class Boot {
        private static final String ID = bootOf(OperatingSystem.here(), MACOS_BOOT);
    }

    /// @param macOs the command that tells it there
    static String bootOf(OperatingSystem system, List<String> macOs) {
        return switch (system) {
            case LINUX -> firstLine(Path.of("/proc/sys/kernel/random/boot_id"));
            case MACOS -> firstLine(macOs);
            case WINDOWS, OTHER -> ""; // Windows takes a new name only as it starts
        };
    }

    /// Whether that owner runs under this very kernel, so that the operating system's lock alone says whether it lives.
    /// By its boot id where both have one, else by name.
    boolean isHostOf(ProfileLock.Owner owner) {
        if (!boot.isEmpty() && boot.equals(owner.boot())) return true;
        return name.equalsIgnoreCase(owner.host()); // started anew since, or a system without boot ids
    }

    /// The same, and the system was not started anew since: only then may the owner live.
    boolean isPresentOf(ProfileLock.Owner owner) {
        return isHostOf(owner) && (boot.isEmpty() || owner.boot().isEmpty() || boot.equals(owner.boot()));
    }

    /// When a process began, in clock ticks after the system's start (proc_pid_stat(5), field 22); null where the
    /// system does not tell.
    static @Nullable Long startTicks(long pid) {
        String[] afterName = statAfterName(pid);
        try {
            return afterName.length < START_FIELD ? null : Long.valueOf(afterName[START_FIELD - 1]);
        } catch (NumberFormatException e) {
            return null; // not as Linux writes it
        }
    }

    /// Whether a process has ended and only waits for its parent to ask how (field 3): it holds no lock any more.
    static boolean isZombie(long pid) {
        return statAfterName(pid)[0].equals("Z");
    }

    private static String[] statAfterName(long pid) {
        String stat = firstLine(Path.of("/proc/" + pid + "/stat"));
        // the name may hold anything
        return stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
    }

    private static String lookUpName() {
        String linux = firstLine(Path.of("/proc/sys/kernel/hostname"));
        if (!linux.isEmpty()) return linux;
        boolean isWindows = OperatingSystem.here() == OperatingSystem.WINDOWS;
        String variable = System.getenv(isWindows ? "COMPUTERNAME" : "HOSTNAME");
        if (variable != null && !variable.isBlank()) return variable;
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost"; // no name at all: two such computers on one network home cannot be told apart
        }
    }

    private static String firstLine(List<String> command) {
        try {
            Process asked = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
            try (BufferedReader printed = asked.inputReader(UTF_8)) {
                if (!asked.waitFor(ANSWER_MAX.toMillis(), TimeUnit.MILLISECONDS)) return "";
                return printed.readLine() instanceof String line ? line.strip() : "";
            } finally {
                asked.destroyForcibly();
            }
        } catch (IOException e) {
            return ""; // there is no such program, or none can be started now: the name decides
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file, UTF_8).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            return ""; // not Linux
        }
    }
}
