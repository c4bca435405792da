package io.landline.attack;

import java.net.InetSocketAddress;

/// The attacker's process: attacks until a line comes, and says then what it sent. Arguments: attack, address, port,
/// whether the room is open, first source address, source addresses, the victim's offer or `-`, seconds, address and
/// port for presence.
final class Attacker {
    private Attacker() {}

    public static void main(String[] arguments) throws Exception {
        boolean open = Boolean.parseBoolean(arguments[3]);
        String offer = arguments[6].equals("-") ? "" : arguments[6];
        Target target = Target.of(arguments[1], Integer.parseInt(arguments[2]), open, arguments[4],
                Integer.parseInt(arguments[5]), offer,
                Integer.parseInt(arguments[7]),
                new InetSocketAddress(arguments[8], Integer.parseInt(arguments[9])));
        Attack attack = Attacks.valueOf(arguments[0]).of(open);
        Thread.ofPlatform().daemon().start(() -> attack(attack, target));
        int end = System.in.read(); // a line, or the end of its input
        if (end != -1) System.out.println(Sent.told());
        System.exit(0); // the sessions' threads would go on
    }

    private static void attack(Attack attack, Target target) {
        try {
            attack.run(target, () -> System.out.println("begun"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
