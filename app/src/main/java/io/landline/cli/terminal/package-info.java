/// What commands read and print: the terminal, their sentences in the user's language, events as a person reads them,
/// and the exit codes. It asks no node.
///
/// - Output: [Terminal] over [StandardOutput], slow readers by [LineQueue], rows of long lines
///   by [TextRows] and [TerminalWidth]. Input: [TypedLines], [YesOrNo],
///   [Durations], [NumberOption].
/// - Sentences: [CommandTexts], what a node says [AnswerTexts], help [HelpTexts] and [HelpLayout], wrong usage
///   [UsageError], a mistyped word of a list [MeantWord],
///   other programs' words for a command [OtherWords].
/// - Lines of a node: [EventFields] reads single fields of one, [ReasonParser] reasons. Each of these makes sentences
///   of one subject: [EventFormatter] of events, [ActFormatter], [HistoryFormatter] with [ShownMessages],
///   [BoxFormatter], [PersonFormatter], [RoomFormatter], [ShelfFormatter], [TransferFormatter], [StopLines] where a
///   transfer stops, [LeftOutLines] what of a folder is left out. Numbers in them: [NumberFormatter].
/// - Ends: [ExitCode], [CommandFailedException], [SignalHandling]. JSON of commands themselves: [JsonLines].
@NullMarked
package io.landline.cli.terminal;

import org.jspecify.annotations.NullMarked;
