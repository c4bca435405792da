import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Completes the list of parts that Maven knows (CycloneDX) by those that come in another way, and checks it: each jar
/// of the image is in it, and each part has a licence whose text is here. Fails where something is missing. Nothing of
/// the place or the time of the build stands in it.
///
/// Arguments: Maven's list, the root pom, the folder of the image's jars, the folder of licence texts, the folder to
/// write to. That gets `landline.cdx.json`, `parts.txt` and the texts.
class Sbom {
    /// As Maven's projects name their licences, and as SPDX does.
    private static final Map<String, String> SPDX = Map.of("The 3-Clause BSD License", "BSD-3-Clause");
    private static final String OPENJDK = "GPL-2.0-only WITH Classpath-exception-2.0";
    private static final String OWN = "io.landline";

    /// A part that no jar of its own brings into the image.
    ///
    /// @param version as the root pom has it for this artifact or property; empty where the part has none
    private record Part(String group, String name, String version, String licence, String what) {}

    private final String pom;
    private final Path texts;
    private final TreeMap<String, JsonObject> parts = new TreeMap<>();
    private final TreeSet<String> licences = new TreeSet<>();

    private Sbom(String pom, Path texts) {
        this.pom = pom;
        this.texts = texts;
    }

    static void main(String[] arguments) throws IOException {
        if (!Files.exists(Path.of(arguments[0]))) {
            System.out.println("No list of parts is made: Maven makes its own only online, so build without -o.");
            return;
        }
        JsonObject list = JsonParser.parseString(Files.readString(Path.of(arguments[0]))).getAsJsonObject();
        var sbom = new Sbom(Files.readString(Path.of(arguments[1])), Path.of(arguments[3]));
        for (JsonElement each : list.getAsJsonArray("components")) sbom.take(each.getAsJsonObject());
        for (Part each : sbom.others()) sbom.take(each);
        sbom.checkJars(Path.of(arguments[2]));
        sbom.write(list, Path.of(arguments[4]));
    }

    private List<Part> others() {
        return List.of(
                new Part("net.java.openjdk", "openjdk", System.getProperty("java.version"), OPENJDK,
                        "the run-time in lib/runtime; notices of its parts stand in lib/runtime/legal"),
                new Part("com.formdev", "flatlaf-fonts-inter", artifact("flatlaf-fonts-inter"), "OFL-1.1",
                        "the font Inter"),
                new Part("com.formdev", "flatlaf-fonts-jetbrains-mono", artifact("flatlaf-fonts-jetbrains-mono"),
                        "OFL-1.1", "the font JetBrains Mono"),
                new Part("", "feather-icons", "4.28", "MIT", "the font of the icons, within ikonli-feather-pack"),
                new Part("org.bouncycastle", "bcprov-jdk18on", property("bouncycastle.version"), "MIT",
                        "some classes of it, for Ed25519"),
                new Part("", "noto-emoji", "", "Apache-2.0", "pictures of emoji, made smaller"),
                new Part("", "unicode-cldr", "", "Unicode-3.0", "names of emoji"));
    }

    private String artifact(String name) {
        return found("<artifactId>" + Pattern.quote(name) + "</artifactId>\\s*<version>([^<]+)</version>", name);
    }

    private String property(String name) {
        return found("<" + Pattern.quote(name) + ">([^<]+)<", name);
    }

    private String found(String pattern, String name) {
        Matcher version = Pattern.compile(pattern).matcher(pom);
        if (!version.find()) throw new IllegalStateException("The root pom has no version of " + name + ".");
        return version.group(1);
    }

    private void take(JsonObject part) {
        String purl = part.get("purl").getAsString();
        if (purl.startsWith("pkg:maven/" + OWN + "/")) return; // Landline itself, which names no licence
        var ids = new TreeSet<String>();
        JsonArray told = part.getAsJsonArray("licenses");
        for (JsonElement each : told == null ? new JsonArray() : told) ids.add(licence(purl, each.getAsJsonObject()));
        if (ids.isEmpty()) throw new IllegalStateException("No licence is known of " + purl + ".");
        licences.addAll(ids);
        part.add("licenses", licensesOf(ids));
        parts.put(purl, part);
    }

    private static String licence(String purl, JsonObject told) {
        if (purl.startsWith("pkg:maven/org.openjfx/")) return OPENJDK; // told by a name that SPDX has given up
        if (purl.startsWith("pkg:maven/org.jline/")) return "BSD-3-Clause"; // told as "BSD", taken for four clauses
        if (told.has("expression")) return told.get("expression").getAsString();
        JsonObject licence = told.getAsJsonObject("license");
        if (licence.has("id")) return licence.get("id").getAsString();
        String name = licence.get("name").getAsString();
        String id = SPDX.get(name);
        if (id == null) throw new IllegalStateException("What licence is \"" + name + "\" of " + purl + "?");
        return id;
    }

    private static JsonArray licensesOf(TreeSet<String> ids) {
        var all = new JsonArray();
        var one = new JsonObject();
        if (ids.size() == 1 && !ids.first().contains(" ")) {
            var id = new JsonObject();
            id.addProperty("id", ids.first());
            one.add("license", id);
        } else {
            one.addProperty("expression", String.join(" AND ", ids));
        }
        all.add(one);
        return all;
    }

    private void take(Part part) {
        String purl = part.group.isEmpty()
                ? "pkg:generic/" + part.name
                : "pkg:maven/" + part.group + "/" + part.name;
        if (!part.version.isEmpty()) purl += "@" + part.version;
        var json = new JsonObject();
        json.addProperty("type", "library");
        json.addProperty("bom-ref", purl);
        if (!part.group.isEmpty()) json.addProperty("group", part.group);
        json.addProperty("name", part.name);
        if (!part.version.isEmpty()) json.addProperty("version", part.version);
        json.addProperty("description", part.what);
        json.add("licenses", licensesOf(new TreeSet<>(List.of(part.licence))));
        json.addProperty("purl", purl);
        licences.add(part.licence);
        parts.put(purl, json);
    }

    /// A jar without its part would be one whose licence nobody looked at.
    private void checkJars(Path folder) throws IOException {
        var known = new ArrayList<String>();
        for (JsonObject each : parts.values()) {
            if (!each.has("version")) continue;
            known.add(each.get("name").getAsString() + "-" + each.get("version").getAsString());
        }
        try (Stream<Path> jars = Files.list(folder)) {
            for (Path each : jars.sorted().toList()) {
                String name = each.getFileName().toString();
                if (name.startsWith("landline-")) continue;
                if (known.stream().noneMatch(part -> name.equals(part + ".jar") || name.startsWith(part + "-"))) {
                    throw new IllegalStateException("The list of parts lacks " + name + ".");
                }
            }
        }
    }

    private void write(JsonObject list, Path folder) throws IOException {
        list.remove("serialNumber");
        JsonObject about = list.getAsJsonObject("metadata");
        about.remove("timestamp");
        about.remove("properties");
        var components = new JsonArray();
        parts.values().forEach(components::add);
        list.add("components", components);
        list.remove("dependencies"); // of parts that are left out, too
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("landline.cdx.json"),
                new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(list) + "\n");
        var lines = new ArrayList<String>();
        lines.add("What Landline brings, and under which licence. The texts stand beside this list.");
        lines.add("");
        parts.values().stream().map(Sbom::line).distinct().forEach(lines::add);
        Files.write(folder.resolve("parts.txt"), lines);
        for (String each : licences) {
            for (String id : each.split(" AND ")) copyText(id.replace(' ', '-') + ".txt", folder);
        }
    }

    private static String line(JsonObject part) {
        JsonObject licence = part.getAsJsonArray("licenses").get(0).getAsJsonObject();
        String id = licence.has("expression")
                ? licence.get("expression").getAsString()
                : licence.getAsJsonObject("license").get("id").getAsString();
        String by = part.has("publisher") ? ", " + part.get("publisher").getAsString() : "";
        String version = part.has("version") ? " " + part.get("version").getAsString() : "";
        String group = part.has("group") ? part.get("group").getAsString() + " " : "";
        return group + part.get("name").getAsString() + version + by + ": " + id;
    }

    private void copyText(String name, Path folder) throws IOException {
        Path text = texts.resolve(name);
        if (!Files.exists(text)) throw new IllegalStateException("The text of the licence " + name + " is missing.");
        Files.copy(text, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
