/// What commands read and print: the terminal, their sentences in the user's language, events as a person reads them,
/// and the exit codes. It asks no node.
///
/// - Output: [Terminal] over [StandardOutput], slow readers by [LineQueue]. Input: [TypedLines], [YesOrNo],
///   [Durations], [NumberOption].
/// - Sentences: [CommandTexts], what a node says [AnswerTexts], help [HelpTexts] and [HelpLayout], wrong usage
///   [UsageError].
/// - Values for people: [EventFormatter], [ActFormatter], [HistoryFormatter], [BoxFormatter], [RoomFormatter],
///   [ShelfFormatter], [NumberFormatter].
/// - Ends: [ExitCode], [CommandFailedException], [SignalHandling]. JSON of commands themselves: [JsonLines].
@NullMarked
package io.landline.cli.terminal;

import org.jspecify.annotations.NullMarked;
