package org.silkthread.server.identity.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.silkthread.server.keys.KeyRing;
import org.silkthread.server.keys.KnownKey;
import org.springframework.stereotype.Component;

/** Lists and replaces the issuer's keys beside the other keys of the installation. */
@Component
final class IssuerKeyRing implements KeyRing {

    private static final int FINGERPRINT_BYTES = 8;

    private final IssuerKeys keys;

    IssuerKeyRing(IssuerKeys keys) {
        this.keys = keys;
    }

    @Override
    public String name() {
        return "issuer";
    }

    @Override
    public String use() {
        return "signs statements of who signed in";
    }

    /** A key was replaced at the moment when the next one was made. */
    @Override
    public List<KnownKey> keys() {
        List<KnownKey> known = new ArrayList<>();
        Optional<Instant> replacedAt = Optional.empty();
        for (ECKey key : keys.all()) {
            known.add(new KnownKey(fingerprint(key), replacedAt));
            replacedAt = Optional.of(IssuerKeys.madeAt(key.getKeyID()));
        }
        return List.copyOf(known);
    }

    @Override
    public KnownKey rotate() {
        keys.rotate();
        return keys().getFirst();
    }

    private static String fingerprint(ECKey key) {
        try {
            byte[] thumbprint = key.computeThumbprint().decode();
            return HexFormat.of().formatHex(thumbprint, 0, FINGERPRINT_BYTES);
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
