/** The product as people use it: the program file started as a process, a real browser, a crash. */
@NullMarked
package org.silkthread.walkthrough;

import org.jspecify.annotations.NullMarked;
