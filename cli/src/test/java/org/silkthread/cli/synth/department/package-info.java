/** Departments that do not exist, held to what a department is like. */
@NullMarked
package org.silkthread.cli.synth.department;

import org.jspecify.annotations.NullMarked;
