package io.landline.chaos;

/// How long a soak lasts, and how much goes on.
///
/// @param nodes the last one comes and goes
/// @param deeds a second in all
record SoakOptions(int minutes, int nodes, int deeds, long seed) {
    /// @param arguments pairs of an option and its value
    static SoakOptions of(String[] arguments) {
        var options = new SoakOptions(60, 3, 5, 1);
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) throw new IllegalArgumentException(arguments[i] + " needs a value");
            options = options.with(arguments[i], Integer.parseInt(arguments[i + 1]));
        }
        return options;
    }

    private SoakOptions with(String option, int value) {
        return switch (option) {
            case "--minutes" -> new SoakOptions(value, nodes, deeds, seed);
            case "--nodes" -> new SoakOptions(minutes, value, deeds, seed);
            case "--deeds" -> new SoakOptions(minutes, nodes, value, seed);
            case "--seed" -> new SoakOptions(minutes, nodes, deeds, value);
            default -> throw new IllegalArgumentException("no option " + option);
        };
    }
}
