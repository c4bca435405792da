package io.landline.cli.terminal;

import com.google.gson.JsonObject;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.LeftOut;
import io.landline.handshake.RefusalReason;
import io.landline.node.port.CommandException;
import io.landline.shelf.ShelfRefusal;
import org.jspecify.annotations.Nullable;

/// The reasons in what a node told, as the types that its words come from. Each is null for a word of a later version,
/// which stays what it is: data. Stateless; any thread.
public final class ReasonParser {
    private ReasonParser() {}

    /// @param answer a `failed` line
    public static CommandException.@Nullable Code code(JsonObject answer) {
        return CommandException.Code.ofText(EventFields.text(answer, "code"));
    }

    /// @param event a `transfer-failed`, or one of the `failures` of a `transferred`
    public static @Nullable FailureReason failure(JsonObject event) {
        return FailureReason.ofText(EventFields.text(event, "reason"));
    }

    /// @param event a `shelf-take` in the state `refused`
    public static @Nullable ShelfRefusal shelfRefusal(JsonObject event) {
        return ShelfRefusal.ofEvent(EventFields.text(event, "reason"));
    }

    /// Whether both are in a room of one name, and the keys are not the same.
    ///
    /// @param event a `refused`
    public static boolean isOfKeys(JsonObject event) {
        RefusalReason reason = refusal(event);
        return reason == RefusalReason.WRONG_KEY || reason == RefusalReason.OPEN_DIFFERS;
    }

    /// @param event a `refused`
    static @Nullable RefusalReason refusal(JsonObject event) {
        return RefusalReason.ofWord(EventFields.text(event, "reason"));
    }

    /// @param file one of a list `leftOut`
    static LeftOut.@Nullable Why leftOut(JsonObject file) {
        return LeftOut.Why.ofWord(EventFields.text(file, "why"));
    }
}
