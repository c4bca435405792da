package io.landline.system;

import java.util.Locale;

/// The systems with commands and firewalls of their own.
public enum OperatingSystem {
    LINUX, WINDOWS, MACOS;

    public static OperatingSystem here() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.contains("win") && !name.contains("darwin")) return WINDOWS;
        return name.contains("mac") || name.contains("darwin") ? MACOS : LINUX;
    }
}
