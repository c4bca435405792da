package io.landline.node.conversation;

import io.landline.chat.act.Poll;
import io.landline.chat.view.EntryView;
import io.landline.chat.view.Outcome;
import io.landline.node.port.MessageActs.Silent;
import io.landline.node.port.MessageActs.Voter;
import io.landline.peer.Fingerprint;
import io.landline.peer.NameOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Who chose what in a poll, as far as the votes are here. Immutable.
///
/// @param voters by name; nobody while the result is hidden
/// @param silent people of the conversation who did not vote, by name; nobody while the result is hidden
public record PollVotes(Poll poll, boolean closed, List<Voter> voters, List<Silent> silent) {
    public PollVotes {
        voters = List.copyOf(voters);
        silent = List.copyOf(silent);
    }

    /// @param reader tells the names; the own one is empty
    public static PollVotes of(EntryView.Asked asked, ItemReader reader) {
        Outcome outcome = asked.outcome();
        var votes = new PollVotes(asked.poll(), outcome.closed(), List.of(), List.of());
        if (votes.isHidden()) return votes;
        List<Voter> voters = outcome.votes()
                .entrySet()
                .stream()
                .map(each -> new Voter(each.getKey(), reader.name(each.getKey()), reader.isOwn(each.getKey()),
                        Set.copyOf(each.getValue())))
                .sorted(Comparator.comparing(Voter::name, NameOrder.BY_NAME).thenComparing(Voter::person))
                .toList();
        return new PollVotes(asked.poll(), outcome.closed(), voters, List.of());
    }

    /// The same, with those of these people who did not vote.
    public PollVotes among(Map<Fingerprint, String> people, Fingerprint self) {
        if (isHidden()) return this;
        Set<Fingerprint> voted = voters.stream().map(Voter::person).collect(Collectors.toSet());
        List<Silent> silent = people.entrySet()
                .stream()
                .filter(each -> !voted.contains(each.getKey()))
                .map(each -> new Silent(each.getKey(), each.getValue(), each.getKey().equals(self)))
                .sorted(Comparator.comparing(Silent::name, NameOrder.BY_NAME).thenComparing(Silent::person))
                .toList();
        return new PollVotes(poll, closed, voters, silent);
    }

    /// Whether nobody sees yet how it stands.
    public boolean isHidden() {
        return poll.hidden() && !closed;
    }
}
