package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text of the window, and of the doctor that it asks, stands in its bundles: none is missing, none unused, none
/// written into the code.
class MessagesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/landline");
    private static final Path WINDOW = SOURCES.resolve("ui");
    private static final Path DOCTOR = SOURCES.resolve("doctor");
    private static final Path BUNDLES = Path.of("src/main/resources/io/landline");
    /// `get("key")`, `format("key"`, `has("key")`, and keys that are chosen by a `?` or a `switch` before they are
    /// used.
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9-]+)*)\"");
    /// `"warning." + code`: whatever begins so is used.
    private static final Pattern PREFIX = Pattern.compile("\"([a-z][A-Za-z0-9.-]*\\.)\"\\s*\\+");
    private static final Pattern SHOWN_LITERAL = Pattern.compile(
            "(?:setText|setPromptText|setAccessibleText|setTitle|setHeaderText|setContentText|new"
                    + " (?:Label|Button|Text|Tooltip|ToggleButton|CheckBox|RadioButton|MenuItem|"
                    + "Hyperlink))\\(\"((?:[^\"\\\\]|\\\\.)*)\"");
    /// A name, signs, or what is the same in every language.
    private static final Set<String> SAME_EVERYWHERE = Set.of("Landline", "", "+", "−", "…", "·");

    private record Bundle(Path folder, Map<Language, Properties> languages) {
        Properties english() {
            return languages.get(Language.ENGLISH);
        }
    }

    private static List<Bundle> bundles() throws IOException {
        var bundles = new ArrayList<Bundle>();
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            for (Path file : files.filter(each -> each.endsWith("messages_en.properties")).toList()) {
                var languages = new EnumMap<Language, Properties>(Language.class);
                for (Language each : Language.values()) {
                    languages.put(each, load(file.resolveSibling("messages_" + each.tag() + ".properties")));
                }
                bundles.add(new Bundle(BUNDLES.relativize(file.getParent()), languages));
            }
        }
        assertFalse(bundles.isEmpty());
        return bundles;
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }

    /// Of a package with a bundle, and of those inside it without one of their own: they use the same texts.
    private static String source(Path folder) throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> entries = Files.list(SOURCES.resolve(folder))) {
            for (Path entry : entries.sorted().toList()) {
                Path inner = folder.resolve(entry.getFileName());
                boolean hasOwn = Files.exists(BUNDLES.resolve(inner).resolve("messages_en.properties"));
                if (entry.toString().endsWith(".java")) all.append(Files.readString(entry));
                if (Files.isDirectory(entry) && !hasOwn) all.append(source(inner));
            }
        }
        return all.toString();
    }

    @Test
    void allLanguagesHaveTheSameTexts() throws IOException {
        for (Bundle bundle : bundles()) {
            bundle.languages()
                    .forEach((language, texts) -> assertEquals(
                            new TreeSet<>(bundle.english().stringPropertyNames()),
                            new TreeSet<>(texts.stringPropertyNames()),
                            bundle.folder() + " in " + language));
        }
    }

    @Test
    void noTextIsUnused() throws IOException {
        for (Bundle bundle : bundles()) {
            String source = source(bundle.folder());
            Set<String> used = found(LITERAL, source);
            Set<String> prefixes = found(PREFIX, source);
            for (String key : bundle.english().stringPropertyNames()) {
                assertTrue(used.contains(key) || prefixes.stream().anyMatch(key::startsWith),
                        bundle.folder() + ": " + key + " is unused");
            }
        }
    }

    @Test
    void noTextIsMissing() throws IOException {
        Pattern asked = Pattern.compile(
                "(?:(?i:texts?)(?:\\(\\))?\\s*\\.\\s*(?:get|format)|Words\\.of)\\(\\s*\"([^\"]+)\"\\s*[,)]");
        for (Bundle bundle : bundles()) {
            for (String key : found(asked, source(bundle.folder()))) {
                assertTrue(bundle.english().containsKey(key), bundle.folder() + ": " + key + " is missing");
            }
        }
    }

    @Test
    void noTextStandsInTheCode() throws IOException {
        for (Path file : sources(WINDOW)) {
            for (String text : found(SHOWN_LITERAL, Files.readString(file))) {
                assertTrue(SAME_EVERYWHERE.contains(text), file + " shows “" + text + "”, which is in no bundle");
            }
        }
    }

    /// A command begins with a small letter. Comments may cite a page's heading.
    @Test
    void noSentenceStandsInTheCodeOfTheDoctor() throws IOException {
        for (Path file : sources(DOCTOR)) {
            String code = Files.readString(file).replaceAll("(?m)^\\s*//.*$", "");
            assertEquals(Set.of(), found(Pattern.compile("\"([A-Z][^\"\n]* [^\"\n]*)\""), code), file.toString());
        }
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".java")).toList();
        }
    }

    /// As the only thing on a line they look like a fault. A line breaks at a blank, and not at one that is no break.
    @Test
    void noLineBeginsWithDots() throws IOException {
        for (Bundle bundle : bundles()) {
            bundle.languages()
                    .forEach((language, texts) -> texts.stringPropertyNames()
                            .forEach(
                                    key -> assertFalse(texts.getProperty(key).contains(" …"),
                                            () -> bundle.folder() + " in " + language + ": " + key)));
        }
    }

    @Test
    void everyTextIsAPatternThatCanBeFilled() throws IOException {
        for (Bundle bundle : bundles()) {
            for (Properties language : bundle.languages().values()) {
                for (String key : language.stringPropertyNames()) {
                    String value = language.getProperty(key);
                    assertFalse(value.isBlank(), key);
                    assertFalse(value.contains("'"),
                            bundle.folder() + ": " + key + " holds a straight apostrophe, which patterns swallow");
                    new MessageFormat(value, Locale.ROOT);
                }
                for (String key : bundle.english().stringPropertyNames()) {
                    assertEquals(places(bundle.english().getProperty(key)), places(language.getProperty(key)),
                            bundle.folder() + ": the places of " + key);
                }
            }
        }
    }

    private static Set<String> places(String pattern) {
        return found(Pattern.compile("\\{(\\d)"), pattern);
    }

    private static Set<String> found(Pattern pattern, String text) {
        var found = new TreeSet<String>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }
}
