/// Our own files: what is offered of them, and the chunks that are read from them and sent.
///
/// - What is offered: [NewOffer] looks at what a person named, goes through folders by [SourceWalk], and through those
///   of shelves by [NoLinkWalk]. What both leave out is said by [LeftOutRules] and [GeneratedFiles].
/// - A file that was offered: [SourcePlace] is where it lies, [SourceFile] opens it, [SourceMark] tells whether it is
///   still the same. In folders of shelves no link is followed: [NoLinkFolder]. One that is not the same is a
///   [LostFile], and [LostFiles] hears of it.
/// - What goes to one receiver is an [Upload]. [ChunkServer] reads its [OwnChunks] ahead of the wire, into buffers of
///   [ReadAhead]. [SourceIndex] knows which file holds a chunk, [SentChunks] what has gone.
/// - Hashes: [OwnPages] makes and signs the pages of an offer. [PageMaker] reads for those that a swarm asks for, in
///   the order of [WantedPages].
@NullMarked
package io.landline.filetransfer.source;

import org.jspecify.annotations.NullMarked;
