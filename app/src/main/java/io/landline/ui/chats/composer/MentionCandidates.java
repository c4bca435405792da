package io.landline.ui.chats.composer;

import io.landline.chat.act.Mentions;
import io.landline.node.port.CalledByName;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.TimelineItem.Called;
import io.landline.peer.Fingerprint;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.SearchText;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The people that a message in the open conversation can mention, and those that it mentions. Confined to the JavaFX
/// thread.
public final class MentionCandidates {
    private static final Comparator<Contact> HERE_FIRST = Comparator.comparing((Contact each) -> !each.here())
            .thenComparing(each -> SearchText.folded(each.name()))
            .thenComparing(Contact::peer);

    private List<Contact> people = List.of();
    /// Who was chosen by hand, by the name: of several people with one name, the one who is meant.
    private final Map<String, Fingerprint> chosen = new HashMap<>();

    /// The other members of the conversation that is open now.
    public void show(List<Contact> now) {
        people = now.stream().filter(each -> !each.blocked()).sorted(HERE_FIRST).toList();
    }

    /// Those with a name of which any part begins so, who are here first.
    List<Contact> find(String begun) {
        String sought = SearchText.folded(begun);
        return people.stream().filter(each -> begins(SearchText.folded(each.name()), sought)).toList();
    }

    private static boolean begins(String name, String sought) {
        for (int at = name.indexOf(sought); at >= 0; at = name.indexOf(sought, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(name.codePointBefore(at))) return true;
        }
        return false;
    }

    /// Whether another one has this name too.
    boolean isAmbiguous(Contact of) {
        return people.stream().filter(each -> key(each.name()).equals(key(of.name()))).count() > 1;
    }

    void choose(Contact who) {
        chosen.put(key(who.name()), who.peer());
    }

    /// The people that a text calls, at most [Mentions#MAX]. A name that several people have calls nobody, unless one
    /// was chosen.
    ///
    /// @param before the people it called before it was changed: they need not be members any more
    Set<Fingerprint> in(String text, List<Called> before) {
        if (text.indexOf('@') < 0) return Set.of();
        Map<Fingerprint, String> names = new HashMap<>();
        for (Called each : before) names.put(each.person(), PeerText.block(each.name()));
        for (Contact each : people) names.put(each.peer(), PeerText.block(each.name()));
        return new CalledByName(names, chosen.values()).in(PeerText.block(text));
    }

    /// As it is compared with what stands in a message.
    private static String key(String name) {
        return SearchText.folded(PeerText.block(name));
    }
}
