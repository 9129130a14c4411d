/**
 * Departments that do not exist: who comes, who waits how long for whom, and the messages that their systems would send.
 * The same order gives the same messages, to the byte.
 */
@NullMarked
package org.silkthread.cli.synth.department;

import org.jspecify.annotations.NullMarked;
