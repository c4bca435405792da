package io.landline.system;

import java.util.Locale;

/// The operating systems that Landline tells apart. The Lab, which knows nothing of us, asks for itself.
public enum OperatingSystem {
    LINUX,
    WINDOWS,
    MACOS,
    /// Any other, as FreeBSD. It has the folders and commands of Linux, as far as it has any, and none of its calls.
    OTHER;

    private static final OperatingSystem HERE = of(System.getProperty("os.name", ""));

    /// That of this computer.
    public static OperatingSystem here() {
        return HERE;
    }

    /// The folder of Windows itself. Its programs are started by their paths there: a name alone is looked for in the
    /// current folder first, where a file that somebody sent may have it.
    public static String windowsFolder() {
        return System.getenv().getOrDefault("SystemRoot", "C:\\Windows");
    }

    /// @param name as Java has it in the property `os.name`
    static OperatingSystem of(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (folded.startsWith("windows")) return WINDOWS;
        if (folded.startsWith("mac") || folded.startsWith("darwin")) return MACOS;
        return folded.equals("linux") ? LINUX : OTHER;
    }
}
