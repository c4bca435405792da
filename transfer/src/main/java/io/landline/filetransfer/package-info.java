/// Files from the disk of one node to the disk of another, as others see them: offers, choices, states, failures, and
/// the ports of what stores and hears them. [io.landline.filetransfer.core] moves them.
///
/// - An offer: [FilesToSend] is what a person names, [LeftOut] what could not be offered of it. [OfferBody] is what its
///   entry says, [OfferListing] what stands in it, [Choice] what a receiver wants of it.
/// - A transfer is named by a [TransferId]. Where it stands is a [TransferPhase], told as a [TransferState] in a
///   [TransferView]. Why it stopped is a [FailureReason]; what it lacks are [FailedFiles].
/// - Ports: [TransferStore] outlives the program, [TransferListener] hears what happens, [OfferPublisher] writes offers
///   into conversations. What transfers need from outside: [TransferSettings], with [UserVerdicts] and [PrivateFiles].
/// - Rules: [AcceptRule] takes offers without asking, [SpeedLimits] slows all bytes, [TrustedWallClock] ends offers.
/// - This computer: [FatDisk], [FreeDisk], [OwnLink], [PathText], [DeadLink].
@NullMarked
package io.landline.filetransfer;

import org.jspecify.annotations.NullMarked;
