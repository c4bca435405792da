package io.landline.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import io.landline.peer.Fingerprint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The identity of a profile on disk: `identity.pem` (private key and certificate, for the user alone) and beside it
/// `identity.fingerprint` (public), which still tells that there was an identity when the first file is lost.
/// Stateless; the caller holds the profile's lock.
public final class IdentityFile {
    static final String PEM = "identity.pem";
    static final String FINGERPRINT = "identity.fingerprint";
    /// Ours has under 800 bytes.
    static final int PEM_BYTES_MAX = 16 * 1024;
    /// A choice: a fingerprint has 64 digits.
    private static final int FINGERPRINT_BYTES_MAX = 1024;
    private static final String OLD = ".old-";
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private IdentityFile() {}

    /// The identity that is kept there.
    ///
    /// @throws NoSuchFileException where there never was one
    /// @throws DamagedIdentityException where there is one that cannot be used; nothing is changed then
    public static Identity load(Path folder) throws IOException, DamagedIdentityException {
        Path pem = folder.resolve(PEM);
        if (!Files.exists(pem)) {
            if (Files.exists(folder.resolve(FINGERPRINT))) throw new DamagedIdentityException(pem, "is missing");
            throw new NoSuchFileException(pem.toString());
        }
        for (Path file : new Path[]{pem, folder.resolve(FINGERPRINT)}) {
            if (Files.isDirectory(file)) throw new DamagedIdentityException(file, "cannot be read");
        }
        byte[] content = PrivateFile.read(pem, PEM_BYTES_MAX);
        if (content.length > PEM_BYTES_MAX) throw new DamagedIdentityException(pem, "is far too long");
        Identity read = decode(pem, new String(content, US_ASCII));
        Identity identity = read.withSoundCertificate();
        if (identity != read) keep(pem, identity);
        Fingerprint noted = notedFingerprint(folder);
        if (noted == null) {
            noteFingerprint(folder, identity); // a start that was cut off between the two files, or a damaged note
        } else if (!noted.equals(identity.fingerprint())) {
            throw new DamagedIdentityException(pem,
                    "holds another identity than the one noted beside it (" + noted.brief() + ")");
        }
        return identity;
    }

    /// Makes a new identity in a folder that has none.
    public static Identity createIn(Path folder) throws IOException {
        PrivateFile.makeFolder(folder);
        for (String name : new String[]{PEM, FINGERPRINT}) {
            if (Files.exists(folder.resolve(name))) {
                throw new FileAlreadyExistsException(folder.resolve(name).toString());
            }
        }
        return writeNew(folder);
    }

    /// The identity that is kept there; a new one where there never was one.
    public static Identity loadOrCreate(Path folder) throws IOException, DamagedIdentityException {
        return isThere(folder) ? load(folder) : createIn(folder);
    }

    /// Whether there is one, or was one.
    public static boolean isThere(Path folder) {
        return Files.exists(folder.resolve(PEM)) || Files.exists(folder.resolve(FINGERPRINT));
    }

    /// Makes a new identity; the old files, whole or damaged, are kept beside under a name with the date (UTC).
    public static Identity replaceIn(Path folder) throws IOException {
        return replaceIn(folder, Clock.systemUTC());
    }

    static Identity replaceIn(Path folder, Clock clock) throws IOException {
        PrivateFile.makeFolder(folder);
        String date = unused(folder, DATED.format(clock.instant()));
        // The fingerprint last: cut off in between, the profile still knows that it had an identity and invents none.
        for (String name : new String[]{PEM, FINGERPRINT}) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) Files.move(file, folder.resolve(name + OLD + date), ATOMIC_MOVE);
        }
        PrivateFile.forceFolder(folder.resolve(PEM));
        return writeNew(folder);
    }

    /// This date, or with a number behind it: a clock that was set back may name a second old identity like the first.
    private static String unused(Path folder, String date) {
        String name = date;
        for (int n = 2; Files.exists(folder.resolve(PEM + OLD + name))
                || Files.exists(folder.resolve(FINGERPRINT + OLD + name)); n++) {
            name = date + "-" + n;
        }
        return name;
    }

    private static Identity writeNew(Path folder) throws IOException {
        Identity identity = Identity.generate();
        write(folder.resolve(PEM), identity);
        noteFingerprint(folder, identity);
        return identity;
    }

    /// Where nothing can be written the certificate holds for this run.
    private static void keep(Path pem, Identity identity) {
        try {
            write(pem, identity);
        } catch (IOException e) {
            System.getLogger(IdentityFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "a new certificate is not kept", e);
        }
    }

    private static void write(Path pem, Identity identity) throws IOException {
        try {
            String text = block("PRIVATE KEY", identity.privateKey().getEncoded())
                    + block("CERTIFICATE", identity.certificate().getEncoded());
            PrivateFile.write(pem, text.getBytes(US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("our own certificate has an encoding", e);
        }
    }

    private static @Nullable Fingerprint notedFingerprint(Path folder) throws IOException {
        try {
            String text = new String(PrivateFile.read(folder.resolve(FINGERPRINT), FINGERPRINT_BYTES_MAX), US_ASCII)
                    .strip();
            return Fingerprint.isWhole(text) ? Fingerprint.parse(text) : null;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static void noteFingerprint(Path folder, Identity identity) throws IOException {
        PrivateFile.write(folder.resolve(FINGERPRINT), (identity.fingerprint().hex() + "\n").getBytes(US_ASCII));
    }

    private static Identity decode(Path pem, String text) throws DamagedIdentityException {
        byte[] key = unblock(pem, "PRIVATE KEY", text);
        byte[] certificate = unblock(pem, "CERTIFICATE", text);
        try {
            PrivateKey privateKey = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(key));
            var decoded = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate));
            var identity = new Identity(privateKey, decoded);
            byte[] probe = {1};
            byte[] signature = identity.sign(SignatureLabel.PRESENCE, probe);
            if (!Ed25519.verify(identity.publicKey(), SignatureLabel.PRESENCE, signature, probe)) {
                throw new DamagedIdentityException(pem, "holds a key and a certificate that do not belong together");
            }
            return identity;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DamagedIdentityException(pem, "cannot be read", e);
        }
    }

    private static String block(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    private static byte[] unblock(Path pem, String label, String text) throws DamagedIdentityException {
        String begin = "-----BEGIN " + label + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) throw new DamagedIdentityException(pem, "is only half there");
        try {
            byte[] der = Base64.getDecoder().decode(text.substring(from + begin.length(), to).replaceAll("\\s", ""));
            if (der.length == 0) throw new DamagedIdentityException(pem, "is only half there");
            return der;
        } catch (IllegalArgumentException e) {
            throw new DamagedIdentityException(pem, "cannot be read", e);
        }
    }
}
