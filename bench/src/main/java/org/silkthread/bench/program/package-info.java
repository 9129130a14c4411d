/** The packaged program, run as an operator runs it, and what it uses of the machine. */
@NullMarked
package org.silkthread.bench.program;

import org.jspecify.annotations.NullMarked;
