package org.silkthread.measure.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void line_ends_are_found_among_bytes_that_resemble_them() {
        Random random = new Random(1);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte)
                        (random.nextInt(6) == 0 ? '\n' : new int[] {9, 11, 0x8A, 0, 255, 'x'}[random.nextInt(6)]);
            }
            int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            int expected = from;
            while (expected < bytes.length && bytes[expected] != '\n') {
                expected++;
            }
            long count = 0;
            for (byte each : bytes) {
                count += each == '\n' ? 1 : 0;
            }

            assertThat(Lines.end(bytes, from, bytes.length)).isEqualTo(expected);
            assertThat(Lines.count(bytes, bytes.length)).isEqualTo(count);
        }
    }
}
