package io.landline.console;

import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.MuteTerm;
import io.landline.node.port.Choices;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Muting;

/// The command `mute` (docs/command-line.md, "Commands of `node --json`"). Stateless; any thread.
final class MuteLines {
    private MuteLines() {}

    static void answer(Muting muting, JsonFields command) throws MalformedJsonException, CommandException {
        String to = command.text("to", CommandLines.NAME_BYTES_MAX);
        String told = command.text("told", CommandLines.NAME_BYTES_MAX);
        switch (told) {
            case "nothing" -> muting.mute(to, term(command));
            case "mentions" -> {
                refuseHours(command);
                muting.muteButMentions(to);
            }
            case "all" -> {
                refuseHours(command);
                muting.unmute(to);
            }
            default -> throw new CommandException(Code.MALFORMED,
                    "What is told is all, mentions or nothing. Nothing was done.");
        }
    }

    /// What of a conversation is told, as the command has it.
    static String told(Choices choices) {
        if (choices.has(Choice.MUTED)) return "nothing";
        return choices.has(Choice.MENTIONS_ONLY) ? "mentions" : "all";
    }

    private static MuteTerm term(JsonFields command) throws MalformedJsonException, CommandException {
        if (!command.has("hours")) return MuteTerm.FOR_EVER;
        return switch ((int) command.numberOr("hours", 1, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            case 1 -> MuteTerm.HOUR;
            case 8 -> MuteTerm.EIGHT_HOURS;
            default -> throw new CommandException(Code.MALFORMED,
                    "A conversation is muted for 1 or 8 hours, or without an end. Nothing was done.");
        };
    }

    private static void refuseHours(JsonFields command) throws CommandException {
        if (!command.has("hours")) return;
        throw new CommandException(Code.MALFORMED,
                "Hours are named only where nothing is told. Nothing was done.");
    }
}
