/** {@code silk synth}: synthetic populations. */
@NullMarked
package org.silkthread.cli.synth;

import org.jspecify.annotations.NullMarked;
