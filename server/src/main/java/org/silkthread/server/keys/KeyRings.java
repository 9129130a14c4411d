package org.silkthread.server.keys;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All keys of this installation. */
@Component
public class KeyRings {

    private final SigningKeys signing;
    private final ObjectProvider<KeyRing> others;

    KeyRings(SigningKeys signing, ObjectProvider<KeyRing> others) {
        this.signing = signing;
        this.others = others;
    }

    /** In order of their names. */
    public List<KeyRing> all() {
        return Stream.concat(signing.all().stream(), others.stream())
                .sorted(Comparator.comparing(KeyRing::name))
                .toList();
    }

    public Optional<KeyRing> named(String name) {
        return all().stream().filter(ring -> ring.name().equals(name)).findFirst();
    }
}
