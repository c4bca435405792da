package io.landline.ui.text;

import io.landline.ui.text.TextSpan.CodePart;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What [CodeColours] has to know of a language: its comments, its strings and its keywords (docs/adr/0064). Immutable;
/// any thread.
///
/// @param keywords in small letters where their case does not count
/// @param isCased whether the case of keywords counts
/// @param delimited the longer beginning first
/// @param signs each makes a keyword of the word behind it, as in `@Override`
/// @param inWords what belongs to words beside letters, digits and the low line
/// @param beforeNames behind one of these, what a colon follows is the name of a property; empty for no such names
/// @param rules what few languages have
record CodeLanguage(Set<String> keywords, boolean isCased, List<Delimited> delimited, String signs, String inWords,
        String beforeNames, Set<Rule> rules) {
    /// What only some languages have.
    enum Rule {
        /// Tags, and between them letters that are no code.
        MARKUP,
        /// An apostrophe is around one letter, or begins the name of a lifetime.
        LIFETIMES,
        /// An apostrophe parts digits, too.
        APOSTROPHE_IN_NUMBERS,
        /// A backslash takes the meaning from the sign behind it, outside of strings too.
        BACKSLASH_ANYWHERE,
        /// A comment begins where a word could.
        COMMENT_BEHIND_BLANK
    }

    /// A string or a comment. What nothing ends goes on to the end of the line, or of the code.
    ///
    /// @param isEscaped whether a backslash takes the meaning from the sign behind it
    /// @param isOneLine whether it ends with the line
    /// @param isNested whether it has others of its kind within
    record Delimited(String open, String close, CodePart part, boolean isEscaped, boolean isOneLine,
            boolean isNested) {}

    private static final Delimited SLASHES = lineComment("//");
    private static final Delimited HASH = lineComment("#");
    private static final Delimited STARS = new Delimited("/*", "*/", CodePart.COMMENT, false, false, false);
    private static final Delimited NESTED_STARS = new Delimited("/*", "*/", CodePart.COMMENT, false, false, true);
    private static final Delimited QUOTES = oneLine("\"");
    private static final Delimited APOSTROPHES = oneLine("'");

    private static final Map<String, CodeLanguage> LANGUAGES = languages();

    /// @param name the word behind the backticks, in any case
    ///
    /// @return null for one that we do not know
    static @Nullable CodeLanguage of(String name) {
        return LANGUAGES.get(name.toLowerCase(Locale.ROOT));
    }

    /// All words that name a language.
    static Set<String> names() {
        return LANGUAGES.keySet();
    }

    private static Delimited lineComment(String open) {
        return new Delimited(open, "\n", CodePart.COMMENT, false, true, false);
    }

    private static Delimited oneLine(String quote) {
        return new Delimited(quote, quote, CodePart.STRING, true, true, false);
    }

    /// Of several lines, in which a backslash has its meaning.
    private static Delimited lines(String quote) {
        return new Delimited(quote, quote, CodePart.STRING, true, false, false);
    }

    /// Of several lines, in which each sign is itself.
    private static Delimited raw(String open, String close) {
        return new Delimited(open, close, CodePart.STRING, false, false, false);
    }

    private static CodeLanguage cased(String keywords, String signs, String inWords, List<Delimited> delimited,
            Rule... rules) {
        return new CodeLanguage(words(keywords), true, delimited, signs, inWords, "", Set.of(rules));
    }

    private static Set<String> words(String all) {
        return Set.of(all.split("\\s+"));
    }

    private static Map<String, CodeLanguage> languages() {
        var all = new HashMap<String, CodeLanguage>();
        put(all, "java", java());
        put(all, "kotlin kt kts", kotlin());
        put(all, "python py python3", python());
        put(all, "c h cpp c++ cc cxx hpp arduino ino", c());
        put(all, "c# cs csharp", cSharp());
        put(all, "javascript js jsx mjs node typescript ts tsx", javaScript());
        put(all, "go golang", go());
        put(all, "rust rs", rust());
        put(all, "sh bash shell zsh", shell());
        put(all, "sql mysql postgresql postgres sqlite", sql());
        put(all, "json jsonc json5", json());
        put(all, "css scss less", css());
        put(all, "html htm xml xhtml svg fxml", markup());
        return Map.copyOf(all);
    }

    private static void put(Map<String, CodeLanguage> all, String names, CodeLanguage language) {
        for (String name : names.split(" ")) all.put(name, language);
    }

    private static CodeLanguage java() {
        return cased("""
                abstract assert boolean break byte case catch char class continue default do double else enum exports
                extends final finally float for if implements import instanceof int interface long module native new
                package permits private protected public record requires return sealed short static strictfp super
                switch synchronized this throw throws transient try var void volatile when while yield
                true false null""", "@", "$", List.of(SLASHES, STARS, lines("\"\"\""), QUOTES, APOSTROPHES));
    }

    private static CodeLanguage kotlin() {
        return cased("""
                abstract actual annotation as break by catch class companion const constructor continue crossinline
                data do else enum expect external final finally for fun get if import in infix init inline inner
                interface internal is lateinit noinline object open operator out override package private protected
                public reified return sealed set super suspend tailrec this throw try typealias val var vararg when
                where while true false null""", "@", "$",
                List.of(SLASHES, NESTED_STARS, raw("\"\"\"", "\"\"\""), QUOTES, APOSTROPHES));
    }

    private static CodeLanguage python() {
        return cased("""
                False None True and as assert async await break case class continue def del elif else except finally
                for from global if import in is lambda match nonlocal not or pass raise return self try while with
                yield""", "@", "", List.of(HASH, lines("\"\"\""), lines("'''"), QUOTES, APOSTROPHES));
    }

    /// And C++.
    private static CodeLanguage c() {
        return cased("""
                alignas alignof asm auto bool break case catch char char16_t char32_t char8_t class co_await co_return
                co_yield concept const const_cast consteval constexpr constinit continue decltype default delete do
                double dynamic_cast else enum explicit export extern false final float for friend goto if inline int
                int16_t int32_t int64_t int8_t long mutable namespace new noexcept nullptr NULL operator override
                private protected public register reinterpret_cast requires restrict return short signed size_t sizeof
                ssize_t static static_assert static_cast struct switch template this thread_local throw true try
                typedef typeid typename uint16_t uint32_t uint64_t uint8_t union unsigned using virtual void volatile
                wchar_t while""", "#", "",
                List.of(SLASHES, STARS, raw("R\"(", ")\""), QUOTES, APOSTROPHES), Rule.APOSTROPHE_IN_NUMBERS);
    }

    private static CodeLanguage cSharp() {
        return cased("""
                abstract as async await base bool break byte case catch char checked class const continue decimal
                default delegate do double else enum event explicit extern false finally fixed float for foreach get
                goto if implicit in init int interface internal is lock long nameof namespace new null object operator
                out override params partial private protected public readonly record ref required return sbyte sealed
                set short sizeof stackalloc static string struct switch this throw true try typeof uint ulong
                unchecked unsafe ushort using value var virtual void volatile when where while with yield""", "#", "",
                List.of(SLASHES, STARS, raw("$@\"", "\""), raw("@$\"", "\""), raw("@\"", "\""),
                        raw("\"\"\"", "\"\"\""), QUOTES, APOSTROPHES));
    }

    /// And TypeScript.
    private static CodeLanguage javaScript() {
        return cased("""
                abstract any as async await boolean break case catch class const constructor continue debugger declare
                default delete do else enum export extends false finally for from function get if implements import in
                infer instanceof interface is keyof let namespace never new null number object of private protected
                public readonly return satisfies set static string super switch symbol this throw true try type typeof
                undefined unknown var void while with yield""", "@", "$",
                List.of(SLASHES, STARS, lines("`"), QUOTES, APOSTROPHES));
    }

    private static CodeLanguage go() {
        return cased("""
                any bool break byte case chan complex128 complex64 const continue default defer else error fallthrough
                false float32 float64 for func go goto if import int int16 int32 int64 int8 interface iota map nil
                package range return rune select string struct switch true type uint uint16 uint32 uint64 uint8
                uintptr var""", "", "", List.of(SLASHES, STARS, raw("`", "`"), QUOTES, APOSTROPHES));
    }

    private static CodeLanguage rust() {
        return cased("""
                Self as async await bool box break char const continue crate dyn else enum extern f32 f64 false fn for
                i128 i16 i32 i64 i8 if impl in isize let loop match mod move mut pub ref return self static str struct
                super trait true type u128 u16 u32 u64 u8 union unsafe use usize where while""", "", "",
                List.of(SLASHES, NESTED_STARS, raw("r##\"", "\"##"), raw("r#\"", "\"#"), raw("r\"", "\""), lines("\"")),
                Rule.LIFETIMES);
    }

    private static CodeLanguage shell() {
        return cased("""
                break case continue declare do done elif else esac eval exec exit export fi for function if in local
                read readonly return select set shift source test then trap unset until while""", "", "-",
                List.of(HASH, lines("\""), raw("'", "'")), Rule.BACKSLASH_ANYWHERE, Rule.COMMENT_BEHIND_BLANK);
    }

    private static CodeLanguage sql() {
        Set<String> keywords = words("""
                add all alter and as asc autoincrement auto_increment begin between bigint blob boolean by cascade case
                char check column commit constraint create cross database date datetime decimal default delete desc
                distinct double drop else end except exists explain false float foreign from full function grant group
                having if in index inner insert int integer intersect into is join key left like limit natural not null
                numeric offset on or order outer primary procedure real recursive references replace returning revoke
                right rollback select set smallint table temporary text then time timestamp transaction trigger true
                union unique update using values varchar view when where with""");
        return new CodeLanguage(keywords, false,
                List.of(lineComment("--"), STARS, raw("'", "'"), raw("\"", "\""), raw("`", "`")), "", "", "", Set.of());
    }

    private static CodeLanguage json() {
        return new CodeLanguage(words("true false null"), true, List.of(SLASHES, STARS, QUOTES), "", "", "{,",
                Set.of());
    }

    private static CodeLanguage css() {
        return new CodeLanguage(words("important"), true, List.of(STARS, QUOTES, APOSTROPHES), "@", "-", "{;",
                Set.of());
    }

    private static CodeLanguage markup() {
        return new CodeLanguage(Set.of(), true, List.of(), "", "", "", Set.of(Rule.MARKUP));
    }
}
