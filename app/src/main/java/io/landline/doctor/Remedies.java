package io.landline.doctor;

/// Remedies that several checks give.
final class Remedies {
    static final Words ISOLATION = Words.of("remedy.isolation");

    /// Where UDP does not get through, and TCP may.
    static final Words LOOK_AROUND = Words.of("remedy.look-around", "{\"do\":\"look-around\"}");

    private Remedies() {}

    /// For a firewall on the other computer, whose system is not known.
    static Words firewallThere(Ports ports) {
        return Words.of("remedy.firewall-there", ports.from(), ports.to());
    }
}
