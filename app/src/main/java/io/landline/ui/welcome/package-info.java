/// First run: a name, and a room to create or to join.
///
/// - Page: [WelcomePage], its model [WelcomeViewModel], which has those of its cards. Where somebody stands on it is a
///   [WelcomeStep]; what was typed when the user went elsewhere is a [RoomDraft].
/// - Name: [OwnNameViewModel].
/// - Cards, each a [ChoiceCard] or an [AnswerCard], two of them [SideBySide]: [NewRoomCard] with [NewRoomViewModel],
///   [JoinRoomCard] with [JoinRoomViewModel], [QuestionCard] where a [TakenName] is meant. [OpenRoomViewModel] is the
///   model of rooms without a key.
/// - Words: [WordTips] for mistyped ones, [Suggestions] of rooms, [TrialViewModel] while words are tried.
/// - A new room: [CreatedCard], a slide with its words in the [LargestLine], its code a [QrPane], and who comes:
///   [Arrivals], placed by [CodeAndPeople].
@NullMarked
package io.landline.ui.welcome;

import org.jspecify.annotations.NullMarked;
