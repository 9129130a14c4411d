package org.silkthread.server.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An Ed25519 key of this installation. It is made on first use and kept in the data folder, where only the owner of the
 * folder can read it; no key comes with the program. A key file that others can read is refused. Of a replaced key only
 * the public half is kept.
 */
public final class SigningKey implements KeyRing {

    private static final String ALGORITHM = "Ed25519";

    private final SigningUse use;
    private final KeyFile current;
    private final KeyFile replaced;
    private final Clock clock;
    private final Object making = new Object();

    SigningKey(Path folder, SigningUse use, Clock clock) {
        this.use = use;
        this.current = new KeyFile(folder.resolve(use.code() + ".ed25519"));
        this.replaced = new KeyFile(folder.resolve(use.code() + ".replaced"));
        this.clock = clock;
    }

    private record Pair(PrivateKey secret, PublicKey open) {}

    private record Replaced(Instant at, String publicKey) {}

    /** A signature of text and the key to verify it with, both in Base64. */
    public record Signed(String signature, String publicKey) {}

    @Override
    public String name() {
        return use.code();
    }

    @Override
    public String use() {
        return use.words();
    }

    /** Signs the UTF-8 bytes of a text. */
    public Signed sign(String text) {
        Pair pair = pair();
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.secret());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new Signed(base64(signature.sign()), base64(pair.open().getEncoded()));
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

    /** Whether a public key is this installation's, in use or replaced. */
    public boolean isOurs(String publicKey) {
        return base64(pair().open().getEncoded()).equals(publicKey)
                || replacedOnes().stream().anyMatch(old -> old.publicKey().equals(publicKey));
    }

    @Override
    public List<KnownKey> keys() {
        List<KnownKey> known = new ArrayList<>();
        if (current.exists()) {
            known.add(new KnownKey(fingerprint(base64(pair().open().getEncoded())), Optional.empty()));
        }
        for (Replaced old : replacedOnes().reversed()) {
            known.add(new KnownKey(fingerprint(old.publicKey()), Optional.of(old.at())));
        }
        return List.copyOf(known);
    }

    /** The old public half is on disk before the new key is, so that no crash leaves signatures that nobody can check. */
    @Override
    public KnownKey rotate() {
        synchronized (making) {
            try {
                Pair old = pair();
                List<String> lines = new ArrayList<>(replaced.exists() ? replaced.lines() : List.of());
                lines.add(clock.instant().truncatedTo(ChronoUnit.SECONDS) + " "
                        + base64(old.open().getEncoded()));
                replaced.replace(lines);
                List<String> made = newPair();
                current.replace(made);
                return new KnownKey(fingerprint(made.getLast()), Optional.empty());
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot replace the key " + current.path(), e);
            }
        }
    }

    private List<Replaced> replacedOnes() {
        try {
            return replaced.exists()
                    ? replaced.lines().stream().map(SigningKey::replacedLine).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + replaced.path(), e);
        }
    }

    private static Replaced replacedLine(String line) {
        int space = line.indexOf(' ');
        return new Replaced(Instant.parse(line.substring(0, space)), line.substring(space + 1));
    }

    private Pair pair() {
        synchronized (making) {
            try {
                if (!current.exists()) {
                    current.create(newPair());
                }
                return read();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot keep the signing key in " + current.path(), e);
            }
        }
    }

    private Pair read() throws IOException {
        List<String> lines = current.lines();
        if (lines.size() != 2) {
            throw new IllegalStateException("The signing key " + current.path() + " is damaged");
        }
        try {
            KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
            Base64.Decoder base64 = Base64.getDecoder();
            return new Pair(
                    factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.getFirst()))),
                    factory.generatePublic(new X509EncodedKeySpec(base64.decode(lines.getLast()))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("The signing key " + current.path() + " is damaged", e);
        }
    }

    /** The secret half on the first line, the public one on the second. */
    private static List<String> newPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return List.of(
                    base64(pair.getPrivate().getEncoded()),
                    base64(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    private static String fingerprint(String publicKey) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(publicKey));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
