/** The {@code silk measure} and {@code silk cql} commands: measures and expressions over patients' data. */
@NullMarked
package org.silkthread.cli.measure;

import org.jspecify.annotations.NullMarked;
