package io.landline;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tables of numbers with the constants that say the same, and what is wrong between them.
final class NumbersTable {
    private static final Pattern ROW = Pattern.compile(
            "^\\| (?<what>[^|]+) \\| (?<value>[^|]+) \\| `(?<type>[\\w.$]+)#(?<field>\\w+)` \\|$");
    private static final Pattern VALUE = Pattern.compile(
            "(?<number>\\d{1,3}(?:,\\d{3})*|\\d+)(?: (?<unit>\\p{Alpha}+))?");
    private static final Map<String, Long> BYTES = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "MB", 1_000_000L);
    private static final Map<String, Duration> TIMES = Map.of("ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    private static final int HEADER_LINES = 2;

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
                if (inTable > HEADER_LINES) mistakes.add("not “| what | value | `Class#FIELD` |”: " + line);
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
}
