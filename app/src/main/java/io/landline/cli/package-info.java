/// The command line (docs/command-line.md, "Commands"): parses, asks a node, prints. Thin over [io.landline.node] and
/// [io.landline.control]. A command, also of the packages below, is made for one run and confined to the main thread,
/// but for what an interruption reads.
///
/// - Root: [WindowCommand] holds the options of all, [LandlineCommand] is the list of commands, [Arguments] the options
///   of those that use a node. The window: [WindowStart], with a [LaunchLink]. The Lab: [LabEntry].
/// - Commands on the node: [NodeCommand], [StatusCommand], [NetworkCommand], [DoctorCommand], [WatchCommand] with
///   [WatchFiles], [IdCommand], [DemoCommand]. On people: [PeersCommand], [VerifyCommand], [BlockCommands]. On rooms:
///   [RoomCommand] with [ProfileRooms] and [ChosenMembers].
@NullMarked
package io.landline.cli;

import org.jspecify.annotations.NullMarked;
