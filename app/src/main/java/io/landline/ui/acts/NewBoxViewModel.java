package io.landline.ui.acts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.chat.act.HandInBox;
import io.landline.language.Texts;
import io.landline.node.handin.rule.BoxLimits;
import io.landline.node.port.TypedSize;
import io.landline.ui.acts.NewBoxDrafts.Draft;
import io.landline.ui.control.FieldNote;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.TimeFormatter;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// A hand-in box while it is being written. Times and sizes are typed as on the command line. Confined to the JavaFX
/// thread.
final class NewBoxViewModel {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /// What [BoxLimits#until] takes, but for days that a month does not have.
    private static final Pattern END = Pattern.compile("today|tomorrow|[0-9]{1,4}[mhdj]|"
            + "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
            + "([ T]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2})?)?",
            Pattern.CASE_INSENSITIVE);

    /// Ends that one button types.
    enum End { HOUR, TOMORROW, WEEK }

    private final PageContext context;
    private final Texts texts;
    private final TimeFormatter times;
    private final AmountFormatter amounts;
    private final InstantSource clock;
    private final ZoneId zone;
    private final String conversation;
    private final NewBoxDrafts drafts;
    private final Runnable made;
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty until = new SimpleStringProperty("");
    private final StringProperty names = new SimpleStringProperty("");
    private final StringProperty size = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldNote> titleNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyObjectWrapper<FieldNote> untilNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyObjectWrapper<FieldNote> namesNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyObjectWrapper<FieldNote> sizeNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyBooleanWrapper makeable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper begun = new ReadOnlyBooleanWrapper();
    private @Nullable HandInBox box;
    private boolean working;
    /// What stood in the field of the end when the keyboard left it last.
    private String leftEnd = "";
    /// Whether somebody tried to make a box that lacks something.
    private boolean tried;

    /// @param drafts have what was begun here before, and keep what is typed until the box is made or cleared
    /// @param made is run once the box is on its way
    NewBoxViewModel(PageContext context, InstantSource clock, ZoneId zone, String conversation, NewBoxDrafts drafts,
            Runnable made) {
        this.context = context;
        this.clock = clock;
        this.zone = zone;
        this.conversation = conversation;
        this.drafts = drafts;
        this.made = made;
        texts = context.texts(NewBoxViewModel.class);
        times = new TimeFormatter(context.language(), zone);
        amounts = new AmountFormatter(context.language());
        show(drafts.of(conversation));
        title.subscribe(this::changed);
        until.subscribe(this::changed);
        names.subscribe(this::changed);
        size.subscribe(this::changed);
        changed();
    }

    StringProperty title() {
        return title;
    }

    StringProperty until() {
        return until;
    }

    StringProperty names() {
        return names;
    }

    StringProperty size() {
        return size;
    }

    ReadOnlyObjectProperty<FieldNote> titleNote() {
        return titleNote.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FieldNote> untilNote() {
        return untilNote.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FieldNote> namesNote() {
        return namesNote.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FieldNote> sizeNote() {
        return sizeNote.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty makeable() {
        return makeable.getReadOnlyProperty();
    }

    /// Whether there is anything to clear.
    ReadOnlyBooleanProperty begun() {
        return begun.getReadOnlyProperty();
    }

    private void show(Draft begunBefore) {
        title.set(begunBefore.title());
        until.set(begunBefore.until());
        names.set(begunBefore.names());
        size.set(begunBefore.size());
    }

    /// Throws away what was typed.
    void clear() {
        tried = false;
        show(Draft.NOTHING);
    }

    /// Types an end: in an hour, or when tomorrow or a week from now is over.
    void end(End end) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        until.set(switch (end) {
            case HOUR -> MINUTES.format(LocalDateTime.ofInstant(clock.instant().plus(Duration.ofHours(1)), zone));
            case TOMORROW -> today.plusDays(1).toString();
            case WEEK -> today.plusWeeks(1).toString();
        });
    }

    /// The keyboard left the field of the end: what stands there is judged as it is.
    void untilLeft() {
        leftEnd = until.get();
        changed();
    }

    private void changed() {
        var now = new Draft(title.get(), until.get(), names.get(), size.get());
        drafts.keep(conversation, now);
        begun.set(!now.equals(Draft.NOTHING));
        Instant end = end();
        long bytes = bytes();
        String what = title.get().strip();
        String pattern = names.get().strip();
        titleNote.set(what.isEmpty()
                ? required("collect.title.missing")
                : note(what, HandInBox.fits(what, "", 1), "collect.title.long",
                        HandInBox.TITLE_BYTES_MAX, FieldNote.NOTHING));
        boolean areNames = BoxLimits.areNamesOfFiles(pattern);
        namesNote.set(note(pattern, pattern.isEmpty() || HandInBox.fits("x", pattern, 1), "collect.names.long",
                HandInBox.PATTERN_BYTES_MAX, areNames
                        ? FieldNote.hint(texts.get("collect.names.all"))
                        : FieldNote.bad(texts.get("collect.names.slash"))));
        box = areNames && end != null && bytes > 0 && end.isAfter(clock.instant())
                && HandInBox.fits(what, pattern, bytes)
                        ? new HandInBox(what, end, pattern, bytes, true)
                        : null;
        makeable.set(box != null && !working);
    }

    /// What an empty field says: a hint until somebody tries to make the box without it.
    private FieldNote required(String key) {
        return tried ? FieldNote.bad(texts.get(key)) : FieldNote.hint(texts.get(key));
    }

    /// What does not fit is too long, or holds half a character.
    private FieldNote note(String typed, boolean fits, String tooLong, int bytesMax, FieldNote fitting) {
        if (fits) return fitting;
        return FieldNote.bad(typed.getBytes(UTF_8).length > bytesMax
                ? texts.format(tooLong, bytesMax)
                : texts.get("poll.broken"));
    }

    private @Nullable Instant end() {
        String typed = until.get().strip();
        if (typed.isEmpty()) {
            untilNote.set(tried ? FieldNote.bad(examples()) : FieldNote.hint(examples()));
            return null;
        }
        try {
            Instant end = BoxLimits.until(typed, clock.instant(), zone);
            String whole = times.whole(end);
            untilNote.set(end.isAfter(clock.instant())
                    ? FieldNote.good(texts.format("box.until", whole))
                    : FieldNote.bad(texts.format("collect.until.over", whole)));
            return end;
        } catch (DateTimeException | ArithmeticException e) {
            boolean begun = !until.get().equals(leftEnd) && isBegun(typed);
            untilNote.set(begun ? FieldNote.hint(examples()) : FieldNote.bad(examples()));
            return null;
        }
    }

    /// Whether more letters may still make an end of it.
    private static boolean isBegun(String typed) {
        Matcher whole = END.matcher(typed);
        return !whole.matches() && whole.hitEnd();
    }

    /// Ends that can be typed as they stand: those of a day that is over are refused.
    String examples() {
        return texts.format("collect.until.like", LocalDate.ofInstant(clock.instant(), zone).plusWeeks(1).toString());
    }

    /// 0 where it is no size that a box takes.
    private long bytes() {
        String typed = size.get().strip();
        String most = amounts.bytes(HandInBox.SIZE_BYTES_MAX);
        if (typed.isEmpty()) {
            sizeNote.set(FieldNote.hint(texts.format("collect.size.most", most)));
            return HandInBox.SIZE_BYTES_MAX;
        }
        try {
            long bytes = TypedSize.bytes(typed);
            boolean fits = HandInBox.fits("x", "", bytes);
            sizeNote.set(fits
                    ? FieldNote.good(texts.format("collect.size.most", amounts.bytes(bytes)))
                    : FieldNote.bad(texts.format("collect.size.most", most)));
            return fits ? bytes : 0;
        } catch (NumberFormatException e) {
            sizeNote.set(FieldNote.bad(texts.get("collect.size.like")));
            return 0;
        }
    }

    /// Tells everybody in the room of the box. What was typed stays where that fails.
    void make() {
        changed(); // the end may be over meanwhile
        HandInBox wanted = box;
        if (wanted == null) {
            tried = true;
            leftEnd = until.get();
            changed();
        }
        if (wanted == null || working) return;
        working = true;
        changed();
        context.background()
                .run(() -> context.node().transfers().handIns().make(conversation, wanted), _ -> {
                    drafts.keep(conversation, Draft.NOTHING);
                    made.run();
                },
                        why -> {
                            working = false;
                            changed();
                            context.notices().problem(ErrorMessages.sentence(context.language(), why));
                        });
    }
}
