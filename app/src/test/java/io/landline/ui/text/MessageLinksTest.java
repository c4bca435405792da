package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import io.landline.ui.text.TextSpan.Link;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// H44: which addresses in a message can be opened, and that each says where it leads.
class MessageLinksTest {
    private static final int HOSTILE_CHARACTERS = 64 * 1024;

    private static SpannedText of(String text) {
        return MessageMarkup.of(PeerText.block(text), false);
    }

    /// What each link shows.
    private static List<String> shown(String text) {
        SpannedText spanned = of(text);
        return spanned.links().stream().map(link -> spanned.text().substring(link.start(), link.end())).toList();
    }

    private static List<String> targets(String text) {
        return of(text).links().stream().map(link -> link.target().toString()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "https://example.org/a?b=c&d=%20e#f", "https://192.168.1.5:8080/x",
            "http://[fe80::1]:80/", "http://a:1/", "http://a:65535/", "http://localhost",
            "https://a_b.example/-._~!$&'()*+,;=:@",
            "https://en.wikipedia.org/wiki/Link_(The_Legend_of_Zelda)"})
    void anAddressIsALinkToItself(String address) {
        assertEquals(List.of(address), shown("see " + address + " there"));
        assertEquals(List.of(address), targets("see " + address + " there"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "smb://10.0.0.1/share", "ftp://example.org",
            "\\\\10.0.0.1\\share", "mailto:a@example.org", "Main.py", "ASP.NET", "www", "www.", "www.example",
            "example.de", ".org",
            "a@example.org", "a.b@www.example.org", "www.example.org@evil.example", "www.exаmple.org",
            "éwww.example.org", "www.example.orgé", "www.example.org_x", "ftp://www.example.org/", "a=www.example.org",
            "www.-.org", "http:/example.org", "http://", "https:// a.example", "http:///etc/passwd", "http://:80/",
            "xhttp://example.org",
            "shttps://example.org", "view-source:http://example.org", "file:http://example.org", "http://a..b/",
            "http://.org", "http://a:/", "http://a:0/", "http://a:65536/", "http://a:b/", "http://[::1", "http://%41/",
            "http://good.example@evil.example/", "http://user:pass@evil.example/", "landline:join?room=a"})
    void anythingElseIsText(String text) {
        assertEquals(List.of(), shown(text));
        assertEquals(text, of(text).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            see www.example.org there         | www.example.org
            WWW.Example.de/a?b=c#d            | WWW.Example.de/a?b=c#d
            (example.org/x_(y)).              | example.org/x_(y)
            example.com, that is              | example.com
            It is on example.org.             | example.org
            example.edu:8080/x                | example.edu:8080/x
            example.org: look                 | example.org
            **www.example.org**               | www.example.org
            http://good.example, example.org  | http://good.example, example.org
            """)
    void aHostWithoutASchemeIsALinkThatIsAskedByHttps(String text, String links) {
        assertEquals(List.of(links.split(", ")), shown(text));
        assertEquals("https://" + links.substring(links.indexOf(' ') + 1), targets(text).getLast());
    }

    @Test
    void aHostWithoutASchemeThatIsCutIsNone() {
        assertEquals(List.of(), MessageMarkup.of("see www.example.org…", true).links());
        assertEquals(1, MessageMarkup.of("see www.example.org and…", true).links().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            See http://a.example/x. Then    | http://a.example/x
            Is it http://a.example/x?!      | http://a.example/x
            (see http://a.example/x)        | http://a.example/x
            (http://a.example/x_(y))        | http://a.example/x_(y)
            [http://a.example/x]            | http://a.example/x
            **http://a.example/x**          | http://a.example/x
            "http://a.example/x"            | http://a.example/x
            'http://a.example/x'            | http://a.example/x
            <http://a.example/x>            | http://a.example/x
            http://a.example\\@evil.example | http://a.example
            """)
    void theSignsOfTheSentenceAroundItAreNotPartOfIt(String text, String link) {
        assertEquals(List.of(link), shown(text));
    }

    @Test
    void twoLinksAreTwo() {
        assertEquals(List.of("http://a.example/1", "https://b.example/2"),
                shown("http://a.example/1,\nhttps://b.example/2"));
    }

    @Test
    void theSchemeMayBeInCapitals() {
        assertEquals(List.of("HTTP://Example.org/A"), shown("HTTP://Example.org/A"));
        assertEquals(List.of("http://Example.org/A"), targets("HTTP://Example.org/A"));
    }

    @Test
    void aHostOfOneScriptIsShownAsTyped() {
        assertEquals(List.of("https://münchen.de/ä"), shown("https://münchen.de/ä"));
        assertEquals(List.of("https://xn--mnchen-3ya.de/%C3%A4"), targets("https://münchen.de/ä"));
    }

    @Test
    void aHostWhoseLettersCouldPassForOthersIsShownInAscii() {
        String cyrillicA = "https://p\u0430ypal.com/login";
        assertEquals(List.of("https://xn--pypal-4ve.com/login"), shown(cyrillicA));
        assertEquals("go to https://xn--pypal-4ve.com/login now", of("go to " + cyrillicA + " now").text());
        assertEquals(List.of("https://xn--80ak6aa92e.com/"), shown("https://\u0430\u0440\u0440\u04cf\u0435.com/"),
                "letters of one script, and the end of the name in another");
        assertEquals(List.of("https://strasse.example/"), shown("https://straße.example/"));
        assertEquals(List.of("https://google.example/"), shown("https://ｇoogle.example/"));
        assertTrue(shown("https://\u05d0\u05d1\u05d2.example/x").getFirst().startsWith("https://xn--"),
                "it would run from right to left, and through what is beside it");
    }

    @Test
    void whatIsShownIsTheTarget() {
        for (String text : List.of("http://a.example/\u202Etxt.exe", "http://a\u200B.example/",
                "http://a.example/\u0000b",
                "http://a\uFEFFb.example/", "http://a\u2024example/", "http://a\u3002example/",
                "http://a.example/[x]#y#z",
                "http://a.example/100%", "http://a\u00adb.example/")) {
            SpannedText spanned = of(text);
            for (Link link : spanned.links()) {
                String letters = spanned.text().substring(link.start(), link.end());
                assertEquals(letters.replace("[", "%5B")
                        .replace("]", "%5D")
                        .replace("#z", "%23z")
                        .replace("100%",
                                "100%25"),
                        link.target().toString(), text);
            }
        }
    }

    @Test
    void aLinkThatIsCutIsNone() {
        assertEquals(List.of(), MessageMarkup.of("see http://a.example/abc…", true).links());
        assertEquals(List.of(), MessageMarkup.of("see http://a.example/abc.…", true).links());
        assertEquals(1, MessageMarkup.of("see http://a.example/abc and…", true).links().size());
        assertEquals(1, MessageMarkup.of("see http://a.example/abc…", false).links().size());
    }

    @Test
    void aLinkHasABoundedLength() {
        String most = "http://a.example/" + "x".repeat(MessageLinks.LINK_CHARACTERS_MAX - 17);
        assertEquals(List.of(most), shown(most));
        assertEquals(List.of(), shown(most + "x"));
    }

    @Test
    void aMessageHasABoundedNumberOfLinks() {
        assertEquals(MessageLinks.LINKS_MAX, shown("http://a.example/ ".repeat(MessageLinks.LINKS_MAX)).size());
        String thousands = "http://a.example/ ".repeat(5_000);
        assertEquals(MessageLinks.LINKS_MAX, shown(thousands).size());
        assertEquals(thousands, of(thousands).text());
    }

    @Test
    void hostileTextsAreReadOnce() {
        for (String part : List.of("x", "http://", "://", "http://a", "http://a.example/(", "http://a.example/x)))",
                "\ud800", "http://\udc00", "\u202Ehttp://a.example", "www.", "www.a.", "a.org(", "-.", "a-.", "1.",
                "http://" + "a.".repeat(200))) {
            String text = part.repeat(HOSTILE_CHARACTERS / part.length());
            SpannedText spanned = MessageMarkup.of(text, false); // not even made safe to show
            assertTrue(spanned.links().size() <= MessageLinks.LINKS_MAX);
        }
    }

    @Test
    void noTextLeadsAnywhereButToTheWeb() {
        var random = Seed.random("MessageLinksTest");
        List<String> parts = List.of("http", "https", "://", "/", ":", "@", ".", "a", "\u0430", "\u05d0", "\\", "[",
                "]", "%",
                "#", "?", "\ud83d", "\u202E", " ", "80", "xn--", "\u00df", "(", ")", "javascript", "file", "www.",
                ".org");
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 12; i++) text.append(parts.get(random.nextInt(parts.size())));
            SpannedText spanned = MessageMarkup.of(text.toString(), false);
            for (Link link : spanned.links()) {
                String target = link.target().toString();
                assertTrue(target.matches("https?://[!-~]+") && !target.contains("\""),
                        text + " → " + target);
                String letters = spanned.text().substring(link.start(), link.end()).toLowerCase(Locale.ROOT);
                boolean isHost = target.toLowerCase(Locale.ROOT).startsWith("https://" + letters.split("[/:?#]")[0]);
                assertTrue(letters.startsWith("http") || isHost, text::toString);
            }
        }
    }
}
