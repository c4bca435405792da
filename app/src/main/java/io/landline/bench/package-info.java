/// How fast Landline is on this machine, beside what the machine can do: ratios inside one run.
///
/// - Benchmarks: [Bench], [ChatBench], [ClassBench], [FilesBench], [HistoryBench] with [HistoryRound]. Each uses
///   [BenchNodes], files of [RandomFiles], and [ShownTimes], and tells a [Measurement] or a [Latency].
/// - What stands beside it: [RawTcp], [EchoConnection], [SyncedFile]; other people's [Programs]: a [CopyTool] over an
///   [SshServer], which tells a [CopyCost], and a [SyncthingGroup] of [SyncthingDevice].
/// - What processes cost: [ProcessCost].
@NullMarked
package io.landline.bench;

import org.jspecify.annotations.NullMarked;
