/** {@code silk synth} as a terminal sees it. */
@NullMarked
package org.silkthread.cli.synth;

import org.jspecify.annotations.NullMarked;
