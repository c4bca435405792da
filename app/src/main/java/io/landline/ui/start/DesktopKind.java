package io.landline.ui.start;

import io.landline.desktop.SessionBusAddress;
import io.landline.system.OperatingSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;

/// How the desktop around the window is reached. Immutable; any thread.
sealed interface DesktopKind {
    /// Over its message bus, as on Linux: notifications and a tray.
    ///
    /// @param address as [SessionBusAddress] has it
    record Bus(String address) implements DesktopKind {}

    /// By AWT, as on Windows and macOS: notifications alone.
    record Awt() implements DesktopKind {}

    /// Nobody is there, as without a message bus.
    record None() implements DesktopKind {}

    /// That of this computer. A window that is drawn without a screen has none.
    static DesktopKind here() {
        if (WindowApp.HEADLESS.equals(System.getProperty("glass.platform"))) return new None();
        return of(OperatingSystem.here(), System.getenv(), Files::exists);
    }

    /// @param exists whether there is such a file
    static DesktopKind of(OperatingSystem system, Map<String, String> environment, Predicate<Path> exists) {
        if (system == OperatingSystem.WINDOWS || system == OperatingSystem.MACOS) return new Awt();
        String address = SessionBusAddress.find(environment, exists);
        return address == null ? new None() : new Bus(address);
    }
}
