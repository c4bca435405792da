package io.landline.cli.terminal;

import com.google.gson.JsonObject;
import io.landline.filetransfer.FailureReason;
import io.landline.lab.Escapes;
import org.jspecify.annotations.Nullable;

/// What a person reads where a transfer stops: why, what was kept, and what happens next. Stateless; any thread.
public final class StopLines {
    private StopLines() {}

    /// What ends a command whose files arrived in part: some changed or went at the sender. Null where all are here.
    ///
    /// @param event a `transferred`, of which the user has read which files are missing
    public static @Nullable CommandFailedException notWhole(JsonObject event) {
        if (event.get("failed").getAsLong() == 0) return null;
        String reason = EventFields.text(event.getAsJsonArray("failures").get(0).getAsJsonObject(), "reason");
        return CommandFailedException.told(ExitCode.FAILED, reason,
                EventFields.text(event, "direction").equals("in")
                        ? CommandTexts
                                .of("Not all files arrived: some changed or went at the sender. The others are here.")
                        : CommandTexts.of("Not all files arrived: some changed or went. {0} offers these again.",
                                command("retry", event)));
    }

    static String paused(JsonObject event) {
        return EventFields.text(event, "by").equals("peer")
                ? CommandTexts.of("Paused by the other side. What has arrived is kept; it goes on when they resume it.")
                : CommandTexts.of("Paused by you. What has arrived is kept; {0} goes on.", command("resume", event));
    }

    public static String failed(JsonObject event) {
        boolean in = EventFields.text(event, "direction").equals("in");
        return event.get("resumable").getAsBoolean() ? stopped(event, in) : ended(event, in);
    }

    private static String stopped(JsonObject event, boolean in) {
        if (event.has("missingFolder")) {
            return CommandTexts.of("The folder {0} is not there: it was deleted, or its disk is not connected. Once it"
                    + " is back, {1} goes on with what is still in it. If nothing has arrived yet, it goes on in the"
                    + " downloads folder that is chosen by then. If the folder is gone for good: {2}, then {3}. All of"
                    + " it comes again, into that downloads folder.",
                    Escapes.line(EventFields.text(event, "missingFolder")), command("resume", event),
                    command("cancel", event), command("retry", event));
        }
        FailureReason reason = ReasonParser.failure(event);
        if (reason == FailureReason.FILE_TOO_LARGE) return tooLarge(event, in);
        if (reason == FailureReason.PARTIAL_GONE) return partialGone(event, in);
        String why = switch (reason) {
            case DISK_FULL -> full(event, in);
            case NO_PERMISSION -> CommandTexts.of(in
                    ? "The file or its folder may not be written to."
                    : "The file or its folder is gone at the receiver, or may not be written to.");
            case null, default -> CommandTexts.of(in ? "Something failed." : "Something failed at the receiver.");
        };
        return why + " " + (in
                ? CommandTexts.of("What has arrived is kept; once that is mended, {0} goes on.",
                        command("resume", event))
                : CommandTexts.of(reason == FailureReason.NO_PERMISSION
                        ? "What is still there is kept; it goes on when the receiver resumes it."
                        : "What has arrived is kept; it goes on when the receiver resumes it."));
    }

    private static String full(JsonObject event, boolean in) {
        if (!event.has("missingBytes")) {
            return CommandTexts.of(in ? "The disk is full." : "The disk is full at the receiver.");
        }
        return CommandTexts.of(in
                ? "The disk has too little space: {0} more must be free."
                : "The disk at the receiver has too little space: {0} more must be free.",
                NumberFormatter.size(event.get("missingBytes").getAsLong()));
    }

    private static String tooLarge(JsonObject event, boolean in) {
        return in
                ? CommandTexts.of("The disk takes no file as large as one of these: a FAT stick takes less than 4 GiB."
                        + " What has arrived is kept. Choose a downloads folder on another disk, then {0} and {1}. All"
                        + " of it comes again.", command("cancel", event), command("retry", event))
                : CommandTexts.of("The receiver's disk takes no file as large as one of these. What has arrived is"
                        + " kept; the receiver must take it on another disk.");
    }

    private static String partialGone(JsonObject event, boolean in) {
        return in
                ? CommandTexts.of("What had arrived of a file was moved, deleted or replaced by another program. {0}"
                        + " gets that file again, and keeps the others.", command("resume", event))
                : CommandTexts.of("What had arrived of a file was moved, deleted or replaced at the receiver. That file"
                        + " is sent again when the receiver resumes it.");
    }

    private static String ended(JsonObject event, boolean in) {
        return switch (ReasonParser.failure(event)) {
            case DECLINED -> in
                    ? CommandTexts.of("Declined. Nothing was taken; {0} takes it after all.", command("retry", event))
                    : declined(EventFields.name(event));
            case CANCELLED, CANCELLED_BY_RECEIVER -> CommandTexts.of(
                    "Cancelled. What was not whole of it is removed; the sender's files are as they were.");
            case SOURCE_CHANGED -> CommandTexts.of("Nothing of it is as it was offered any more.") + " "
                    + removed(event, in);
            case SOURCE_GONE -> CommandTexts.of("Its files are gone or cannot be read at the sender.") + " "
                    + removed(event, in);
            case null, default -> CommandTexts.of("It was not taken in time.") + " " + (in
                    ? CommandTexts.of("Its sender must offer it again.")
                    : CommandTexts.of("{0} offers it again.", command("retry", event)));
        };
    }

    /// @param name empty where a node of an earlier version does not tell it
    private static String declined(String name) {
        return name.isEmpty()
                ? CommandTexts.of("The offer was declined. Nothing was sent.")
                : CommandTexts.of("{0} declined the offer. Nothing was sent there.", name);
    }

    private static String removed(JsonObject event, boolean in) {
        return in
                ? CommandTexts.of("What had arrived is removed; its sender must offer it again.")
                : CommandTexts.of("What had arrived is removed; {0} offers it again.", command("retry", event));
    }

    private static String command(String what, JsonObject event) {
        return CommandTexts.withProfile("landline transfers " + what + " "
                + EventFields.brief(EventFields.text(event, "transfer")));
    }
}
