package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Checkout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Holds the layout of every module's sources where the formatter alone cannot.
class SourceLayoutTest {
    private static final int FILES_MIN = 1_000;
    private static final int LINES_MAX = 400;
    private static final Pattern RIDDLE = Pattern.compile("\\b(whom|whose|whoever|so many|for so long)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int RIDDLES_MAX = 20;
    private static final Pattern CODE = Pattern.compile("`([\\w.]+)`");
    private static final String NINE = "int a, int b, int c, int d, int e, int f, int g, int h, int i";

    @Test
    void everySourceKeepsTheLayout() throws IOException {
        Map<String, String> sources = Checkout.read().texts(name -> name.endsWith(".java"));
        assertTrue(sources.size() > FILES_MIN, "only " + sources.size() + " sources");
        List<String> mistakes = SourceLayout.mistakes(sources);
        assertTrue(mistakes.isEmpty(), String.join("\n", mistakes));
    }

    @Test
    void noSourceHasMoreThan400Lines() throws IOException {
        Map<String, String> sources = Checkout.read().texts(name -> name.endsWith(".java"));
        assertEquals(List.of(), sources.keySet()
                .stream()
                .filter(name -> sources.getOrDefault(name, "").lines().count() > LINES_MAX)
                .toList());
    }

    /// Who follows a recipe of *How to add* adds a component to what it names.
    @Test
    void theRecordsOfRecipesHaveRoomForOneMoreComponent() throws IOException {
        Checkout checkout = Checkout.read();
        Map<String, String> sources = checkout
                .texts(name -> name.contains("/src/main/") && name.endsWith(".java"));
        Set<String> full = SourceLayout.fullRecords(sources);
        assertEquals(Set.of("A.B"),
                SourceLayout.fullRecords(Map.of("A.java", "class A {\nrecord B(" + NINE + ") {}\n}\n")));
        String page = checkout.texts("docs/architecture.md"::equals).values().iterator().next();
        List<String> named = CODE.matcher(page.substring(page.indexOf("## How to add")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertTrue(named.contains("Settings"), "the recipes stand elsewhere");
        assertEquals(List.of(), named.stream().filter(full::contains).toList());
    }

    /// Who looks for a class by its name finds one.
    @Test
    void noTwoClassesOfMainSourcesShareAName() throws IOException {
        Map<String, List<String>> byName = Checkout.read()
                .texts(name -> name.contains("/src/main/") && name.endsWith(".java") && !name.endsWith("-info.java"))
                .keySet()
                .stream()
                .collect(Collectors.groupingBy(name -> name.substring(name.lastIndexOf('/') + 1)));
        assertTrue(byName.size() > FILES_MIN, "only " + byName.size() + " classes");
        assertEquals(List.of(), byName.values().stream().filter(each -> each.size() > 1).toList());
    }

    /// Java compares link-local addresses without the card behind which they lie, so two places count as one. The
    /// doctor reads lists of the system, where no card stands; what is nearby is IPv4.
    @Test
    void addressesAreKeysOnlyTogetherWithTheirCard() throws IOException {
        Pattern bare = Pattern.compile("(?:Map|Set)<Inet(?:Socket)?Address\\b");
        Map<String, String> sources = Checkout.read()
                .texts(name -> name.matches("(discovery|transfer|app)/src/main/.*\\.java")
                        && !name.contains("/doctor/") && !name.endsWith("/NearbyAddresses.java"));
        assertEquals(List.of(), sources.entrySet()
                .stream()
                .filter(each -> bare.matcher(each.getValue()).find())
                .map(Map.Entry::getKey)
                .toList());
    }

    /// Where each asks by itself, "Linux" means several things. The Lab may not use the enum; the build has no classes.
    @Test
    void theEnumOfOperatingSystemsAloneAsksForTheirName() throws IOException {
        String asked = "\"os" + ".name\"";
        Map<String, String> sources = Checkout.read()
                .texts(name -> name.endsWith(".java") && !name.startsWith("build/"));
        assertEquals(Set.of("OperatingSystem.java", "Sockets.java"), sources.entrySet()
                .stream()
                .filter(each -> each.getValue().contains(asked))
                .map(each -> each.getKey().substring(each.getKey().lastIndexOf('/') + 1))
                .collect(Collectors.toSet()));
    }

    /// A sentence with one of these words seldom says who does what (CONTRIBUTING.md). Names of pages and texts that
    /// people see are counted too.
    @Test
    void fewSentencesOfMainSourcesHideWhoDoesWhat() throws IOException {
        Map<String, String> sources = Checkout.read()
                .texts(name -> name.contains("/src/main/") && name.endsWith(".java"));
        List<String> found = sources.entrySet()
                .stream()
                .flatMap(each -> RIDDLE.matcher(each.getValue()).results().map(it -> each.getKey() + ": " + it.group()))
                .toList();
        assertTrue(found.size() <= RIDDLES_MAX, found.size() + " times:\n" + String.join("\n", found));
    }

    @Test
    void aLineHasAtMost120Columns() throws IOException {
        assertEquals(List.of(), mistakes("/// " + "x".repeat(116) + "\nclass A {}\n"));
        assertEquals(List.of("A.java:2: 121 columns"),
                mistakes("class A {}\n/// " + "x".repeat(117) + "\n"));
    }

    @Test
    void anElseHasBraces() throws IOException {
        for (String kept : List.of("if (a) return;", "if (a) {\n} else {\n}",
                "if (a) {\n} else if (b) {\n} else {\n}")) {
            assertEquals(List.of(), inMethod(kept), kept);
        }
        for (String broken : List.of("if (a) b();\nelse {\n}", "if (a) {\n} else b();", "if (a) {\n} else if (b) c();",
                "if (a) {\n} else if (b) c();\nelse {\n}")) {
            assertEquals(1, inMethod(broken).size(), broken);
        }
        assertEquals(List.of("A.java:4: an if with an else has braces in each branch"),
                inMethod("if (a) {\n} else b();"));
    }

    @Test
    void anIfOfSeveralLinesHasBraces() throws IOException {
        for (String kept : List.of("if (a) b();", "if (a\n&& b) {\nc();\n}", "if (a) {\nb();\n}")) {
            assertEquals(List.of(), inMethod(kept), kept);
        }
        for (String broken : List.of("if (a)\nb();", "if (a\n&& b) c();", "if (a) b(c,\nd);")) {
            assertEquals(List.of("A.java:3: an if of several lines has braces"), inMethod(broken), broken);
        }
    }

    @Test
    void aBlankFollowsACommaInAPattern() throws IOException {
        for (String kept : List.of("A _, B _", "A _,\n    B _", "A(var x, _), B(_)", "1, 2", "\"a,b\", \"c\"")) {
            assertEquals(List.of(), inMethod("switch (x) {\ncase " + kept + " -> {}\n}"), kept);
        }
        for (String broken : List.of("A _,B _", "A(var x,_)", "1,2", "A _, B _,C _")) {
            assertEquals(List.of("A.java:4: a blank follows a comma"),
                    inMethod("switch (x) {\ncase " + broken + " -> {}\n}"), broken);
        }
    }

    @Test
    void anImportIsUsed() throws IOException {
        for (String used : List.of("import a.B;\nclass A extends B {}\n", "import a.B;\n/// See [B].\nclass A {}\n",
                "import static a.B.c;\nclass A {\nint d = c;\n}\n", "import a.*;\nclass A {}\n")) {
            assertEquals(List.of(), mistakes(used), used);
        }
        assertEquals(List.of("A.java:2: nothing uses the import of C"),
                mistakes("import a.B;\nimport a.C;\nclass A extends B {}\n"));
    }

    @Test
    void aRecordHasAtMostNineComponents() throws IOException {
        assertEquals(List.of(), mistakes("record A(" + NINE + ") {\nstatic int X = 1;\n}\n"));
        assertEquals(List.of("A.java:2: 10 components"), mistakes("class A {\nrecord B(" + NINE + ", int j) {}\n}\n"));
        assertEquals(List.of(), SourceLayout.mistakes(Map.of("app/src/test/A.java",
                "record A(" + NINE + ", int j) {}\n")));
    }

    private static List<String> mistakes(String text) throws IOException {
        return SourceLayout.mistakes(Map.of("A.java", text));
    }

    private static List<String> inMethod(String body) throws IOException {
        return mistakes("class A {\nvoid m() {\n" + body + "\n}\n}\n");
    }
}
