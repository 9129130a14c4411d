/** The {@code silk population} commands: patients' data in a folder, ready to be measured. */
@NullMarked
package org.silkthread.cli.population;

import org.jspecify.annotations.NullMarked;
