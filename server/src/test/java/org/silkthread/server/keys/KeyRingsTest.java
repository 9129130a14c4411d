package org.silkthread.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.silkthread.server.ServerTest;

@ServerTest
class KeyRingsTest {

    private final KeyRings rings;

    KeyRingsTest(KeyRings rings) {
        this.rings = rings;
    }

    @Test
    void all_keys_of_the_installation_are_listed_and_replaced_in_one_way() {
        assertThat(rings.all()).extracting(KeyRing::name).containsExactly("audit", "cuts", "issuer");
        KeyRing issuer = rings.named("issuer").orElseThrow();
        KnownKey before = issuer.keys().getFirst();
        assertThat(before.replacedAt()).isEmpty();

        KnownKey made = issuer.rotate();

        List<KnownKey> after = issuer.keys();
        assertThat(after.getFirst()).isEqualTo(made);
        assertThat(after.get(1).fingerprint()).isEqualTo(before.fingerprint());
        assertThat(after.get(1).replacedAt()).isPresent();
        assertThat(rings.named("nobody's")).isEmpty();
    }
}
