package io.landline.peer;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of a program, as three numbers of 0 to 65535: others may tell it, so it is shown as digits alone.
public record ProgramVersion(int major, int minor, int patch) implements Comparable<ProgramVersion> {
    /// Of this program; the pom has the same.
    public static final ProgramVersion OWN = new ProgramVersion(0, 1, 0);
    private static final int NUMBER_MAX = 0xffff;
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})");
    private static final Comparator<ProgramVersion> ORDER = Comparator.comparingInt(ProgramVersion::major)
            .thenComparingInt(ProgramVersion::minor)
            .thenComparingInt(ProgramVersion::patch);

    public ProgramVersion {
        check(major);
        check(minor);
        check(patch);
    }

    private static void check(int number) {
        if (number < 0 || number > NUMBER_MAX) throw new IllegalArgumentException("a version of " + number);
    }

    /// `0.1.0`.
    public String text() {
        return major + "." + minor + "." + patch;
    }

    /// Reads what [#text] writes; empty for any other text.
    public static Optional<ProgramVersion> of(String text) {
        Matcher numbers = FORM.matcher(text);
        if (!numbers.matches()) return Optional.empty();
        int major = Integer.parseInt(numbers.group(1));
        int minor = Integer.parseInt(numbers.group(2));
        int patch = Integer.parseInt(numbers.group(3));
        if (Math.max(major, Math.max(minor, patch)) > NUMBER_MAX) return Optional.empty();
        return Optional.of(new ProgramVersion(major, minor, patch));
    }

    @Override
    public int compareTo(ProgramVersion other) {
        return ORDER.compare(this, other);
    }
}
