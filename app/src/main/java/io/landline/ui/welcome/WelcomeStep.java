package io.landline.ui.welcome;

import io.landline.node.port.Rooms.OwnRoom;
import java.util.List;

/// Where somebody stands on the page on which rooms are created and joined. Immutable.
sealed interface WelcomeStep {
    /// To create or to join.
    record Choosing() implements WelcomeStep {}

    /// A room of that name is on this network already.
    ///
    /// @param name as others spell it: somebody's text
    record AskingToJoin(String name, int people) implements WelcomeStep {}

    /// We are in a room of that name ourselves.
    ///
    /// @param label as it is known here
    record AskingForAnother(String label) implements WelcomeStep {}

    /// The words could not be checked.
    ///
    /// @param people those who have a room of that name and did not answer; empty: there is nobody
    record AskingToKeep(String room, List<String> people) implements WelcomeStep {}

    /// It is there: its words are shown once more.
    record Created(OwnRoom room) implements WelcomeStep {}
}
