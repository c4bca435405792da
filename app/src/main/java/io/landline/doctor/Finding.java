package io.landline.doctor;

/// One thing that was looked for, and how it stands.
///
/// @param evidence what was seen, as one or two sentences; may hold what peers call themselves
/// @param remedy what a person does about it; empty where nothing is to be done
public record Finding(Code code, State state, String evidence, String remedy) {
    static Finding ok(Code code, String evidence) {
        return new Finding(code, State.OK, evidence, "");
    }

    static Finding note(Code code, String evidence, String remedy) {
        return new Finding(code, State.NOTE, evidence, remedy);
    }

    static Finding bad(Code code, String evidence, String remedy) {
        return new Finding(code, State.BAD, evidence, remedy);
    }

    static Finding unknown(Code code, String evidence) {
        return new Finding(code, State.UNKNOWN, evidence, "");
    }
}
