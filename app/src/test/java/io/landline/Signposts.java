package io.landline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what leads nowhere: links and citations on pages and in sources, names of classes on pages and in links of
/// doc comments.
///
/// @param pages Markdown by name of file
/// @param sources text by name of file
/// @param files names of all files and folders
/// @param classes of the sources and of the JDK
/// @param foreign names of classes that pages may use though they are of neither
/// @param strict pages on which all names in backticks that look like a class are one, those of one word too, and those
///   in drawings as far as they have two words
record Signposts(Map<String, String> pages, Map<String, String> sources, Set<String> files, ClassNames classes,
        Set<String> foreign, Set<String> strict) {
    /// A page and its heading in quotes, or a link to the page and its heading in italics.
    private static final Pattern CITATION = Pattern
            .compile("([\\w./-]+\\.md)\\)?,\\s+(?:\"([^\"]+)\"|\\*([^*]+)\\*)");
    private static final Pattern PAGE = Pattern.compile("(?<![\\w/.-])[\\w./-]*\\w\\.md\\b");
    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern DECISION = Pattern.compile("(?:\\bADR |docs/adr/)(\\d{4})\\b");
    /// Before a section sign the standard is named within this many characters: sections of anything else are cited by
    /// heading.
    private static final int STANDARD_WITHIN = 80;
    private static final char SECTION_SIGN = '\u00a7';
    private static final Pattern STANDARD = Pattern.compile("\\b(?:RFC|UTS|WCAG) \\d");
    private static final Pattern CLASS = Pattern
            .compile("((?:[a-z]\\w*\\.)*[A-Z]\\w*(?:\\.[A-Z]\\w*)*(?:[.#]\\w+)?)(?:\\([^()]*\\))?");
    private static final Pattern IN_PACKAGE = Pattern
            .compile("`([a-z][a-z.]*)`: ((?:`[A-Z][\\w.]*`(?:\\(\\))?(?:, | and )?)+)");
    private static final Pattern TWO_WORDS = Pattern
            .compile("\\b[A-Z]\\w*[a-z]\\w*[A-Z]\\w*\\b|\\b[A-Z]{2,}[a-z]\\w+\\b");
    private static final Pattern FILE = Pattern.compile("\\w+\\.(?:java|md|json)");
    private static final Pattern DOC_LINK = Pattern.compile("\\[([A-Z]\\w+)(?:#[^\\]]*)?\\](?!\\()");
    private static final Pattern ONE_WORD = Pattern.compile("[A-Z]\\w*[a-z]\\w*");

    /// @return each as `file: what`
    List<String> mistakes() {
        var mistakes = new ArrayList<String>();
        Map<String, MarkdownPage> read = new HashMap<>();
        pages.forEach((name, text) -> read.put(name, MarkdownPage.of(text)));
        pages.keySet().stream().sorted().forEach(name -> {
            MarkdownPage page = read.get(name);
            checkLinks(name, page, read, mistakes);
            checkCitations(name, page.prose(), read, mistakes);
            checkClasses(name, page, mistakes);
            checkPages(name, page.prose().replaceAll("\\]\\([^()]*\\)", ""), mistakes);
            checkSections(name, page.prose(), mistakes);
        });
        Map<String, String> folders = classFolders();
        sources.forEach((name, text) -> {
            checkDocLinks(name, text, folders, mistakes);
            String flat = flat(text);
            checkCitations(name, flat, read, mistakes);
            checkSections(name, flat, mistakes);
            COMMENT.matcher(text).results().forEach(comment -> checkPages(name, comment.group(), mistakes));
        });
        return mistakes;
    }

    /// A source with its broken comments and strings made whole.
    private static String flat(String text) {
        return text.replaceAll("\\R\\s*///? ?(?:  )?", " ")
                .replaceAll("(?<!\\\\)\"\\s*\\+\\s*\"", "")
                .replace("\\\"",
                        "\"");
    }

    private void checkLinks(String name, MarkdownPage page, Map<String, MarkdownPage> read, List<String> mistakes) {
        for (String link : page.links()) {
            if (link.matches("(?:https?|mailto):.*")) continue;
            int mark = link.indexOf('#');
            String to = mark < 0 ? link : link.substring(0, mark);
            String target = to.isEmpty() ? name : resolve(name, to);
            if (!files.contains(target)) {
                mistakes.add(name + ": the link " + link + " leads nowhere");
            } else if (mark >= 0) {
                MarkdownPage there = read.get(target);
                if (there == null || !there.anchors().contains(link.substring(mark + 1))) {
                    mistakes.add(name + ": the link " + link + " leads to no heading");
                }
            }
        }
    }

    /// In a source from the root of the checkout, on a page also from its folder.
    private void checkPages(String name, String text, List<String> mistakes) {
        PAGE.matcher(text)
                .results()
                .map(page -> page.group())
                .filter(page -> !files.contains(page))
                .filter(page -> !pages.containsKey(name) || !files.contains(resolve(name, page)))
                .forEach(page -> mistakes.add(name + ": there is no page " + page));
    }

    /// The package of each class of the main sources, as a folder, by the class's name.
    private Map<String, String> classFolders() {
        var folders = new HashMap<String, String>();
        for (String name : sources.keySet()) {
            int folder = name.lastIndexOf('/');
            if (!name.endsWith(".java") || !name.contains("src/main/java/")) continue;
            folders.put(name.substring(folder + 1, name.length() - ".java".length()),
                    name.substring(name.indexOf("/java/"), folder));
        }
        return folders;
    }

    /// A link to a class of another package needs its import or its whole name: otherwise nothing opens it. What is no
    /// class of the sources or of the JDK, and is not imported, leads nowhere. Capitals alone are a place in a command
    /// line.
    private void checkDocLinks(String name, String text, Map<String, String> folders, List<String> mistakes) {
        if (!name.contains("/java/")) return;
        String own = name.substring(name.indexOf("/java/"), name.lastIndexOf('/'));
        text.lines().filter(line -> line.strip().startsWith("///")).forEach(line -> {
            DOC_LINK.matcher(line).results().map(link -> link.group(1)).forEach(to -> {
                boolean isElsewhere = !own.equals(folders.getOrDefault(to, own));
                Pattern known = Pattern
                        .compile("(?m)^import [\\w.]+\\." + to + ";|\\b(?:class|record|enum|interface) " + to + "\\b");
                if (known.matcher(text).find()) return;
                if (isElsewhere) {
                    mistakes.add(name + ": the link to " + to + " needs its package");
                } else if (ONE_WORD.matcher(to).matches() && !classes.has(to)) {
                    mistakes.add(name + ": the link to " + to + " leads nowhere");
                }
            });
        });
    }

    private void checkCitations(String name, String text, Map<String, MarkdownPage> read, List<String> mistakes) {
        Matcher citation = CITATION.matcher(text);
        while (citation.find()) {
            String heading = citation.group(2) == null ? citation.group(3) : citation.group(2);
            String from = files.contains(citation.group(1)) ? citation.group(1) : resolve(name, citation.group(1));
            MarkdownPage page = read.get(from);
            if (page == null) {
                mistakes.add(name + ": there is no page " + citation.group(1));
            } else if (!page.hasHeading(heading)) {
                mistakes.add(name + ": " + from + " has no heading \"" + heading + "\"");
            }
        }
        DECISION.matcher(text)
                .results()
                .map(match -> "docs/adr/" + match.group(1) + "-")
                .filter(start -> files.stream().noneMatch(file -> file.startsWith(start)))
                .forEach(start -> mistakes.add(name + ": there is no " + start));
    }

    private static void checkSections(String name, String text, List<String> mistakes) {
        for (int at = text.indexOf(SECTION_SIGN); at >= 0; at = text.indexOf(SECTION_SIGN, at + 1)) {
            int line = text.lastIndexOf('\n', at) + 1;
            String before = text.substring(Math.max(line, at - STANDARD_WITHIN), at);
            if (STANDARD.matcher(before).find()) continue;
            mistakes.add(name + ": a section of no standard: " + before + SECTION_SIGN);
        }
    }

    private void checkClasses(String name, MarkdownPage page, List<String> mistakes) {
        for (String code : page.codes()) {
            Matcher names = CLASS.matcher(code);
            if (!names.matches()) continue;
            String dotted = names.group(1);
            if (FILE.matcher(dotted).matches()) continue;
            boolean looksLikeOne = TWO_WORDS.matcher(dotted).find() || dotted.indexOf('.') > 0
                    || strict.contains(name) && ONE_WORD.matcher(dotted).matches();
            if (looksLikeOne && !foreign.contains(dotted) && !classes.has(dotted)) {
                mistakes.add(name + ": there is no class " + code);
            }
        }
        if (!strict.contains(name)) return;
        checkPackages(name, mistakes);
        for (String drawing : page.drawings()) {
            Pattern.compile("[A-Z]\\w*(?:\\.[a-z]\\w*)?")
                    .matcher(drawing)
                    .results()
                    .map(match -> match.group())
                    .filter(word -> TWO_WORDS.matcher(word).find() || word.indexOf('.') > 0)
                    .filter(word -> !foreign.contains(word) && !classes.has(word))
                    .forEach(word -> mistakes.add(name + ": drawn, but no class: " + word));
        }
    }

    /// What stands behind a package and a colon is in that package.
    private void checkPackages(String name, List<String> mistakes) {
        IN_PACKAGE.matcher(pages.getOrDefault(name, "")).results().forEach(place -> {
            String at = place.group(1);
            Pattern.compile("`(\\w+)").matcher(place.group(2)).results().map(each -> each.group(1)).forEach(each -> {
                if (!classes.has(at + "." + each)) mistakes.add(name + ": " + each + " is not in " + at);
            });
        });
    }

    private static String resolve(String from, String to) {
        var path = new ArrayList<String>();
        int folder = from.lastIndexOf('/');
        String whole = folder < 0 ? to : from.substring(0, folder) + "/" + to;
        for (String part : whole.split("/")) {
            if (part.equals("..") && !path.isEmpty()) {
                path.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                path.add(part);
            }
        }
        return String.join("/", path);
    }
}
