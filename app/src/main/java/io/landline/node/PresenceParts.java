package io.landline.node;

import io.landline.identity.RunCounter;
import io.landline.node.event.EventBus;
import io.landline.node.network.ConnectionNews;
import io.landline.node.network.CopiedIdentity;
import io.landline.node.network.LastSeen;
import io.landline.node.network.MemberAddresses;
import io.landline.node.network.NewestHellos;
import io.landline.node.network.OwnAnnouncement;
import io.landline.node.network.PeopleEvents;
import io.landline.node.network.PresenceQuestions;
import io.landline.node.profile.OpenProfile;
import io.landline.people.People;
import io.landline.people.Person;
import io.landline.presence.Presence;
import java.io.IOException;
import java.util.List;

/// Who is here, and at which addresses: presence, and what it and sessions tell of people. Any thread.
final class PresenceParts {
    /// The number of this start, which others see by presence and by the hello of a session.
    final long run;
    final Presence presence;
    final PresenceQuestions questions;
    final People people;
    final LastSeen lastSeen;
    final ConnectionNews connections;
    final MemberAddresses members;
    final NewestHellos hellos = new NewestHellos();
    final CopiedIdentity copied;
    private final TrustParts trust;

    /// @param opened keeps what has to be closed
    PresenceParts(OpenProfile profile, TrustParts trust, EventBus events, OpenedParts opened) throws IOException {
        this.trust = trust;
        copied = new CopiedIdentity(events);
        run = RunCounter.next(profile.profile().identityFolder(), profile.clock());
        presence = opened.keep(Presence.open(ServiceSettings.presence(profile.settings()), profile.identity(), run,
                OwnAnnouncement.first(profile, trust.rooms)));
        questions = new PresenceQuestions(presence);
        people = new People(questions, opened.keep(new PeopleEvents(events)));
        lastSeen = new LastSeen(profile.clock());
        connections = opened.keep(new ConnectionNews(events, lastSeen));
        members = new MemberAddresses(trust.standings, trust.standings, trust.rooms, presence::remember);
    }

    List<Person> hereAndNotBlocked() {
        return people.here().stream().filter(person -> !trust.blocked.contains(person.peer())).toList();
    }
}
