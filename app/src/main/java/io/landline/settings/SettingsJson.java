package io.landline.settings;

import io.landline.filetransfer.AcceptRule;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.peer.PeerName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Settings to and from the keys of their file, each key by itself: a wrong one costs that one alone. Stateless; any
/// thread.
final class SettingsJson {
    private static final String NAME = "name";
    private static final String DOWNLOADS = "downloads";
    private static final String ACCEPT = "accept";
    private static final String UDP_PORT = "udpPort";
    private static final String TCP_PORT = "tcpPort";
    private static final String INTERFACES = "interfaces";
    private static final String PEERS = "peers";
    private static final String LISTENING_ONLY = "listeningOnly";

    private SettingsJson() {}

    /// What was found, and one sentence for each key that was not usable.
    record Reading(Settings settings, List<String> problems) {}

    private interface Key<T> {
        /// Null where the key is absent.
        @Nullable
        T read(JsonFields fields) throws MalformedJsonException;
    }

    /// For each key the value of the first source that has a usable one, else the default.
    ///
    /// @param sources the file, then its last good copy; either may be missing
    static Reading read(List<JsonFields> sources) {
        var problems = new ArrayList<String>();
        AcceptRule accept = first(sources, ACCEPT, SettingsJson::accept, problems);
        List<String> interfaces = first(sources, INTERFACES,
                fields -> addresses(fields, INTERFACES, Settings.INTERFACES_MAX), problems);
        List<String> peers = first(sources, PEERS, fields -> addresses(fields, PEERS, Settings.PEERS_MAX), problems);
        List<String> listeningOnly = first(sources, LISTENING_ONLY,
                fields -> addresses(fields, LISTENING_ONLY, Settings.NETWORKS_MAX), problems);
        var settings = new Settings(first(sources, NAME, SettingsJson::name, problems),
                first(sources, DOWNLOADS, SettingsJson::downloads, problems),
                accept == null ? Settings.DEFAULTS.accept() : accept,
                first(sources, UDP_PORT, fields -> port(fields, UDP_PORT, Settings.UDP_PORT_MIN, Settings.UDP_PORT_MAX),
                        problems),
                first(sources, TCP_PORT, fields -> port(fields, TCP_PORT, 0, Settings.TCP_PORT_MAX), problems),
                interfaces == null ? List.of() : interfaces, peers == null ? List.of() : peers,
                listeningOnly == null ? List.of() : listeningOnly);
        return new Reading(settings, List.copyOf(problems));
    }

    private static <T> @Nullable T first(List<JsonFields> sources, String key, Key<T> reader, List<String> problems) {
        boolean told = false;
        for (JsonFields source : sources) {
            try {
                T value = reader.read(source);
                if (value != null) return value;
                if (!told) return null; // absent on purpose: an older copy has no say
            } catch (MalformedJsonException e) {
                if (!told) problems.add("“" + key + "” is not usable: " + e.getMessage());
                told = true;
            }
        }
        return null;
    }

    private static @Nullable PeerName name(JsonFields fields) throws MalformedJsonException {
        String text = fields.textOrNull(NAME, PeerName.MAX_BYTES);
        if (text == null) return null;
        if (!PeerName.fits(text)) {
            throw new MalformedJsonException("a name has 1 to " + PeerName.MAX_CODE_POINTS + " characters in one line");
        }
        return new PeerName(text);
    }

    private static @Nullable Path downloads(JsonFields fields) throws MalformedJsonException {
        String text = fields.textOrNull(DOWNLOADS, Settings.PATH_BYTES_MAX);
        if (text == null) return null;
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute()) throw new MalformedJsonException("a folder is given with its whole path");
            return path;
        } catch (InvalidPathException e) {
            throw new MalformedJsonException("no path of this system", e);
        }
    }

    private static @Nullable AcceptRule accept(JsonFields fields) throws MalformedJsonException {
        String word = fields.textOrNull(ACCEPT, Settings.ADDRESS_BYTES_MAX);
        if (word == null) return null;
        AcceptRule rule = AcceptRule.ofWord(word);
        if (rule == null) throw new MalformedJsonException("it is one of all, known, ask, none");
        return rule;
    }

    private static @Nullable Integer port(JsonFields fields, String key, int min, int max)
            throws MalformedJsonException {
        return fields.has(key) ? Integer.valueOf((int) fields.number(key, min, max)) : null;
    }

    private static @Nullable List<String> addresses(JsonFields fields, String key, int max)
            throws MalformedJsonException {
        return fields.has(key) ? fields.texts(key, max, Settings.ADDRESS_BYTES_MAX) : null;
    }

    /// Changes only the keys of changed settings in the file's content: a value that this version does not understand
    /// is a later version's choice, and stays.
    static void write(JsonObject content, Settings before, Settings after) {
        set(content, NAME, Objects.equals(before.name(), after.name()),
                after.name() == null ? null : text(after.name().value()));
        set(content, DOWNLOADS, Objects.equals(before.downloads(), after.downloads()),
                after.downloads() == null ? null : text(after.downloads().toString()));
        set(content, ACCEPT, before.accept() == after.accept(), text(after.accept().word()));
        set(content, UDP_PORT, Objects.equals(before.udpPort(), after.udpPort()), number(after.udpPort()));
        set(content, TCP_PORT, Objects.equals(before.tcpPort(), after.tcpPort()), number(after.tcpPort()));
        set(content, INTERFACES, before.interfaces().equals(after.interfaces()), list(after.interfaces()));
        set(content, PEERS, before.peers().equals(after.peers()), list(after.peers()));
        set(content, LISTENING_ONLY, before.listeningOnly().equals(after.listeningOnly()), list(after.listeningOnly()));
    }

    private static void set(JsonObject content, String key, boolean unchanged, @Nullable JsonElement value) {
        if (unchanged) return;
        if (value == null) {
            content.remove(key);
        } else {
            content.add(key, value);
        }
    }

    private static JsonElement text(String value) {
        return new JsonPrimitive(value);
    }

    private static @Nullable JsonElement number(@Nullable Integer value) {
        return value == null ? null : new JsonPrimitive(value);
    }

    private static JsonElement list(List<String> values) {
        var array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
