package io.landline.lab.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Well-known services and their ports. Java has no call for it, so the system's own file is read, else a list that is
/// built in. Does not change once it is made; any thread.
public final class Services {
    private static final List<Path> FILES = List.of(Path.of("/etc/services"),
            Path.of("C:\\Windows\\System32\\drivers\\etc\\services"));
    private static final int LINES_MAX = 100_000;

    /// What every course names, with where it is written down.
    public record Known(String name, int port, String meaning, String source) {}

    public static final List<Known> KNOWN = List.of(new Known("ftp-data", 20, "files, the data connection", "RFC 959"),
            new Known("ftp", 21, "files, the control connection", "RFC 959"),
            new Known("ssh", 22, "a shell, encrypted", "RFC 4251"),
            new Known("telnet", 23, "a shell, in clear", "RFC 854"),
            new Known("smtp", 25, "mail, from server to server", "RFC 5321"),
            new Known("domain", 53, "names and addresses (DNS)", "RFC 1035"),
            new Known("http", 80, "the web, in clear", "RFC 9110"), new Known("pop3", 110, "mail, fetched", "RFC 1939"),
            new Known("imap", 143, "mail, kept on the server", "RFC 9051"),
            new Known("https", 443, "the web, encrypted", "RFC 9110"),
            new Known("xmpp-client", 5222, "chat (XMPP)", "RFC 6120"));

    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<Integer, String> names = new LinkedHashMap<>();

    private Services() {}

    /// The system's services, completed by the known ones.
    public static Services ofSystem() {
        var services = new Services();
        for (Path file : FILES) {
            if (!Files.isReadable(file)) continue;
            try (var lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                lines.limit(LINES_MAX).forEach(services::add);
                break;
            } catch (IOException e) {
                System.getLogger(Services.class.getName())
                        .log(System.Logger.Level.DEBUG, "the services file cannot be read", e);
            }
        }
        KNOWN.forEach(known -> services.add(known.name() + " " + known.port() + "/tcp"));
        return services;
    }

    /// `domain 53/tcp nameserver  # comment`.
    private void add(String line) {
        String[] words = line.replaceAll("#.*", "").strip().split("\\s+");
        if (words.length < 2 || !words[1].matches("\\d{1,5}/\\w+")) return;
        int port = Integer.parseInt(words[1].substring(0, words[1].indexOf('/')));
        ports.putIfAbsent(words[0], port);
        names.putIfAbsent(port, words[0]);
        for (int i = 2; i < words.length; i++) ports.putIfAbsent(words[i], port);
    }

    public @Nullable Integer port(String service) {
        return ports.get(service);
    }

    public @Nullable String name(int port) {
        return names.get(port);
    }
}
