package org.silkthread.server.keys;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The signing keys of this installation, one for each use. */
@Component
public class SigningKeys {

    private final Map<SigningUse, SigningKey> keys = new EnumMap<>(SigningUse.class);

    SigningKeys(@Value("${silkthread.dir}") Path dir, Clock clock) {
        for (SigningUse use : SigningUse.values()) {
            keys.put(use, new SigningKey(dir.resolve("keys"), use, clock));
        }
    }

    public SigningKey of(SigningUse use) {
        SigningKey key = keys.get(use);
        if (key == null) {
            throw new IllegalStateException("Every use has a key");
        }
        return key;
    }

    List<SigningKey> all() {
        return Arrays.stream(SigningUse.values()).map(this::of).toList();
    }
}
