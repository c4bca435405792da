package io.landline.doctor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.system.OperatingSystem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which program a command of the system starts.
class SystemCommandTest {
    /// A name alone is looked for in the current folder first: a file that somebody sent may have it.
    @ParameterizedTest
    @CsvSource({"arp, D:\\Windows\\System32\\arp.exe", "netsh, D:\\Windows\\System32\\netsh.exe",
            "powershell, D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"})
    void onWindowsItStandsInTheFolderOfTheSystem(String name, String program) {
        assertEquals(List.of(program, "-a"),
                SystemCommand.line(OperatingSystem.WINDOWS, "D:\\Windows", name, "-a"));
    }

    @Test
    void elsewhereItIsLookedForAsAShellDoes() {
        assertEquals(List.of("ip", "neigh"), SystemCommand.line(OperatingSystem.LINUX, "", "ip", "neigh"));
    }
}
