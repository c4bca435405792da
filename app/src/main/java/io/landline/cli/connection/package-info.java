/// A command's way to a node: one that runs on the profile, or one of its own for as long as the command lasts.
///
/// - Which node: [NodeFinder] gives a [NodeConnection], which is a [RunningNodeClient], or an [EmbeddedNode] that a
///   [SharedNode] keeps while other commands use it. [ReadOnlyNode] only reads, [AskedNode] changes the profile itself
///   where no node runs. Two commands at once: [ProfileTurn].
/// - Options: [CommonOptions], what a running node cannot fulfil [OptionConflicts], rooms by their keys [RoomsByKey].
/// - Waiting: [PeerWait] for somebody to come, [Delivery] until somebody has it, both by [Uptime]. What is said
///   meanwhile: [SlowStart], [AbsentReceivers], [OwnBlock], [Refusals], [ProfileProblems].
/// - Answers: [ListedPages] asks for all pages of a list, [AnsweredWords] for words of other messages, [Namesakes] for
///   people of one name.
@NullMarked
package io.landline.cli.connection;

import org.jspecify.annotations.NullMarked;
