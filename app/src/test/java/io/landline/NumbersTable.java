package io.landline;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tables of numbers with the constants that say the same, and what is wrong between them.
final class NumbersTable {
    private static final Pattern ROW = Pattern.compile(
            "^\\| (?<what>[^|]+) \\| (?<value>[^|]+) \\| `(?<type>[\\w.$]+)#(?<field>\\w+)` \\|"
                    + "(?<why>[^|]*\\|)?$");
    private static final Pattern VALUE = Pattern.compile(
            "(?<number>\\d{1,3}(?:,\\d{3})*|\\d+)(?: (?<unit>\\p{Alpha}+))?");
    private static final Map<String, Long> BYTES = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "MB", 1_000_000L);
    private static final Map<String, Duration> TIMES = Map.of("ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    private static final int HEADER_LINES = 2;
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package (?<name>[\\w.]+);$");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^ +(?:(?:public|private|static|final) )*"
            + "(?<type>int|long|Duration) (?<name>[A-Z][A-Z0-9_]*)\\s*=\\s*(?<value>[^;]+);");
    private static final Pattern BOUND = Pattern.compile("(?:.*_)?(?:MAX|MIN|BURST|(?:PER|A)_SECOND)(?:_.*)?");
    private static final Pattern OTHER_CONSTANT = Pattern.compile("[\\w.]*\\p{Upper}[\\w.]*");

    private NumbersTable() {}

    /// One sentence for each row that is not so, and for each line of a table that is no row. The first two lines of a
    /// table may be its header.
    static List<String> mistakes(String page) {
        var mistakes = new ArrayList<String>();
        int rows = 0;
        int inTable = 0;
        for (String line : page.lines().toList()) {
            inTable = line.startsWith("|") ? inTable + 1 : 0;
            if (inTable == 0) continue;
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                if (inTable > HEADER_LINES) mistakes.add("not “| what | value | `Class#FIELD` |” or with why: " + line);
                continue;
            }
            rows++;
            try {
                Object constant = constant(row.group("type"), row.group("field"));
                if (!says(constant, row.group("value"))) {
                    mistakes.add(row.group("what") + ": the page says " + row.group("value") + ", " + row.group("field")
                            + " says " + constant);
                }
            } catch (ReflectiveOperationException e) {
                mistakes.add(
                        row.group("what") + ": there is no constant " + row.group("type") + "#" + row.group("field"));
            }
        }
        if (rows == 0) mistakes.add("the page has no table");
        return mistakes;
    }

    private static Object constant(String type, String name) throws ReflectiveOperationException {
        Field field = Class.forName(type).getDeclaredField(name);
        if (!Modifier.isStatic(field.getModifiers()) || !Modifier.isFinal(field.getModifiers())) {
            throw new NoSuchFieldException(name);
        }
        field.setAccessible(true);
        return field.get(null);
    }

    private static boolean says(Object constant, String value) {
        Matcher written = VALUE.matcher(value);
        if (!written.matches()) return false;
        long number = Long.parseLong(written.group("number").replace(",", ""));
        String unit = written.group("unit");
        if (constant instanceof Duration time) {
            return unit != null && TIMES.containsKey(unit) && TIMES.get(unit).multipliedBy(number).equals(time);
        }
        if (unit != null && !BYTES.containsKey(unit)) return false;
        long size = unit == null ? number : BYTES.get(unit) * number;
        return constant instanceof Number whole && (whole instanceof Integer || whole instanceof Long)
                && whole.longValue() == size;
    }

    /// Bounds and times of these sources that have no row: each `Duration`, and each whole number with such a name. One
    /// that only repeats another constant needs none.
    ///
    /// @param sources a file's name, and its text
    static List<String> withoutARow(String page, Map<String, String> sources) {
        var rows = new HashSet<String>();
        for (String line : page.lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) rows.add(row.group("type").replaceAll("\\$.*", "") + "#" + row.group("field"));
        }
        var missing = new ArrayList<String>();
        sources.forEach((file, text) -> {
            Matcher in = PACKAGE.matcher(text);
            if (!in.find()) return;
            String type = in.group("name") + "." + file.replaceAll(".*/|\\.java$", "");
            Matcher constant = CONSTANT.matcher(text);
            while (constant.find()) {
                String name = constant.group("name");
                boolean governed = constant.group("type").equals("Duration") || BOUND.matcher(name).matches();
                boolean repeats = OTHER_CONSTANT.matcher(constant.group("value")).matches();
                if (governed && !repeats && !rows.contains(type + "#" + name)) missing.add(type + "#" + name);
            }
        });
        return missing;
    }
}
