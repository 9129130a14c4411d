package org.silkthread.server.identity.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The P-256 keys that sign statements of who signed in. The first is made on first use and kept in the data folder; none
 * comes with the program. The newest one signs, and all are published, so that a statement made just before a new key
 * came can still be checked.
 */
@Component
public class IssuerKeys {

    private static final String ENDING = ".jwk";
    private static final DateTimeFormatter AT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    private final OwnerOnlyFolder folder;
    private final Clock clock;
    private volatile List<ECKey> known = List.of();

    IssuerKeys(@Value("${silkthread.dir}") Path dir, Clock clock) {
        this.folder = new OwnerOnlyFolder(dir.resolve("keys").resolve("issuer"));
        this.clock = clock;
    }

    /**
     * What is told of a key.
     *
     * @param id its name, which begins with the moment it was made
     * @param signs whether it is the one that signs
     */
    public record Key(String id, boolean signs) {}

    /** All keys with their secret halves, the one that signs first. */
    public List<ECKey> all() {
        List<ECKey> keys = known;
        if (!keys.isEmpty()) {
            return keys;
        }
        synchronized (this) {
            if (known.isEmpty()) {
                if (folder.names(ENDING).isEmpty()) {
                    make();
                }
                known = read();
            }
            return known;
        }
    }

    /** The keys without their secret halves, the one that signs first. */
    public List<Key> listed() {
        List<ECKey> keys = all();
        return keys.stream()
                .map(key -> new Key(key.getKeyID(), key.equals(keys.getFirst())))
                .toList();
    }

    /** Makes a new key that signs from now on. The earlier ones stay published until they are retired. */
    public synchronized Key rotate() {
        make();
        known = read();
        return listed().getFirst();
    }

    /**
     * Takes a key away; what it signed is no longer believed.
     *
     * @throws IllegalArgumentException if there is no such key or it is the one that signs
     */
    public synchronized void retire(String id) {
        Key key = listed().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no key '" + id + "'"));
        if (key.signs()) {
            throw new IllegalArgumentException("The key '" + id + "' is the one that signs; make a new one first");
        }
        folder.remove(id + ENDING);
        known = read();
    }

    /** Reads the folder again, after another process of this installation made or retired a key. */
    public synchronized void refresh() {
        known = List.of();
    }

    /** The moment at which the key of a name was made. */
    static Instant madeAt(String id) {
        return AT.parse(id, Instant::from);
    }

    private List<ECKey> read() {
        return folder.names(ENDING).stream()
                .sorted(Comparator.reverseOrder())
                .map(this::parsed)
                .toList();
    }

    private ECKey parsed(String name) {
        try {
            return ECKey.parse(folder.read(name));
        } catch (ParseException e) {
            throw new IllegalStateException("The key " + name + " is damaged", e);
        }
    }

    private void make() {
        Instant now = clock.instant();
        String id = AT.format(now);
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
            folder.write(id + ENDING, key.toJSONString());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has P-256", e);
        }
    }
}
