/** What the demonstration makes. */
@NullMarked
package org.silkthread.cli.demo;

import org.jspecify.annotations.NullMarked;
