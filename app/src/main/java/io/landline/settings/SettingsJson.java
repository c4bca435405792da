package io.landline.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.landline.filetransfer.AcceptRule;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.peer.PeerName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Settings to and from the keys of their file, each key by itself: a wrong one costs that one alone. Stateless; any
/// thread.
final class SettingsJson {
    /// The table of settings, in the order of the file. A new setting is one more row, and its component of [Settings]
    /// or of [NetworkSettings].
    private static final List<Row<?>> ROWS = List.of(
            new Row<>("name", SettingsJson::name, name -> text(name.value()), Settings::name, Settings::withName),
            new Row<>("downloads", SettingsJson::downloads, folder -> text(folder.toString()), Settings::downloads,
                    Settings::withDownloads),
            new Row<>("accept", SettingsJson::accept, rule -> text(rule.word()), Settings::accept,
                    Settings::withAccept),
            network("udpPort", port(NetworkSettings.UDP_PORT_MIN, NetworkSettings.UDP_PORT_MAX), JsonPrimitive::new,
                    NetworkSettings::udpPort, NetworkSettings::withUdpPort),
            network("tcpPort", port(0, NetworkSettings.TCP_PORT_MAX), JsonPrimitive::new, NetworkSettings::tcpPort,
                    NetworkSettings::withTcpPort),
            network("interfaces", addresses(NetworkSettings.INTERFACES_MAX), SettingsJson::list,
                    NetworkSettings::interfaces, NetworkSettings::withInterfaces),
            network("peers", addresses(NetworkSettings.PEERS_MAX), SettingsJson::list, NetworkSettings::peers,
                    NetworkSettings::withPeers),
            network("listeningOnly", addresses(NetworkSettings.NETWORKS_MAX), SettingsJson::list,
                    NetworkSettings::listeningOnly, NetworkSettings::withListeningOnly),
            new Row<>("shareActivity", SettingsJson::flag, JsonPrimitive::new, Settings::shareActivity,
                    Settings::withShareActivity));

    private SettingsJson() {}

    /// A value that is not what its key asks for.
    record UnusableValue(String key, String why) {}

    /// What was found, and what was not usable.
    record Reading(Settings settings, List<UnusableValue> problems) {}

    private interface Reader<T> {
        /// The value of a key; null if the key is absent.
        @Nullable
        T read(JsonFields fields, String key) throws MalformedJsonException;
    }

    private interface Getter<S, T> {
        @Nullable
        T of(S settings);
    }

    private static <T> Row<T> network(String key, Reader<T> reader, Function<T, JsonElement> writer,
            Getter<NetworkSettings, T> getter, BiFunction<NetworkSettings, T, NetworkSettings> with) {
        return new Row<>(key, reader, writer, settings -> getter.of(settings.network()),
                (settings, value) -> settings.withNetwork(network -> with.apply(network, value)));
    }

    /// One setting: its key, how its value is read and written, and where it stands in [Settings].
    private record Row<T>(String key, Reader<T> reader, Function<T, JsonElement> writer, Getter<Settings, T> getter,
            BiFunction<Settings, T, Settings> with) {
        Settings read(List<JsonFields> sources, Settings settings, List<UnusableValue> problems) {
            T value = first(sources, key, reader, problems);
            return value == null ? settings : with.apply(settings, value);
        }

        void write(JsonObject content, Settings before, Settings after) {
            T value = getter.of(after);
            if (Objects.equals(getter.of(before), value)) return;
            if (value == null) {
                content.remove(key);
            } else {
                content.add(key, writer.apply(value));
            }
        }
    }

    /// For each key the value of the first source that has a usable one, else the default.
    ///
    /// @param sources the file, then its last good copy; either may be missing
    static Reading read(List<JsonFields> sources) {
        var problems = new ArrayList<UnusableValue>();
        Settings settings = Settings.DEFAULTS;
        for (Row<?> row : ROWS) settings = row.read(sources, settings, problems);
        return new Reading(settings, List.copyOf(problems));
    }

    /// Changes only the keys of changed settings in the file's content: a value that this version does not understand
    /// is a later version's choice, and stays.
    static void write(JsonObject content, Settings before, Settings after) {
        for (Row<?> row : ROWS) row.write(content, before, after);
    }

    private static <T> @Nullable T first(List<JsonFields> sources, String key, Reader<T> reader,
            List<UnusableValue> problems) {
        boolean told = false;
        for (JsonFields source : sources) {
            try {
                T value = reader.read(source, key);
                if (value != null) return value;
                if (!told) return null; // absent on purpose: an older copy has no say
            } catch (MalformedJsonException e) {
                if (!told) problems.add(new UnusableValue(key, String.valueOf(e.getMessage())));
                told = true;
            }
        }
        return null;
    }

    private static @Nullable PeerName name(JsonFields fields, String key) throws MalformedJsonException {
        String text = fields.textOrNull(key, PeerName.MAX_BYTES);
        if (text == null) return null;
        if (!PeerName.fits(text)) {
            throw new MalformedJsonException("a name has 1 to " + PeerName.MAX_CODE_POINTS + " characters in one line");
        }
        return new PeerName(text);
    }

    private static @Nullable Path downloads(JsonFields fields, String key) throws MalformedJsonException {
        String text = fields.textOrNull(key, Settings.PATH_BYTES_MAX);
        if (text == null) return null;
        try {
            Path path = Path.of(text);
            if (!path.isAbsolute()) throw new MalformedJsonException("a folder is given with its whole path");
            return path;
        } catch (InvalidPathException e) {
            throw new MalformedJsonException("no path of this system", e);
        }
    }

    private static @Nullable AcceptRule accept(JsonFields fields, String key) throws MalformedJsonException {
        String word = fields.textOrNull(key, NetworkSettings.ADDRESS_BYTES_MAX);
        if (word == null) return null;
        AcceptRule rule = AcceptRule.ofWord(word);
        if (rule == null) throw new MalformedJsonException("it is one of all, known, ask, none");
        return rule;
    }

    private static @Nullable Boolean flag(JsonFields fields, String key) throws MalformedJsonException {
        return fields.has(key) ? Boolean.valueOf(fields.flag(key)) : null;
    }

    private static Reader<Integer> port(int min, int max) {
        return (fields, key) -> fields.has(key) ? Integer.valueOf((int) fields.number(key, min, max)) : null;
    }

    private static Reader<List<String>> addresses(int max) {
        return (fields, key) -> fields.has(key) ? fields.texts(key, max, NetworkSettings.ADDRESS_BYTES_MAX) : null;
    }

    private static JsonElement text(String value) {
        return new JsonPrimitive(value);
    }

    private static JsonElement list(List<String> values) {
        var array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
