package io.landline.doctor;

/// One thing that was looked for, and how it stands.
///
/// @param evidence what was seen, as one or two sentences; may hold what peers call themselves
/// @param remedy what a person does about it; empty where nothing is to be done
/// @param commands what of the remedy can be typed as it stands, a line each; empty where nothing can
public record Finding(Code code, State state, Words evidence, Words remedy, String commands) {
    public Finding(Code code, State state, Words evidence, Words remedy) { this(code, state, evidence, remedy, ""); }

    static Finding ok(Code code, Words evidence) {
        return new Finding(code, State.OK, evidence, Words.NONE);
    }

    static Finding note(Code code, Words evidence, Words remedy) {
        return new Finding(code, State.NOTE, evidence, remedy);
    }

    static Finding bad(Code code, Words evidence, Words remedy) {
        return new Finding(code, State.BAD, evidence, remedy);
    }

    static Finding unknown(Code code, Words evidence) {
        return new Finding(code, State.UNKNOWN, evidence, Words.NONE);
    }

    Finding withCommands(String lines) {
        return new Finding(code, state, evidence, remedy, lines);
    }
}
