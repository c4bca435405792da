package io.landline.filetransfer.source;

import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.manifest.SafePath;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.TransferStore.StoredSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.peer.Sha256;
import java.util.HexFormat;
import java.util.List;

/// Files that are to be offered: what the entry says of them, and where they are. Immutable.
public record NewOffer(OfferBody body, List<StoredSource> sources, List<byte[]> manifest) {
    /// Looks at plain files. The message of an exception is for a person.
    public static NewOffer of(List<Path> files) throws IOException {
        if (files.isEmpty()) throw new IOException("There is no file to send.");
        if (files.size() > OfferBody.FILES_MAX) throw new IOException("More than " + OfferBody.FILES_MAX + " files.");
        var sources = new ArrayList<StoredSource>();
        var names = new HashSet<String>();
        long bytes = 0;
        long chunks = 0;
        for (Path file : files) {
            StoredSource source = SourceFile.describe(file, manifestName(file, names));
            if (!ChunkLayout.fits(source.bytes(), ChunkLayout.BYTES_MAX)) {
                throw new IOException(file + " is too large.");
            }
            bytes = Math.addExact(bytes, source.bytes());
            chunks += new ChunkLayout(source.bytes(), ChunkLayout.BYTES_MAX).count();
            sources.add(source);
        }
        if (bytes > OfferBody.BYTES_MAX || chunks > ChunkLayout.OFFER_CHUNKS_MAX)
            throw new IOException("The files are too large together.");
        List<String> first = sources.stream().limit(OfferBody.NAMES_MAX).map(StoredSource::path).toList();
        List<byte[]> manifest = manifest(sources);
        String firstPage = HexFormat.of().formatHex(Sha256.of(manifest.getFirst()));
        return new NewOffer(new OfferBody(sources.size(), bytes, first, ChunkLayout.BYTES_MAX, 0, firstPage), sources,
                manifest);
    }

    /// The pages of the manifest of these files.
    public static List<byte[]> manifest(List<StoredSource> sources) {
        return ManifestPage.pagesOf(sources.stream()
                .map(source -> new ManifestPage.Entry(source.path(), source.bytes(), source.modifiedMillis()))
                .toList());
    }

    /// What the file is called in the manifest: one segment for every system, and each name once.
    private static String manifestName(Path file, HashSet<String> taken) throws IOException {
        Path last = file.toRealPath().getFileName();
        if (file.getFileName() != null && !file.getFileName().toString().equals("..")
                && !file.getFileName().toString().equals(".")) {
            last = file.getFileName();
        }
        if (last == null) throw new IOException(file + " is not a plain file.");
        String name = last.toString().replace('\\', '_');
        if (name.getBytes(UTF_8).length > SafePath.SEGMENT_BYTES_MAX) name = SafePath.name(name);
        for (int n = 1;; n++) {
            String candidate = SafePath.numbered(name, n);
            if (taken.add(candidate)) return candidate;
        }
    }
}
