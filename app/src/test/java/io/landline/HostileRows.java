package io.landline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The table of hostile rows beside the tests that name them.
///
/// @param page with the table
/// @param tests sources of test classes by the name of the class
record HostileRows(String page, Map<String, String> tests) {
    private static final Pattern ROW = Pattern.compile("^\\| (H\\d\\d) \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*)`");
    /// As `h16_h17_fiveHundred…` or `h40AMessage…`.
    private static final Pattern METHOD = Pattern.compile("\\bvoid ((?:h\\d\\d_?)+)\\p{Alpha}");
    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern NUMBER = Pattern.compile("h\\d\\d");
    private static final Pattern NAMED = Pattern.compile("\\bH\\d\\d\\b");
    private static final Pattern IS_TEST = Pattern.compile("@\\w*Test(?:Factory)?\\b");

    /// One sentence for each row and class of which one names the other alone.
    List<String> mistakes() {
        var mistakes = new ArrayList<String>();
        Map<String, Set<String>> table = table(mistakes);
        tests.forEach((name, source) -> {
            for (String row : rows(source)) {
                if (!table.getOrDefault(row, Set.of()).contains(name)) mistakes.add(row + " lacks " + name);
            }
        });
        table.forEach((row, classes) -> {
            if (classes.isEmpty()) mistakes.add(row + " names no test");
            for (String name : classes) {
                String source = tests.get(name);
                if (source == null || !IS_TEST.matcher(source).find()) {
                    mistakes.add(row + " names " + name + ", which is no test");
                } else if (!rows(source).contains(row)) {
                    mistakes.add(row + " names " + name + ", which does not name it");
                }
            }
        });
        return mistakes;
    }

    private Map<String, Set<String>> table(List<String> mistakes) {
        var table = new TreeMap<String, Set<String>>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            if (!table.isEmpty() && table.lastKey().compareTo(row.group(1)) >= 0) {
                mistakes.add(row.group(1) + " stands behind " + table.lastKey());
            }
            var classes = new TreeSet<String>();
            for (MatchResult name : CLASS.matcher(row.group(2)).results().toList()) classes.add(name.group(1));
            table.put(row.group(1), classes);
        }
        return table;
    }

    /// The rows that a class names, in the names of its tests or in its comments.
    private static Set<String> rows(String source) {
        var rows = new TreeSet<String>();
        for (MatchResult method : METHOD.matcher(source).results().toList()) {
            for (MatchResult row : NUMBER.matcher(method.group(1)).results().toList()) {
                rows.add(row.group().toUpperCase(Locale.ROOT));
            }
        }
        for (MatchResult comment : COMMENT.matcher(source).results().toList()) {
            for (MatchResult row : NAMED.matcher(comment.group()).results().toList()) rows.add(row.group());
        }
        return rows;
    }
}
