package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.timeline.TimelineRow.Joined;
import io.landline.ui.chats.timeline.TimelineRow.Mark;
import io.landline.ui.chats.timeline.TimelineRow.Reach;
import io.landline.ui.text.TimeFormatter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Orders entries into the rows of a timeline: lines between days, groups of one author's. Immutable; any thread.
///
/// @param room whether others are shown with their names
/// @param reaches whether somebody else is here
/// @param unreadFrom the first entry that was not seen; null for none
/// @param whole those long ones that are shown to their end
public record TimelineRows(TimeFormatter times, boolean room, boolean reaches, @Nullable TimelinePosition unreadFrom,
        Set<TimelinePosition> whole) {
    /// Entries of one author stand together when no more than this lies between two.
    static final Duration GROUP_GAP_MAX = Duration.ofMinutes(5);

    List<TimelineRow> of(List<TimelineItem> items) {
        var rows = new ArrayList<TimelineRow>(items.size() + 2);
        LocalDate day = null;
        for (int i = 0; i < items.size(); i++) {
            TimelineItem item = items.get(i);
            LocalDate itsDay = times.day(item.written());
            if (day == null || itsDay.isAfter(day)) { // authors' clocks differ: a day that is over does not begin again
                day = itsDay;
                rows.add(new TimelineRow.Day(day));
            }
            if (!item.isSaid()) {
                if (i == 0 || !isSameLine(items.get(i - 1), item)) rows.add(new TimelineRow.Later(item));
                continue;
            }
            if (item.position().equals(unreadFrom)) rows.add(new TimelineRow.NewHere());
            boolean first = i == 0 || !together(items.get(i - 1), item);
            boolean last = i == items.size() - 1 || !together(item, items.get(i + 1));
            var joined = new Joined(i > 0 && isOneCard(items.get(i - 1), item),
                    i < items.size() - 1 && isOneCard(item, items.get(i + 1)));
            rows.add(new TimelineRow.Message(item, first, last, room && !item.own(), whole.contains(item.position()),
                    mark(item), joined));
        }
        return rows;
    }

    /// The own messages among these rows, in their order.
    public static List<TimelineItem.Text> ownTexts(List<TimelineRow> rows) {
        var own = new ArrayList<TimelineItem.Text>();
        for (TimelineRow row : rows) {
            if (row instanceof TimelineRow.Message message && message.item() instanceof TimelineItem.Text said
                    && said.own()) {
                own.add(said);
            }
        }
        return own;
    }

    private static boolean isSameLine(TimelineItem one, TimelineItem next) {
        return one instanceof TimelineItem.Unknown && next instanceof TimelineItem.Unknown
                && one.author().equals(next.author());
    }

    private boolean together(TimelineItem one, TimelineItem next) {
        return isOneCard(one, next) || one.isSaid() && next.isSaid() && isOfOneAuthor(one, next)
                && Duration.between(one.written(), next.written()).abs().compareTo(GROUP_GAP_MAX) <= 0;
    }

    /// Files that were added to an offer: nothing stands between the two, however much later they came.
    private boolean isOneCard(TimelineItem one, TimelineItem next) {
        return one instanceof TimelineItem.Offer && next instanceof TimelineItem.Offer && isOfOneAuthor(one, next);
    }

    /// And no line stands between them.
    private boolean isOfOneAuthor(TimelineItem one, TimelineItem next) {
        return one.author().equals(next.author()) && !next.position().equals(unreadFrom)
                && times.day(one.written()).equals(times.day(next.written()));
    }

    private Mark mark(TimelineItem item) {
        if (!item.own()) return Mark.NONE;
        if (item.delivery().read() > 0) return new Mark(Reach.READ, item.delivery().read());
        if (item.delivery().delivered() > 0) return new Mark(Reach.DELIVERED, item.delivery().delivered());
        return new Mark(reaches ? Reach.LEAVING : Reach.ABSENT, 0);
    }
}
