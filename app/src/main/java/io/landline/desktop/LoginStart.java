package io.landline.desktop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Has the desktop start Landline when the user logs in: a file in the folder that desktops of Linux look at
/// (Desktop Application Autostart Specification 0.5). Whether it is on stands in that file alone, since the desktop's
/// own settings change it as well. Any thread.
public final class LoginStart {
    /// Names the program that started this one; the launchers set it.
    public static final String LAUNCHER = "landline.launcher";
    private static final String FILE = "landline.desktop";
    /// What a shell, or the desktop itself, would read otherwise (Desktop Entry Specification 1.5, "The Exec key").
    private static final String ESCAPED = "\"`$\\";

    private final Path file;
    private final List<String> command;

    LoginStart(Path file, List<String> command) {
        this.file = file;
        this.command = List.copyOf(command);
    }

    /// Empty on systems that have another way, and where no launcher started this program.
    ///
    /// @param launcher as [#LAUNCHER] names it; null where nothing does
    /// @param more arguments of the start, besides those that keep the window in the background
    public static Optional<LoginStart> here(OperatingSystem system, Map<String, String> environment,
            @Nullable String launcher,
            List<String> more) {
        if (system != OperatingSystem.LINUX || launcher == null || !launcher.startsWith("/")) return Optional.empty();
        String home = environment.getOrDefault("HOME", "");
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        if (!config.startsWith("/")) { // a path that is not absolute is to be ignored
            if (!home.startsWith("/")) return Optional.empty();
            config = home + "/.config";
        }
        var command = new ArrayList<String>();
        command.add(launcher);
        command.add("--minimized");
        command.addAll(more);
        if (command.stream().anyMatch(each -> each.chars().anyMatch(Character::isISOControl))) return Optional.empty();
        return Optional.of(new LoginStart(Path.of(config, "autostart", FILE), command));
    }

    /// Whether the desktop starts it; also false where the desktop's own settings have switched it off.
    public boolean isOn() {
        try {
            if (!Files.isRegularFile(file)) return false;
            return Files.readAllLines(file, UTF_8)
                    .stream()
                    .map(line -> line.replace(" ", ""))
                    .noneMatch(line -> line.equals("Hidden=true") || line.equals("X-GNOME-Autostart-enabled=false"));
        } catch (IOException e) {
            return false;
        }
    }

    /// Switches it on or off.
    public void set(boolean on) throws IOException {
        if (!on) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Path fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        Files.writeString(fresh, entry(), UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String entry() {
        return """
                [Desktop Entry]
                Type=Application
                Name=Landline
                Exec=%s
                Icon=landline
                Terminal=false
                X-GNOME-Autostart-enabled=true
                """.formatted(command.stream().map(LoginStart::quoted).collect(Collectors.joining(" ")));
    }

    /// Escaped twice: as an argument, and as the text of a key, which has backslashes of its own.
    private static String quoted(String argument) {
        var out = new StringBuilder("\"");
        for (char each : argument.toCharArray()) {
            if (each == '%') {
                out.append("%%");
            } else if (ESCAPED.indexOf(each) >= 0) {
                out.append('\\').append(each);
            } else {
                out.append(each);
            }
        }
        return out.append('"').toString().replace("\\", "\\\\");
    }
}
