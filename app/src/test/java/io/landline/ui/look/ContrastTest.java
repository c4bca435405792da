package io.landline.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.text.TextSpan.CodePart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contrast of what is read on what (WCAG 2.2 §1.4.3: text 4.5; §1.4.11: signs 3), computed from the themes' own
/// colours.
class ContrastTest {
    private static final double TEXT_MIN = 4.5;
    private static final double SIGN_MIN = 3.0;
    private static final Pattern COLOUR = Pattern.compile(
            "(-color-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|rgba?\\([^)]*\\));");

    /// What the window writes, on what it writes it.
    private static final List<String[]> TEXTS = List.of(new String[]{"-color-fg-default", "-color-bg-default"},
            new String[]{"-color-fg-default", "-color-bg-subtle"}, new String[]{"-color-fg-default", "-color-bg-inset"},
            new String[]{"-color-fg-muted", "-color-bg-default"}, new String[]{"-color-fg-muted", "-color-bg-subtle"},
            new String[]{"-color-accent-fg", "-color-bg-default"},
            new String[]{"-color-accent-fg", "-color-accent-subtle"},
            new String[]{"-color-fg-default", "-color-accent-subtle"},
            new String[]{"-color-danger-fg", "-color-bg-default"},
            new String[]{"-color-success-fg", "-color-bg-default"},
            new String[]{"-color-warning-fg", "-color-bg-default"},
            new String[]{"-color-fg-emphasis", "-color-accent-emphasis"},
            new String[]{"-color-fg-emphasis", "-color-danger-emphasis"},
            new String[]{"-color-fg-emphasis", "-color-neutral-emphasis"},
            new String[]{"-color-fg-muted", "-color-neutral-subtle"},
            new String[]{"-color-fg-muted", "-color-accent-subtle"},
            new String[]{"-color-accent-fg", "-color-neutral-subtle"},
            new String[]{"-color-warning-fg", "-color-neutral-subtle"},
            new String[]{"-color-warning-fg", "-color-warning-subtle", "-color-neutral-subtle"},
            new String[]{"-color-danger-fg", "-color-neutral-subtle"},
            new String[]{"-color-danger-fg", "-color-accent-subtle"},
            new String[]{"-color-fg-default", "-color-warning-subtle"},
            new String[]{"-color-fg-default", "-color-danger-subtle"},
            new String[]{"-color-fg-default", "-color-success-subtle"},
            new String[]{"-color-fg-default", "-color-neutral-muted", "-color-bg-subtle"});
    /// Letters on what marks them, on the ground below that: hits of a search and a selection, in a message.
    private static final List<String[]> MARKED = List.of(
            new String[]{"-color-fg-default", "-color-warning-muted", "-color-neutral-subtle"},
            new String[]{"-color-fg-default", "-color-warning-muted", "-color-accent-subtle"},
            new String[]{"-color-fg-default", "-color-warning-muted", "-color-bg-default"},
            new String[]{"-color-fg-default", "-color-accent-muted", "-color-neutral-subtle"},
            new String[]{"-color-fg-default", "-color-accent-muted", "-color-accent-subtle"},
            new String[]{"-color-accent-fg", "-color-neutral-subtle", "-color-bg-default"});
    private static final List<String[]> SIGNS = List.of(new String[]{"-color-accent-emphasis", "-color-bg-default"},
            new String[]{"-color-success-emphasis", "-color-bg-default"},
            new String[]{"-color-danger-emphasis", "-color-bg-default"},
            new String[]{"-color-warning-emphasis", "-color-bg-default"},
            new String[]{"-color-accent-emphasis", "-color-bg-subtle"},
            new String[]{"-color-warning-fg", "-color-accent-subtle"},
            new String[]{"-color-fg-subtle", "-color-bg-default"}, new String[]{"-color-fg-subtle", "-color-bg-subtle"},
            new String[]{"-color-fg-subtle", "-color-accent-subtle"});
    private static final Path SHEETS = Path.of("src/main/resources/io/landline/ui");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern LETTERS = Pattern.compile("-fx-(?:prompt-)?text-fill:\\s*(-color-[a-z0-9-]+);");
    private static final Pattern GROUND = Pattern.compile("-fx-background-color:\\s*([^;]+);");
    /// A colour of code: on a dark ground the first, on a light one the second.
    private static final Pattern CODE = Pattern.compile(
            "-code-[a-z]+:\\s*ladder\\(-color-bg-default, (-color-[a-z0-9-]+) 50%, (-color-[a-z0-9-]+) 51%\\);");
    private static final Pattern NAME = Pattern.compile("-color-[a-z0-9-]+");

    private static Map<String, double[]> colours(boolean dark) throws IOException {
        String name = "/atlantafx/base/theme/primer-" + (dark ? "dark" : "light") + ".css";
        try (InputStream in = ContrastTest.class.getResourceAsStream(name)) {
            if (in == null) throw new IOException("no " + name);
            var colours = new HashMap<String, double[]>();
            Matcher matcher = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) colours.putIfAbsent(matcher.group(1), parsed(matcher.group(2)));
            return colours;
        }
    }

    private static double[] parsed(String css) {
        if (css.startsWith("#")) {
            int rgb = Integer.parseInt(css.substring(1), 16);
            return new double[]{rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 1};
        }
        String[] parts = css.substring(css.indexOf('(') + 1, css.length() - 1).split(",");
        return new double[]{Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]),
                parts.length > 3 ? Double.parseDouble(parts[3]) : 1};
    }

    private static double luminance(double[] colour) {
        double[] linear = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = colour[i] / 255;
            linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }

    /// A colour that lets the ground through, on it.
    private static double[] over(double[] colour, double[] ground) {
        double[] mixed = new double[4];
        for (int i = 0; i < 3; i++) mixed[i] = colour[i] * colour[3] + ground[i] * (1 - colour[3]);
        mixed[3] = 1;
        return mixed;
    }

    private static void check(List<String[]> pairs, double min, boolean dark) throws IOException {
        Map<String, double[]> colours = colours(dark);
        double[] window = colours.get("-color-bg-default");
        for (String[] pair : pairs) {
            double[] below = pair.length > 2 ? over(colours.get(pair[2]), window) : window;
            double[] ground = over(colours.get(pair[1]), below);
            double one = luminance(over(colours.get(pair[0]), ground)) + 0.05;
            double other = luminance(ground) + 0.05;
            double ratio = Math.max(one, other) / Math.min(one, other);
            assertTrue(ratio >= min,
                    pair[0] + " on " + pair[1] + (dark ? " (dark)" : " (light)") + ": " + ratio + ", needs " + min);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void textsStandOutFromTheirGround(boolean dark) throws IOException {
        check(TEXTS, TEXT_MIN, dark);
    }

    /// Where one rule of a sheet gives letters and ground, these; where it gives letters alone, they stand on the
    /// window's ground at least.
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lettersOfEachRuleStandOutFromTheirGround(boolean dark) throws IOException {
        var pairs = new ArrayList<String[]>();
        for (String sheet : sheets()) {
            Matcher rules = RULE.matcher(sheet);
            while (rules.find()) {
                Matcher letters = LETTERS.matcher(rules.group(2));
                if (!letters.find()) continue;
                Matcher ground = GROUND.matcher(rules.group(2));
                String below = "-color-bg-default";
                if (ground.find()) {
                    Matcher names = NAME.matcher(ground.group(1));
                    while (names.find()) below = names.group(); // the uppermost is the last
                }
                boolean isOnAnother = letters.group(1).contains("emphasis") && below.equals("-color-bg-default");
                if (!isOnAnother) pairs.add(new String[]{letters.group(1), below});
            }
        }
        assertTrue(pairs.size() > 20, "rules with letters: " + pairs.size());
        check(pairs, TEXT_MIN, dark);
    }

    private static List<String> sheets() throws IOException {
        var sheets = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(SHEETS)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".css")).toList()) {
                sheets.add(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", ""));
            }
        }
        return sheets;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void markedLettersStandOutFromTheMark(boolean dark) throws IOException {
        check(MARKED, TEXT_MIN, dark);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void coloursOfCodeStandOutAlsoWhereTheyAreMarked(boolean dark) throws IOException {
        var pairs = new ArrayList<String[]>();
        for (String sheet : sheets()) {
            Matcher code = CODE.matcher(sheet);
            while (code.find()) {
                String letters = code.group(dark ? 1 : 2);
                pairs.add(new String[]{letters, "-color-bg-default"});
                pairs.add(new String[]{letters, "-color-warning-muted", "-color-bg-default"});
                pairs.add(new String[]{letters, "-color-accent-muted", "-color-bg-default"});
            }
        }
        assertEquals(3 * CodePart.values().length, pairs.size());
        check(pairs, TEXT_MIN, dark);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void signsStandOutFromTheirGround(boolean dark) throws IOException {
        check(SIGNS, SIGN_MIN, dark);
    }
}
