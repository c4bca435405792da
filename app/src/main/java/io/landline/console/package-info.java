/// The JSON contract (docs/command-line.md, "JSON lines"): a program's commands in, a node's events out, the same on
/// standard input and on the local socket.
///
/// - Who speaks: [NodeConsole], for each program of the local socket made by [ConsoleSocket].
/// - Commands: [CommandLines] has those that need a running node, [ProfileLines] those about what a profile remembers.
///   Both give those of one subject to a class that ends in `Lines`: [ActLines] of messages, [FileLines], [LimitLines],
///   [HandInLines], [ShelfLines], [WordsLines], [HistoryLines], [SavedLines], [PinnedLines], [VoterLines],
///   [MemberLines], [BlockLines], [RoomKeyLines], [NetworkLines], [FindingLines] and others.
/// - Events: [EventLines], of acts [ActLines], of files [TransferLines].
/// - Lists that are longer than a line of the socket: [PageSpace] divides them.
@NullMarked
package io.landline.console;

import org.jspecify.annotations.NullMarked;
