import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/// Prints what JaCoCo's report says about branches: one line a package, then of each module the largest classes that
/// are below the bar. A class counts with the classes inside it, and its size is its lines of code.
///
/// Argument: the report as `jacoco.csv`.
class CoverageTable {
    private static final String OURS = "io.landline";
    /// Below this a class is named.
    private static final int BAR_PERCENT = 60;
    /// Of one module.
    private static final int CLASSES_MAX = 10;

    /// How many branches the tests could take, and took; lines are those of code.
    record Count(int branches, int taken, int lines) {
        static final Count NONE = new Count(0, 0, 0);

        Count plus(Count other) {
            return new Count(branches + other.branches, taken + other.taken, lines + other.lines);
        }

        int percent() {
            return branches == 0 ? 100 : taken * 100 / branches;
        }
    }

    record Row(String module, String packageName, String className, Count count) {}

    static void main(String[] args) throws IOException {
        List<Row> rows = read(Path.of(args[0])).stream()
                .filter(row -> row.packageName().startsWith(OURS)) // the others are classes of a library
                .toList();
        var packages = new TreeMap<String, Count>();
        var modules = new TreeMap<String, Map<String, Count>>();
        for (Row row : rows) {
            packages.merge(row.packageName(), row.count(), Count::plus);
            modules.computeIfAbsent(row.module(), _ -> new TreeMap<>())
                    .merge(row.packageName() + "." + row.className(), row.count(), Count::plus);
        }
        System.out.println("Branches that the tests take, by package");
        packages.forEach(CoverageTable::print);
        print("all", packages.values().stream().reduce(Count.NONE, Count::plus));
        modules.forEach((module, classes) -> {
            System.out.println("Largest classes of " + module + " below " + BAR_PERCENT + " %");
            classes.entrySet()
                    .stream()
                    .filter(each -> each.getValue().percent() < BAR_PERCENT)
                    .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(Count::lines).reversed()))
                    .limit(CLASSES_MAX)
                    .forEach(each -> print(each.getKey(), each.getValue()));
        });
    }

    private static void print(String name, Count count) {
        System.out.printf("%5d %% of %5d  in %6d lines  %s%n", count.percent(), count.branches(), count.lines(), name);
    }

    private static List<Row> read(Path report) throws IOException {
        List<String> lines = Files.readAllLines(report, UTF_8);
        List<String> titles = Arrays.asList(lines.getFirst().split(","));
        var rows = new ArrayList<Row>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = Arrays.asList(line.split(","));
            ToIntFunction<String> number = title -> Integer.parseInt(cells.get(titles.indexOf(title)));
            int taken = number.applyAsInt("BRANCH_COVERED");
            var count = new Count(taken + number.applyAsInt("BRANCH_MISSED"), taken,
                    number.applyAsInt("LINE_COVERED") + number.applyAsInt("LINE_MISSED"));
            String module = cells.get(titles.indexOf("GROUP"));
            rows.add(new Row(module.substring(module.lastIndexOf('/') + 1), cells.get(titles.indexOf("PACKAGE")),
                    outermost(cells.get(titles.indexOf("CLASS"))), count));
        }
        return rows;
    }

    /// JaCoCo writes a class inside another as `Outer.Inner` or `Outer.new Type() {...}`.
    private static String outermost(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
