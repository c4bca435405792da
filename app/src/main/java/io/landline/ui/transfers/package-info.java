/// Files on their way, and those that arrived: the page, the cards, a part of an offer to choose, pictures in large. A
/// card knows no conversation around it.
///
/// - Page: [TransfersPage], its model [TransfersViewModel] over [LoadedTransfers]; rows by [TransferGroups], each a
///   [TransferRow] in a [TransferCell]. What all come to: [TransferTotals]. How fast they may go: [SpeedLimit].
/// - Card of one offer, here and in a conversation: [TransferCard] with [CardNames] and [CardButtons], its model
///   [OfferViewModel], its words [OfferFormatter] and [FailureFormatter], what is done [OfferCommands]. What keeps its
///   height: [KeptHeight]. Who takes it: [ReceiversPane]. Files that are added to it: [AddedFiles], [FurtherFiles].
/// - A part of an offer: [OfferPartSheet] with [PartViewModel], [PartTree] and [PartSelection].
/// - Pictures: small on a card [OfferPicture]; in large [PictureViewer], its model [PictureViewModel]. It walks along a
///   [PictureReel], and shows a [ZoomedPicture] by [PictureZoom].
@NullMarked
package io.landline.ui.transfers;

import org.jspecify.annotations.NullMarked;
