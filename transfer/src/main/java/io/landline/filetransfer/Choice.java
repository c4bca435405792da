package io.landline.filetransfer;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/// What of an offer a person wants: files and folders by their paths in the offer, or by patterns (`glob` of Java) of
/// a path or a name. A folder is taken with all that is in it. Immutable; any thread.
public final class Choice {
    /// Paths and patterns of one transfer.
    public static final int PATTERNS_MAX = 100;
    public static final Choice ALL = new Choice(List.of(), List.of());

    private final List<String> patterns;
    private final List<PathMatcher> matchers;

    private Choice(List<String> patterns, List<PathMatcher> matchers) {
        this.patterns = patterns;
        this.matchers = matchers;
    }

    /// No pattern means everything. Throws where one cannot be read.
    public static Choice of(List<String> patterns) throws PatternSyntaxException {
        if (patterns.size() > PATTERNS_MAX) {
            throw new IllegalArgumentException("at most " + PATTERNS_MAX + " paths or patterns can be chosen");
        }
        List<String> clean = patterns.stream().map(Choice::withoutSlashAtEnd).toList();
        return new Choice(clean,
                clean.stream().map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob)).toList());
    }

    private static String withoutSlashAtEnd(String pattern) {
        return pattern.length() > 1 && pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    }

    public List<String> patterns() {
        return patterns;
    }

    public boolean isAll() {
        return patterns.isEmpty();
    }

    /// Whether this file or folder is wanted: `names` are its path, each name safe.
    public boolean takes(List<String> names) {
        if (isAll()) return true;
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
