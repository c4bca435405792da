package io.landline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The parts of a Markdown page that lead somewhere, or that something leads to.
///
/// @param headings as they are written, without the signs before them
/// @param anchors of the headings, as GitHub makes them
/// @param links the targets of links and pictures
/// @param codes what stands in backticks within a text
/// @param drawings blocks between fences that say no language
/// @param prose all but what stands between fences, each paragraph and each row of a table on one line
record MarkdownPage(List<String> headings, Set<String> anchors, List<String> links, List<String> codes,
        List<String> drawings, String prose) {
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+?)\\s*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]*\\]\\(([^()\\s]+)\\)");
    private static final String FENCE = "```";

    static MarkdownPage of(String text) {
        var headings = new ArrayList<String>();
        var drawings = new ArrayList<String>();
        var prose = new StringBuilder();
        String language = null;
        var block = new StringBuilder();
        for (String line : text.lines().toList()) {
            String plain = line.strip();
            if (plain.startsWith(FENCE)) {
                if (language == null) {
                    language = plain.substring(FENCE.length());
                } else {
                    if (language.isEmpty()) drawings.add(block.toString());
                    language = null;
                    block.setLength(0);
                }
            } else if (language != null) {
                block.append(line).append('\n');
            } else {
                var heading = HEADING.matcher(line);
                if (heading.matches()) headings.add(heading.group(1));
                boolean apart = heading.matches() || plain.isEmpty() || plain.startsWith("|");
                prose.append(apart ? "\n" + plain + "\n" : " " + plain);
            }
        }
        String whole = prose.toString();
        List<String> links = LINK.matcher(whole.replaceAll("`[^`\n]+`", "code"))
                .results()
                .map(match -> match.group(1))
                .toList();
        List<String> codes = whole.lines()
                .flatMap(line -> CODE.matcher(line).results().map(match -> match.group(1)))
                .toList();
        return new MarkdownPage(headings, anchors(headings), links, codes, drawings, whole);
    }

    private static Set<String> anchors(List<String> headings) {
        var anchors = new HashSet<String>();
        Map<String, Integer> times = new HashMap<>();
        for (String heading : headings) {
            String anchor = heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-');
            int before = times.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(before == 0 ? anchor : anchor + "-" + before);
        }
        return anchors;
    }

    boolean hasHeading(String heading) {
        return headings.contains(heading);
    }
}
