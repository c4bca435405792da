package io.landline.filetransfer;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What of an offer a person wants: files and folders by their paths in the offer, or by patterns (`glob` of Java) of
/// a path or a name. A folder is taken with all that is in it. Immutable; any thread.
///
/// A *place* is a path that is meant exactly, from the top of the offer: `/Holiday/a.jpg` takes it, `!/Holiday/raw`
/// leaves it out, and `/` alone means everything. Of a path and the folders around it the nearest place decides.
public final class Choice {
    /// Paths and patterns of one transfer.
    public static final int PATTERNS_MAX = 100;
    /// Places of one transfer: boxes that a person ticked one by one.
    public static final int PLACES_MAX = 10_000;
    public static final Choice ALL = new Choice(List.of(), List.of(), Map.of());
    private static final String NOT = "!";
    /// Before what was chosen at first: all that this left out is meant. It is the place of no file.
    public static final String REST = NOT + "/.";

    private final List<String> patterns;
    private final List<PathMatcher> matchers;
    /// By its path without the first `/`: whether it is taken.
    private final Map<String, Boolean> places;
    /// Whether all but that is meant.
    private final boolean isRest;

    private Choice(List<String> patterns, List<PathMatcher> matchers, Map<String, Boolean> places) {
        isRest = patterns.contains(REST);
        this.patterns = patterns;
        this.matchers = matchers;
        this.places = places;
    }

    /// The place of this path: its safe names with `/` between, empty for all of the offer.
    public static String place(String path, boolean taken) {
        return (taken ? "/" : NOT + "/") + path;
    }

    private static boolean isPlace(String pattern) {
        return pattern.startsWith("/") || pattern.startsWith(NOT + "/");
    }

    /// No pattern means everything. Throws where one cannot be read.
    public static Choice of(List<String> patterns) throws PatternSyntaxException {
        List<String> clean = patterns.stream().map(Choice::withoutSlashAtEnd).toList();
        List<String> globs = clean.stream().filter(each -> !isPlace(each)).toList();
        long chosen = clean.stream().filter(each -> isPlace(each) && !each.equals(REST)).count();
        if (globs.size() > PATTERNS_MAX || chosen > PLACES_MAX) {
            throw new IllegalArgumentException("at most " + PATTERNS_MAX + " paths or patterns, and " + PLACES_MAX
                    + " places, can be chosen");
        }
        var places = new HashMap<String, Boolean>();
        for (String each : clean) {
            if (isPlace(each)) places.put(each.substring(each.indexOf('/') + 1), !each.startsWith(NOT));
        }
        return new Choice(clean,
                globs.stream().map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob)).toList(), places);
    }

    private static String withoutSlashAtEnd(String pattern) {
        return pattern.length() > 1 && pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    }

    /// All that this leaves out.
    public Choice rest() {
        if (isRest) throw new IllegalStateException("of the rest nothing is left");
        return of(Stream.concat(Stream.of(REST), patterns.stream()).toList());
    }

    /// Whether it is the rest of what was chosen at first.
    public boolean isRest() {
        return isRest;
    }

    public List<String> patterns() {
        return patterns;
    }

    public boolean isAll() {
        return patterns.isEmpty();
    }

    private @Nullable Boolean nearest(List<String> names) {
        Boolean nearest = places.get("");
        var path = new StringBuilder();
        for (String name : names) {
            path.append(path.isEmpty() ? "" : "/").append(name);
            Boolean here = places.get(path.toString());
            if (here != null) nearest = here;
        }
        return nearest;
    }

    /// Whether this file or folder is wanted: `names` are its path, each name safe.
    public boolean takes(List<String> names) {
        return isAll() || isMeant(names) != isRest;
    }

    private boolean isMeant(List<String> names) {
        Boolean decided = places.isEmpty() ? null : nearest(names);
        if (decided != null) return decided;
        Path path = Path.of("");
        for (String name : names) {
            Path one = Path.of(name);
            path = path.resolve(one);
            String text = path.toString().replace('\\', '/');
            if (patterns.contains(text) || patterns.contains(name)) return true;
            for (PathMatcher matcher : matchers) if (matcher.matches(path) || matcher.matches(one)) return true;
        }
        return false;
    }
}
