package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Checkout;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds the signposts of pages and comments true: each leads to something that is there.
class SignpostsTest {
    private static final int PAGES_MIN = 50;
    private static final int SOURCES_MIN = 1_000;

    /// Names in backticks on pages that are neither ours nor of the JDK's packages `java` and `javax`.
    private static final Set<String> FOREIGN = Set.of(
            "Platform.runLater" // JavaFX
    );

    private static final Map<String, String> CLASSES = Map.of("io/landline/p/TwoWords.java", """
            package io.landline.p;
            class TwoWords {
                static final int LIMIT_MAX = 1;
                void go() {}
                record Inner(int part) implements java.util.Comparator<String>, Runnable { public String toString() {} }
            }
            class One extends Zero {}
            class Zero { int word; }
            """);

    private static ClassNames sampleClasses;

    @BeforeAll
    static void readClasses() throws IOException {
        sampleClasses = ClassNames.of(CLASSES);
    }

    @Test
    void everySignpostLeadsSomewhere() throws IOException {
        Checkout checkout = Checkout.read();
        Map<String, String> pages = checkout.texts(name -> name.matches("[A-Z]+\\.md|docs/.+\\.md"));
        Map<String, String> java = checkout.texts(name -> name.endsWith(".java"));
        var sources = new TreeMap<>(java);
        sources.putAll(checkout.texts(name -> name.matches("(?:.+/)?pom\\.xml|build/[a-z-]+|docs/.+\\.lua")));
        sources.remove("app/src/test/java/io/landline/SignpostsTest.java"); // its samples lead nowhere
        assertTrue(pages.size() > PAGES_MIN && java.size() > SOURCES_MIN, "the checkout was not read");
        List<String> mistakes = new Signposts(pages, sources, checkout.names(), ClassNames.of(java), FOREIGN,
                Set.of("docs/architecture.md")).mistakes();
        assertTrue(mistakes.isEmpty(), String.join("\n", mistakes));
    }

    @Test
    void aLinkLeadsToAFileAndAHeading() throws IOException {
        for (String kept : List.of("[a](b.md)", "[a](../README.md)", "[a](adr)", "[a](b.md#a-b-c-d)", "[a](#own)",
                "![a](x.png)", "[a](https://example.org/x)", "`[a](no.md)`", "[a](b.md#twice-1)")) {
            assertEquals(List.of(), onPage("# Own\n" + kept), kept);
        }
        for (String broken : List.of("[a](no.md)", "[a](docs/b.md)", "![a](y.png)", "[a](../../README.md)")) {
            assertEquals(List.of("docs/a.md: the link " + target(broken) + " leads nowhere"), onPage(broken), broken);
        }
        for (String broken : List.of("[a](b.md#c)", "[a](#c)", "[a](b.md#twice-2)", "[a](x.png#c)")) {
            assertEquals(List.of("docs/a.md: the link " + target(broken) + " leads to no heading"), onPage(broken),
                    broken);
        }
    }

    private static String target(String link) {
        return link.substring(link.indexOf('(') + 1, link.length() - 1);
    }

    @Test
    void aCitationNamesAPageAndItsHeading() throws IOException {
        String heading = "\"A `b`, c (D)\"";
        for (String kept : List.of("(docs/b.md, " + heading + ")", "docs/b.md,\n    /// " + heading,
                "docs/b.md, \"A\n  /// `b`, c (D)\".", "see docs/b.md.", "ADR 0001", "docs/adr/0001")) {
            assertEquals(List.of(), inComment(kept), kept);
        }
        assertEquals(List.of(), inSource("String s = \"by docs/b.md, \"\n    + \"\\\"A `b`, c (D)\\\"\";"));
        assertEquals(List.of(), onPage("[x](b.md), *Twice*, and b.md,\n" + heading));
        assertEquals(List.of("A.java: docs/b.md has no heading \"E\""), inComment("docs/b.md,\n/// \"E\""));
        assertEquals(List.of("A.java: docs/b.md has no heading \"E\""),
                inSource("String s = \"by docs/b.md, \"\n    + \"\\\"E\\\"\";"));
        assertEquals(List.of("docs/a.md: docs/b.md has no heading \"E\""), onPage("[x](b.md), *E*"));
        assertEquals(List.of("A.java: there is no page docs/c.md", "A.java: there is no page docs/c.md"),
                inComment("docs/c.md, \"E\""));
        assertEquals(List.of("A.java: there is no page design.md"), inComment("(design.md)"));
        assertEquals(List.of("A.java: there is no page b.md"), inComment("(b.md)"));
        assertEquals(List.of("A.java: there is no docs/adr/0002-"), inComment("ADR 0002"));
        assertEquals(List.of("docs/a.md: there is no page c.md"), onPage("as c.md says"));
        assertEquals(List.of(), onPage("as b.md and README.md say"));
    }

    @Test
    void aSectionIsOfAStandard() throws IOException {
        for (String kept : List.of("RFC 8446 §7.5", "RFC 8446 (TLS 1.3, exporter\n/// §7.5)",
                "WCAG 2.2 §1.4.3: 4; §2")) {
            assertEquals(List.of(), inComment(kept), kept);
        }
        for (String broken : List.of("(crypto §3)", "as §4 says", "the rules\n/// §6")) {
            assertEquals(1, inComment(broken).size(), broken);
            assertEquals(1, onPage(broken.replace("///", "")).size(), broken);
        }
    }

    @Test
    void aDocCommentLinksToAClassThatItsSourceKnows() throws IOException {
        for (String kept : List.of("/// See [One].", "/// See [io.landline.q.Far#go].",
                "import a.Far;\n/// See [Far#go].",
                "/// See [Far].\nrecord Far() {}", "/// See [Thread].", "// [Far]", "// [Nobody]",
                "///     say [WORDS] TO",
                "import org.x.Nobody;\n/// See [Nobody].")) {
            assertEquals(List.of(), inPackage(kept), kept);
        }
        for (String broken : List.of("/// See [Far].", "/// See [Far#go].", "import a.Further;\n/// See [Far].")) {
            assertEquals(List.of("app/src/main/java/io/landline/p/A.java: the link to Far needs its package"),
                    inPackage(broken), broken);
        }
        assertEquals(List.of("app/src/main/java/io/landline/p/A.java: the link to Nobody leads nowhere"),
                inPackage("/// See [Nobody#went]."));
    }

    private static List<String> inPackage(String text) throws IOException {
        return mistakes(Map.of(), Map.of("app/src/main/java/io/landline/p/A.java", text,
                "app/src/main/java/io/landline/p/One.java", "", "app/src/main/java/io/landline/q/Far.java", ""));
    }

    @Test
    void aClassOnAPageExists() throws IOException {
        for (String kept : List.of("`TwoWords`", "`TwoWords.go`", "`TwoWords.go()`", "`p.TwoWords`", "`p.One`",
                "`io.landline.p.TwoWords#LIMIT_MAX`", "`TwoWords.Inner`", "`TwoWords.Inner.part`", "`Inner.toString`",
                "`ArrayList`", "`Map.Entry`", "`Duration.ofSeconds`", "`SSLSocket.close()`", "`One.word`",
                "`Foreign.x`",
                "`Ada`", "`TO`", "`NAME`", "`notAClass`", "`OneWord.java`", "TwoWordsNot", "```\n`NotOne`\n```")) {
            assertEquals(List.of(), onPage(kept), kept);
        }
        for (String broken : List.of("`TwoWord`", "`TwoWords.went`", "`q.TwoWords`", "`TwoWords.Outer`", "`One.went`",
                "`p.Ono`", "`io.landline.p.TwoWords#LIMIT_MIN`", "`ArrayLists`", "`Duration.ofFortnights`",
                "`UPnPThing`", "`TwoWords.Inner.parts`")) {
            assertEquals(1, onPage(broken).size(), broken);
        }
    }

    @Test
    void aStrictPageNamesOnlyClasses() throws IOException {
        for (String kept : List.of("`One`", "by `p`: `One.word`, `TwoWords`", "```\nTwoWords ─► One.word  ENTRIES\n```",
                "```java\nNotOne\n```")) {
            assertEquals(List.of(), onPage("docs/strict.md", kept), kept);
        }
        for (String broken : List.of("`Ono`", "in `q`: `One`", "in `p`: `One`, `ArrayList`", "```\nTwoWord ─► One\n```",
                "```\nOne.words\n```")) {
            assertEquals(1, onPage("docs/strict.md", broken).size(), broken);
        }
    }

    private static List<String> onPage(String text) throws IOException {
        return onPage("docs/a.md", text);
    }

    private static List<String> onPage(String name, String text) throws IOException {
        return mistakes(Map.of(name, text), Map.of());
    }

    private static List<String> inComment(String text) throws IOException {
        return inSource("/// " + text + "\nclass A {}\n");
    }

    private static List<String> inSource(String text) throws IOException {
        return mistakes(Map.of(), Map.of("A.java", text));
    }

    private static List<String> mistakes(Map<String, String> pages, Map<String, String> sources) throws IOException {
        var all = new TreeMap<>(pages);
        all.put("docs/b.md", "# A `b`, c (D)\n## Twice\n## Twice\n```\n# no heading\n```\n");
        all.put("README.md", "# Read\n");
        var files = new HashSet<>(all.keySet());
        files.addAll(Set.of("docs", "docs/adr", "docs/adr/0001-x.md", "docs/x.png", "A.java"));
        return new Signposts(all, sources, files, sampleClasses, Set.of("Foreign.x"), Set.of("docs/strict.md"))
                .mistakes();
    }
}
