package io.landline.ui.transfers.file;

import io.landline.system.OperatingSystem;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// The commands that show a file in the system's file manager, or open it, as lists of arguments: no shell reads them.
/// Those that show it never open the file itself, which may be a program that somebody sent. Stateless; any thread.
final class FileManagerCommand {
    private static final String BUS = "org.freedesktop.FileManager1";
    private static final String OBJECT = "/org/freedesktop/FileManager1";

    private FileManagerCommand() {}

    /// To be tried in this order until one is there and succeeds.
    ///
    /// @param file absolute
    /// @param windows the folder of Windows itself, where its Explorer stands: a program of that name beside us is not
    ///        started
    static List<List<String>> show(OperatingSystem system, Path file, String windows) {
        Path parent = file.getParent();
        String folder = (parent == null ? file : parent).toString();
        return switch (system) {
            // The file managers' common interface selects the file; opening its folder is what every desktop can do.
            case LINUX, OTHER -> List.of(
                    List.of("gdbus", "call", "--session", "--dest", BUS, "--object-path", OBJECT, "--method",
                            BUS + ".ShowItems", "['" + uri(file) + "']", ""),
                    List.of("dbus-send", "--session", "--print-reply", "--dest=" + BUS, "--type=method_call", OBJECT,
                            BUS + ".ShowItems", "array:string:" + uri(file), "string:"),
                    List.of("xdg-open", folder));
            // Explorer splits its line by itself, at commas too: so the path has quotes in any case, which no path
            // contains.
            case WINDOWS -> List.of(List.of(windows + "\\explorer.exe", "/select,", "\"" + file + "\""));
            case MACOS -> List.of(List.of("/usr/bin/open", "-R", file.toString()));
        };
    }

    /// Opens the file with the program that the system has for its kind: only for what [OpenableFile] allows. As
    /// [#show].
    static List<List<String>> open(OperatingSystem system, Path file, String windows) {
        return switch (system) {
            case LINUX, OTHER -> List.of(List.of("xdg-open", file.toString()));
            case WINDOWS -> List.of(List.of(windows + "\\explorer.exe", "\"" + file + "\""));
            case MACOS -> List.of(List.of("/usr/bin/open", file.toString()));
        };
    }

    /// Opens a link with the system's browser. As [#show].
    ///
    /// @param link in ASCII, without quotes and blanks: it stays one argument on each system
    static List<List<String>> browse(OperatingSystem system, URI link, String windows) {
        return switch (system) {
            case LINUX, OTHER -> List.of(List.of("xdg-open", link.toString()));
            case WINDOWS -> List.of(List.of(windows + "\\System32\\rundll32.exe", "url.dll,FileProtocolHandler",
                    link.toString()));
            case MACOS -> List.of(List.of("/usr/bin/open", link.toString()));
        };
    }

    /// Also without what the two programs for the bus would take for the end of a text or of an element.
    private static String uri(Path file) {
        URI uri = file.toUri();
        return uri.toASCIIString().replace("'", "%27").replace(",", "%2C");
    }
}
