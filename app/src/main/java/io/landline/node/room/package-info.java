/// The rooms that this node is in: their names and labels, who is in them, trials of words, and new words.
///
/// - Rooms: [OwnRooms], called by their [RoomHandles]. Old ones are forgotten by [SettledRooms]. Words that are tried:
///   [RoomTrials], one a [RoomTrial].
/// - People: [NodeStandings] over a [PinnedPeerCache], [NodeVerdicts], who is in a room [RoomMembers], who was let
///   into one [AdmittedPeople]. Conversations ask [NodeMembership].
/// - Which conversation is meant: by what is typed to send [ConversationResolver], to read [ConversationIds], both by
///   [TypedReference]. What it is called: [ConversationLabels].
/// - New words: [WordsDecisions] of this user, [WordsHandOver] to and from others, bounded by [WordsChecks], told by
///   [WordsEvents].
@NullMarked
package io.landline.node.room;

import org.jspecify.annotations.NullMarked;
