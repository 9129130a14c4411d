package org.silkthread.server.indicators.signing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * This installation's Ed25519 key. It is made on first use and kept in the data folder, where only the owner of the
 * folder can read it; no key comes with the program. A key file that others can read is refused.
 */
@Component
public class SigningKey {

    private static final String ALGORITHM = "Ed25519";
    private static final String OWNER_ONLY = "rw-------";
    private static final Set<PosixFilePermission> ALLOWED = PosixFilePermissions.fromString(OWNER_ONLY);

    private final Path file;
    private final Object making = new Object();

    SigningKey(@Value("${silkthread.dir}") Path dir) {
        this.file = dir.resolve("keys").resolve("cuts.ed25519");
    }

    private record Keys(PrivateKey secret, PublicKey open) {}

    /** A signature of text and the key to verify it with, both in Base64. */
    public record Signed(String signature, String publicKey) {}

    /** Signs the UTF-8 bytes of a text. */
    public Signed sign(String text) {
        Keys keys = keys();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(keys.secret());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new Signed(base64(signature.sign()), base64(keys.open().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    /** Whether a signature was made of exactly this text with the key that belongs to the public key. */
    public boolean verify(String text, Signed signed) {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(signed.publicKey())));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a public key is this installation's. */
    public boolean isOurs(String publicKey) {
        return base64(keys().open().getEncoded()).equals(publicKey);
    }

    private Keys keys() {
        synchronized (making) {
            try {
                if (!Files.exists(file)) {
                    make();
                }
                return read();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot keep the signing key in " + file, e);
            }
        }
    }

    private Keys read() throws IOException {
        if (!ALLOWED.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException("Others than its owner can read the signing key " + file
                    + ". Set its permissions to " + OWNER_ONLY);
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 2) {
            throw new IllegalStateException("The signing key " + file + " is damaged");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            Base64.Decoder base64 = Base64.getDecoder();
            return new Keys(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.getFirst()))),
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.getLast()))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("The signing key " + file + " is damaged", e);
        }
    }

    /** Written beside and moved into place, so that a crash leaves a whole key or none. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        KeyPair pair;
        try {
            pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
        Path written =
                Files.createTempFile(file.getParent(), "new", ".key", PosixFilePermissions.asFileAttribute(ALLOWED));
        Files.write(
                written,
                List.of(
                        base64(pair.getPrivate().getEncoded()),
                        base64(pair.getPublic().getEncoded())));
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            // Another process of this installation was quicker: its key is the key.
            return;
        } catch (UnsupportedOperationException e) {
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
