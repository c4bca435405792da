package io.landline.ui.start;

import io.landline.desktop.SessionBusAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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
        return of(System.getProperty("os.name", ""), System.getenv(), Files::exists);
    }

    /// @param system its name, as Java has it
    /// @param exists whether there is such a file
    static DesktopKind of(String system, Map<String, String> environment, Predicate<Path> exists) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("windows") || name.contains("mac")) return new Awt();
        String address = SessionBusAddress.find(environment, exists);
        return address == null ? new None() : new Bus(address);
    }
}
