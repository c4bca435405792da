package io.landline.filetransfer.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.PathText;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.WriteBehind;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.manifest.ManifestDraft;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.manifest.ManifestPage.ListedFile;
import io.landline.filetransfer.manifest.ManifestPage.ListedFolder;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be offered, looked at and kept in the store under a draft's id: the entry gives it its own. Immutable.
///
/// @param body what the entry says of it
/// @param items what the person named, absolute
/// @param excludes what was left out of them on purpose
public record NewOffer(OfferBody body, EntryId draft, List<Path> items, List<String> excludes, LeftOut leftOut) {
    private static final int SOURCES_A_STEP = 256;

    /// Looks at files and folders, and keeps what it finds. The message of an exception is for a person; then nothing
    /// is kept.
    public static NewOffer of(FilesToSend what, PrivateFiles privateFiles, TransferStore store) throws IOException {
        if (what.items().isEmpty()) throw new IOException("There is no file to send.");
        if (what.items().size() > OfferBody.FILES_MAX) {
            throw new IOException("More than " + OfferBody.FILES_MAX + " files.");
        }
        var making = new Making(store, privateFiles, SourceWalk.matchers(what.excludes()), what.within());
        boolean made = false;
        try {
            for (Path item : what.items()) making.add(item);
            NewOffer offer = making.finish(what.excludes());
            made = true;
            return offer;
        } finally {
            if (!made) making.drop();
        }
    }

    /// The pages of the manifest of these files.
    public static List<byte[]> manifest(List<StoredSource> sources) {
        return ManifestPage.pagesOf(sources.stream()
                .map(source -> new ListedFile(source.path(), source.bytes(), source.modifiedMillis()))
                .toList());
    }

    /// A name of ours as a segment for every system.
    static String segment(String name) {
        String segment = name.replace('\\', '_');
        return segment.getBytes(UTF_8).length > SafePath.SEGMENT_BYTES_MAX ? SafePath.name(segment) : segment;
    }

    /// What an item of this name is called in the manifest. Each is there once: the next one gets a number.
    ///
    /// @param taken the names of the items before; this one is added
    public static String topName(String name, Set<String> taken) {
        String segment = segment(name);
        for (int n = 1;; n++) {
            String candidate = SafePath.numbered(segment, n);
            if (taken.add(candidate)) return candidate;
        }
    }

    /// The offer while it is made, with two steps of its files in memory: one is written while the next is found. One
    /// thread.
    private static final class Making implements SourceWalk.Found {
        private final TransferStore store;
        private final WriteBehind behind = new WriteBehind();
        private final PrivateFiles privateFiles;
        private final List<PathMatcher> excludes;
        private final @Nullable Path within;
        private final EntryId draft;
        private final ManifestDraft manifest;
        private final LeftOut leftOut = new LeftOut();
        private final List<Path> items = new ArrayList<>();
        private final HashSet<String> names = new HashSet<>();
        private final List<String> first = new ArrayList<>();
        private final List<StoredSource> step = new ArrayList<>();
        private long files;
        private long folders;
        private long bytes;
        private long chunks;
        private boolean isExcluding;

        private Making(TransferStore store, PrivateFiles privateFiles, List<PathMatcher> excludes,
                @Nullable Path within) {
            this.within = within;
            this.store = store;
            this.privateFiles = privateFiles;
            this.excludes = excludes;
            draft = store.newDraft();
            manifest = new ManifestDraft(new ManifestDraft.Pages() {
                @Override
                public void keep(int number, byte[] page) {
                    behind.write(() -> store.saveManifestPages(draft, number, List.of(page)));
                }

                @Override
                public byte[] kept(int number) {
                    behind.await();
                    return Objects.requireNonNull(store.manifestPage(draft, number), "it was kept before");
                }
            });
        }

        private void add(Path item) throws IOException {
            Path real = within == null ? item.toRealPath() : item;
            refuseSecret(item, real);
            if (within == null && isExcludedFile(item, real)) {
                isExcluding = true;
                return;
            }
            String name = freeName(item, real);
            if (first.size() < OfferBody.NAMES_MAX) first.add(name);
            items.add(real);
            if (within != null) {
                new NoLinkWalk(within, excludes, privateFiles, leftOut, this).add(item, name);
                return;
            }
            if (Files.isDirectory(real)) {
                new SourceWalk(real, name, excludes, privateFiles, leftOut, this).run();
            } else {
                file(SourceFile.describe(item, name), SourceFile.isProgram(real));
            }
        }

        /// A folder that was named is meant, whatever its name.
        private boolean isExcludedFile(Path item, Path real) {
            Path name = item.getFileName();
            return name != null && !Files.isDirectory(real) && SourceWalk.isExcluded(excludes, name);
        }

        private void refuseSecret(Path item, Path real) throws IOException {
            Path profile = privateFiles.owner(real, Files.readAttributes(real, BasicFileAttributes.class));
            if (profile == null) return;
            throw new IOException(real.equals(profile)
                    ? item + " is a profile of Landline. Its keys and its history are never sent."
                    : item + " belongs to the profile of Landline in " + profile
                            + ". Its keys and its history are never sent.");
        }

        /// What an item is called in the manifest: each name once.
        private String freeName(Path item, Path real) throws IOException {
            Path last = item.getFileName();
            if (last == null || last.toString().equals("..") || last.toString().equals(".")) last = real.getFileName();
            if (last == null) throw new IOException(item + " is not a plain file, and no folder with a name.");
            return topName(PathText.told(last), names);
        }

        @Override
        public void folder(String path) throws IOException {
            if (++folders > OfferBody.FILES_MAX) {
                throw new IOException("More than " + OfferBody.FILES_MAX + " folders.");
            }
            list(new ListedFolder(path));
        }

        @Override
        public void file(StoredSource source, boolean executable) throws IOException {
            if (++files > OfferBody.FILES_MAX) throw new IOException("More than " + OfferBody.FILES_MAX + " files.");
            if (!ChunkLayout.fits(source.bytes(), ChunkLayout.BYTES_MAX)) {
                throw new IOException(source.source() + " is too large.");
            }
            bytes = Math.addExact(bytes, source.bytes());
            chunks += new ChunkLayout(source.bytes(), ChunkLayout.BYTES_MAX).count();
            if (bytes > OfferBody.BYTES_MAX || chunks > ChunkLayout.OFFER_CHUNKS_MAX) {
                throw new IOException("The files are too large together.");
            }
            list(new ListedFile(source.path(), source.bytes(), source.modifiedMillis(), executable));
            step.add(source);
            if (step.size() == SOURCES_A_STEP) keepStep();
        }

        private void list(ManifestPage.Listed next) throws IOException {
            manifest.add(next);
            if (manifest.isTooLong()) throw new IOException("The names of the files are too long together.");
        }

        private void keepStep() {
            if (step.isEmpty()) return;
            List<StoredSource> found = List.copyOf(step);
            long first = files - found.size();
            behind.write(() -> store.saveSources(draft, first, found));
            step.clear();
        }

        /// Nothing of it is kept.
        private void drop() {
            try {
                behind.await();
            } catch (RuntimeException e) {
                System.getLogger(NewOffer.class.getName())
                        .log(System.Logger.Level.DEBUG, "an offer that is dropped could not be kept, too", e);
            }
            store.dropDraft(draft);
        }

        private NewOffer finish(List<String> excluded) throws IOException {
            if (files + folders == 0) {
                throw new IOException(isExcluding
                        ? "Everything that was named is excluded. Nothing was sent."
                        : "There is no file to send.");
            }
            keepStep();
            String firstPage = HexFormat.of().formatHex(manifest.finish());
            behind.await();
            var body = new OfferBody(files, bytes, first, ChunkLayout.BYTES_MAX, folders, firstPage);
            return new NewOffer(body, draft, items, excluded, leftOut);
        }
    }
}
