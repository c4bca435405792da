package io.landline.attack;

import io.landline.fixture.BuiltLauncher;
import io.landline.process.ScratchFolder;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A program that attacks a real node by each attack in turn, and prints what a friend noticed of it: one Markdown
/// line an attack. Victim, friends and attacker are processes of their own, the nodes as this checkout's launcher
/// starts them. Ends with 1 where a bar is missed.
///
/// Arguments: `--lan` in network namespaces (root) and not on the loopback interface; `--window` against a node with
/// its window; `--keyed` or `--open` in rooms of that kind alone; `--seconds N` of each attack; `--below MINUTES` of
/// the attack that stays below each bound; names of attacks, none for all.
final class AttackTable {
    private static final Duration SECONDS_DEFAULT = Duration.ofSeconds(30);
    private static final Duration BELOW_DEFAULT = Duration.ofMinutes(10);

    private final List<Attacks> attacks = new ArrayList<>();
    private boolean lan;
    private boolean window;
    private List<Boolean> kinds = List.of(false, true);
    private Duration length = SECONDS_DEFAULT;
    private Duration below = BELOW_DEFAULT;

    private AttackTable(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--lan" -> lan = true;
                case "--window" -> window = true;
                case "--keyed" -> kinds = List.of(false);
                case "--open" -> kinds = List.of(true);
                case "--seconds" -> length = Duration.ofSeconds(Long.parseLong(arguments[++i]));
                case "--below" -> below = Duration.ofMinutes(Long.parseLong(arguments[++i]));
                default -> attacks.add(attack(arguments[i]));
            }
        }
        if (attacks.isEmpty()) attacks.addAll(Arrays.asList(Attacks.values()));
    }

    private static Attacks attack(String name) {
        for (Attacks each : Attacks.values()) if (name(each).equals(name)) return each;
        System.err.println("There is no attack " + name + ". There are: "
                + Arrays.stream(Attacks.values()).map(AttackTable::name).collect(Collectors.joining(", ")) + ".");
        System.exit(2);
        throw new AssertionError();
    }

    private static String name(Attacks attack) {
        return attack.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static void main(String[] arguments) throws Exception {
        var table = new AttackTable(arguments);
        String missing = table.lan ? NamespaceLan.missing() : "";
        if (!missing.isEmpty()) {
            System.err.println("No network namespaces can be made here: " + missing + ".");
            System.exit(1);
        }
        System.exit(table.play(BuiltLauncher.path()) ? 0 : 1);
    }

    /// Whether every bar held.
    private boolean play(Path launcher) throws Exception {
        if (!Place.canConfine()) System.out.println("There is no taskset here: the attacker has all cores.\n");
        System.out.println(Row.HEAD);
        boolean hold = true;
        for (Attacks attack : attacks) {
            for (boolean open : kinds) {
                if (attack.isFor(open)) hold &= play(launcher, attack, open);
            }
        }
        return hold;
    }

    private boolean play(Path launcher, Attacks attack, boolean open) throws Exception {
        try (var scratch = ScratchFolder.make("landline-attack");
                Place place = lan
                        ? Place.inNamespaces(scratch.path(), launcher)
                        : Place.onLoopback(scratch.path(), launcher);
                var battle = new Battle(place, scratch.path(), attack, open, window,
                        attack == Attacks.JUST_BELOW ? below : length)) {
            Row row = battle.fight();
            System.out.println(row.line(window));
            System.out.flush();
            return row.missed(window).isEmpty();
        } catch (IOException e) {
            System.out.println("| " + attack.label + " | **not played: " + e.getMessage() + "** |");
            return false;
        }
    }
}
