/** Tests of the measure commands. */
@NullMarked
package org.silkthread.cli.measure;

import org.jspecify.annotations.NullMarked;
