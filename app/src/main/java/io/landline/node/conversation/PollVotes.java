package io.landline.node.conversation;

import io.landline.chat.act.Poll;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.Outcome;
import io.landline.node.port.MessageActs.Voter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Who chose what in a poll, as far as the votes are here. Immutable.
///
/// @param voters by name; nobody while the result is hidden
public record PollVotes(Poll poll, boolean closed, List<Voter> voters) {
    public PollVotes {
        voters = List.copyOf(voters);
    }

    /// @param reader tells the names; the own one is empty
    public static PollVotes of(EntryView.Asked asked, ItemReader reader) {
        Outcome outcome = asked.outcome();
        var votes = new PollVotes(asked.poll(), outcome.closed(), List.of());
        if (votes.isHidden()) return votes;
        List<Voter> voters = outcome.votes()
                .entrySet()
                .stream()
                .map(each -> new Voter(each.getKey(), reader.name(each.getKey()), reader.isOwn(each.getKey()),
                        Set.copyOf(each.getValue())))
                .sorted(Comparator.comparing(Voter::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new PollVotes(asked.poll(), outcome.closed(), voters);
    }

    /// Whether nobody sees yet how it stands.
    public boolean isHidden() {
        return poll.hidden() && !closed;
    }
}
