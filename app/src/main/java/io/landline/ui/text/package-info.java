/// Texts as the window shows them: amounts and times in words, links, emoji and emphasis in messages, names
/// of files and their kinds, and other people's text made safe. Knows no toolkit.
///
/// - Messages: [MessageMarkup] reads one into a [SpannedText] of [TextSpan]. Its parts are found by [MessageLinks],
///   [Emphasis], [CodeLetters], [Emoji]; programs in it are coloured by [CodeColours], by their [CodeLanguage].
/// - Other people's text: [PeerText], names of files [FileName] and [FileKind]. What the toolkit cannot break into
///   lines: [LineBreaks], [ComplexLetters].
/// - Words for values: [AmountFormatter], [TimeFormatter], [TimeOfDay], [ErrorMessages].
/// - Searches: [SearchTerms] in texts, [SearchText] in names.
@NullMarked
package io.landline.ui.text;

import org.jspecify.annotations.NullMarked;
