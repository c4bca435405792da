package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.LandlineCommand;
import io.landline.cli.lab.LabCommand;
import io.landline.lab.Experiment;
import io.landline.lab.relay.PrimeAsker;
import io.landline.labprograms.LabSystems;
import io.landline.labprograms.Setting;
import io.landline.language.Language;
import io.landline.language.MessagePatterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// What commands say, in each language.
class CommandTextsTest {
    private static final List<Path> MODULES = List.of(Path.of("src/main/java"), Path.of("../transfer/src/main/java"));
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    /// Before a sign French has a narrow space; a colon also stands in addresses.
    private static final Pattern BEFORE_A_SIGN = Pattern.compile("[^\u202f][;!?]|[^\u202f:]: ");

    private static MessagePatterns said;
    private static final TreeSet<String> help = new TreeSet<>();
    private static final Map<Language, Map<String, String>> translations = new EnumMap<>(Language.class);

    @BeforeAll
    static void read() throws IOException {
        said = new MessagePatterns(List.of(MODULES.getFirst().resolve("io/landline/cli")));
        addHelp(LandlineCommand.commandLine().getCommandSpec());
        addHelp(LabCommand.commandLine().getCommandSpec());
        for (Experiment each : Experiment.values()) addHelp(each.meaning());
        for (Language each : Language.values()) {
            if (each != Language.ENGLISH) translations.put(each, CommandTexts.translations(each));
        }
    }

    private static void addHelp(CommandSpec command) {
        addHelp(command.usageMessage().description());
        for (ArgSpec each : command.args()) addHelp(each.description());
        command.subcommands().values().forEach(each -> addHelp(each.getCommandSpec()));
    }

    private static void addHelp(String... description) {
        String text = String.join("", description);
        if (!text.isEmpty()) help.add(text);
    }

    @Test
    void whatStandsInAPlaceCannotSteerATerminalNorBeginALine() {
        assertEquals("Made #a\\tb\\nc\\u202ed\\x1b.", CommandTexts.of("Made {0}.", "#a\tb\nc\u202ed\u001b"));
        assertEquals("Made #a\\tb.", CommandTexts.of("Made {0}.", CommandTexts.of("{0}", "#a\tb")), "once");
    }

    @Test
    void jsonIsAskedForByTheOptionAndNotByATextBehindTheEndOfTheOptions() {
        assertTrue(CommandTexts.wantJson(new String[]{"say", "--json", "#class", "x"}));
        assertTrue(CommandTexts.wantJson(new String[]{"say", "--json=true", "#class", "x"}));
        assertFalse(CommandTexts.wantJson(new String[]{"say", "#class", "--", "--json"}));
        assertFalse(CommandTexts.wantJson(new String[]{"say", "--json=false", "#class", "x"}));
    }

    @Test
    void whatACommandSaysIsAConstantWithPlacesInIt() {
        assertEquals(List.of(), said.unknown);
        assertEquals(List.of(), said.unfilled);
        assertTrue(said.found.size() > 200, "few sentences were found: " + said.found);
        assertTrue(help.size() > 100, "little help was found: " + help);
    }

    @Test
    void everySentenceAndAllHelpIsThereInEachLanguage() {
        translations.forEach((language, its) -> assertEquals(List.of(),
                Stream.concat(said.found.stream(), help.stream()).filter(each -> !its.containsKey(each)).toList(),
                language.tag()));
    }

    /// Those that a setting of the Lab has of its own.
    @Test
    void whatIsSaidOfAValueThatDoesNotFitIsThereInEachLanguage() {
        var unknown = new TreeSet<String>();
        for (Setting each : LabSystems.ALL.stream()
                .flatMap(system -> system.programs().stream())
                .flatMap(program -> program.settings().stream())
                .toList()) {
            var wrong = each.help().wrong();
            if (wrong == null) continue;
            Stream.of("", "\0", "::1/5061,x")
                    .map(wrong)
                    .filter(said -> translations.values().stream().anyMatch(its -> !its.containsKey(said)))
                    .forEach(unknown::add);
        }
        unknown.remove(PrimeAsker.IPV4_ALONE.english()); // the Lab's own texts have it
        unknown.remove("--port takes a number from 1 to 65535."); // it is made of places
        assertEquals(Set.of(), unknown);
    }

    @Test
    void nothingIsTranslatedThatNobodySays() throws IOException {
        String elsewhere = constantsElsewhere();
        translations.forEach((language, its) -> assertEquals(List.of(), its.keySet()
                .stream()
                .filter(each -> !said.found.contains(each) && !help.contains(each)
                        && !elsewhere.contains('"' + each + '"'))
                .toList(), language.tag()));
    }

    /// The sources of what a node answers, in which a constant of several lines is one.
    private static String constantsElsewhere() throws IOException {
        var all = new StringBuilder();
        for (Path module : MODULES) {
            try (Stream<Path> files = Files.walk(module.resolve("io/landline"))) {
                for (Path each : files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(each));
                }
            }
        }
        return all.toString().replaceAll("\"\\s*\\+\\s*\"", "");
    }

    @Test
    void aSentenceHasTheSamePlacesInEachLanguage() {
        for (Map<String, String> its : translations.values()) {
            its.forEach((english, translated) -> {
                assertFalse(translated.isBlank(), english);
                assertEquals(places(english), places(translated), english);
                assertEquals(english.endsWith(" "), translated.endsWith(" "), english);
            });
        }
    }

    private static TreeSet<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /// What is typed in quotes has those of a keyboard.
    @Test
    void frenchHasItsOwnApostrophesAndNarrowSpacesBeforeSigns() {
        for (String each : translations.get(Language.FRENCH).values()) assertFrench(each);
    }

    static void assertFrench(String sentence) {
        String words = sentence.replaceAll("'[^']*'", "");
        assertFalse(words.contains("'"), sentence);
        assertFalse(BEFORE_A_SIGN.matcher(words.replaceAll("[A-Z]+:[A-Z]+|Broadcast datagram!", "")).find(), sentence);
    }

    @Test
    void optionsAndNamesStandInEachLanguageAsTheyAreTyped() {
        Pattern typed = Pattern.compile("--[a-z-]+|LANDLINE_KEY|landline [a-z-]+(?= [a-z-]+ shows)");
        for (Map<String, String> its : translations.values()) {
            its.forEach((english, translated) -> typed.matcher(english)
                    .results()
                    .map(MatchResult::group)
                    .forEach(each -> assertTrue(translated.contains(each), each + " is missing in: " + translated)));
        }
    }

    @Test
    void whatStandsInAPlaceIsNoPattern() {
        assertEquals("There is no file {1}$1. Nothing was offered.",
                CommandTexts.of("There is no file {0}. Nothing was offered.", "{1}$1"));
    }
}
