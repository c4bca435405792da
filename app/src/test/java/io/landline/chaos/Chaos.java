package io.landline.chaos;

import io.landline.fixture.BuiltLauncher;
import io.landline.network.RootOnly;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Plays rounds of people who talk and send files on real nodes, while these are killed, ended, frozen, unplugged and
/// given other addresses. Prints one row for each round, and what is wrong. Ends with 1 where something that was
/// confirmed is lost or doubled, or where two nodes show different things after all has healed. Needs root.
///
/// Arguments: `--rounds N` (3), `--seconds N` of each (60), `--nodes N` (5), `--seed N` of the first round, else one
/// that is drawn. A seed alone does not repeat a round: what is drawn depends on which nodes answer, and when.
final class Chaos {
    private static final int ROUNDS_DEFAULT = 3;
    private static final int NODES_DEFAULT = 5;
    private static final Duration LENGTH_DEFAULT = Duration.ofSeconds(60);
    private static final int SEEDS = 1_000_000;

    private int rounds = ROUNDS_DEFAULT;
    private int nodes = NODES_DEFAULT;
    private Duration length = LENGTH_DEFAULT;
    private long seed = Math.floorMod(System.nanoTime(), SEEDS);

    private Chaos(String[] arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) throw new IllegalArgumentException(arguments[i] + " needs a value");
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--nodes" -> nodes = Integer.parseInt(value);
                case "--seconds" -> length = Duration.ofSeconds(Long.parseLong(value));
                case "--seed" -> seed = Long.parseLong(value);
                default -> throw new IllegalArgumentException("no option " + arguments[i]);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        RootOnly.orEnd();
        System.exit(new Chaos(arguments).play(BuiltLauncher.path()) ? 0 : 1);
    }

    private boolean play(Path launcher) throws Exception {
        System.out.println(
                "| seed | deeds confirmed | unanswered | refused | files | disturbances | shown alike after, s |"
                        + " |\n|---|---|---|---|---|---|---|---|");
        boolean holds = true;
        for (int i = 0; i < rounds; i++) holds &= play(seed + i, launcher);
        return holds;
    }

    private boolean play(long one, Path launcher) throws Exception {
        try (var round = new Round(one, nodes, launcher)) {
            Round.Result result = round.play(length);
            List<String> wrong = result.wrong();
            System.out.println(String.format(Locale.ROOT, "| %d | %d | %d | %d | %d | %d | %.1f | %s |", one,
                    result.confirmed(), result.unanswered(), result.refused(), result.files(), result.disturbances(),
                    result.alikeAfter().toMillis() / 1e3, wrong.isEmpty() ? "holds" : "FAILS"));
            wrong.forEach(System.out::println);
            return wrong.isEmpty();
        }
    }
}
